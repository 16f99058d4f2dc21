/** Numbers by name, as an interface too. */
export type Sums<M> = { readonly [Name in keyof M]: number };

export interface Group<G, M> {
  readonly group: G;
  readonly measures: M;
}

export function added<M extends Sums<M>>(a: M, b: M): M {
  // The cast: Object.keys forgets which keys it was given.
  const names = Object.keys(b) as (keyof M)[];
  return { ...a, ...Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) };
}

/** Adds up what belongs to the same group. */
export class AddedUp<G, M extends Sums<M>> {
  private readonly groups = new Map<string, Group<G, M>>();

  constructor(
    /** The fields of the group, in the order in which groups are sorted. */
    private readonly fields: readonly (keyof G)[],
    private readonly nothing: M,
  ) {}

  add(group: G, measures: M): void {
    const key = JSON.stringify(this.fields.map((field) => group[field]));
    this.groups.set(key, { group, measures: added(this.groups.get(key)?.measures ?? this.nothing, measures) });
  }

  sorted(): readonly Group<G, M>[] {
    return [...this.groups.values()].sort((a, b) => this.compared(a.group, b.group));
  }

  private compared(a: G, b: G): number {
    const field = this.fields.find((name) => a[name] !== b[name]);
    if (field === undefined) return 0;
    return a[field] < b[field] ? -1 : 1;
  }
}
