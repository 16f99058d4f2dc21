import { Collection, type OnWrite } from './collection.js';
import { CODES, CommandFailed } from './command-failed.js';
import type { Request } from './request.js';

/** All that is stored, by namespace. */
export class Databases {
  private readonly collections = new Map<string, Collection>();

  constructor(private readonly onWrite: OnWrite) {}

  find({ database, target }: Pick<Request, 'database' | 'target'>): Collection | undefined {
    return this.collections.get(`${database}.${String(target)}`);
  }

  /** Made at the first use. */
  take({ database, target }: Pick<Request, 'database' | 'target'>): Collection {
    const namespace = `${database}.${String(target)}`;
    const found = this.collections.get(namespace) ?? new Collection(namespace, this.onWrite);
    this.collections.set(namespace, found);
    return found;
  }

  named(database: string): string[] {
    const start = `${database}.`;
    return [...this.collections.keys()].flatMap((name) => (name.startsWith(start) ? name.slice(start.length) : []));
  }

  drop({ database, target }: Pick<Request, 'database' | 'target'>): boolean {
    return this.collections.delete(`${database}.${String(target)}`);
  }

  dropAll(database: string): void {
    for (const name of this.named(database)) this.collections.delete(`${database}.${name}`);
  }

  rename(from: string, to: string, dropTarget: boolean): void {
    const collection = this.collections.get(from);
    if (!collection) throw new CommandFailed(CODES.namespaceNotFound, `there is no ${from}`);
    if (this.collections.has(to) && !dropTarget) throw new CommandFailed(CODES.namespaceExists, `there is a ${to}`);
    this.collections.delete(from);
    collection.namespace = to;
    this.collections.set(to, collection);
  }
}
