import type { Request } from './request.js';

/**
 * `drop`: the connection, before or after the command is done. `held`: done and answered when it is released; `late`: done at once,
 * answered when it is released. `twice`: as a server does that does not know a retried write. `unconfirmed`: done, but not by a majority.
 */
export type Fault =
  | 'drop-before'
  | 'drop-after'
  | 'held'
  | 'late'
  | 'twice'
  | 'not-primary'
  | 'shutting-down'
  | 'unconfirmed'
  | 'cursor-gone'
  | 'disk-full';

export interface FaultOf {
  readonly fault: Fault;
  readonly command: 'insert' | 'update' | 'delete' | 'find' | 'getMore' | 'aggregate';
  /** Of those commands: so many are done well before. */
  readonly after?: number;
  /** Collections that are meant begin with this. */
  readonly on?: string;
  /** Of updates: only such as set this field. */
  readonly sets?: string;
}

/** One command that goes wrong. */
export class Misbehaviour {
  readonly met: Promise<void>;
  readonly released: Promise<void>;
  release: () => void = () => undefined;
  meet: () => void = () => undefined;
  private left: number;

  constructor(private readonly of: FaultOf) {
    this.left = of.after ?? 0;
    this.met = new Promise((resolve) => (this.meet = resolve));
    this.released = new Promise((resolve) => (this.release = resolve));
  }

  get fault(): Fault {
    return this.of.fault;
  }

  /** Whether it is this command's turn. */
  isFor(request: Request): boolean {
    const { command, on = '', sets } = this.of;
    if (request.command !== command || !String(request.target).startsWith(on)) return false;
    if (sets !== undefined && !isSetIn(request, sets)) return false;
    return this.left-- === 0;
  }
}

const isSetIn = (request: Request, field: string): boolean =>
  request.documents('updates').some(({ plain }) => field in ((plain as UpdateStatement).u.$set ?? {}));

interface UpdateStatement {
  readonly u: { readonly $set?: object };
}

/** What is to go wrong, each once. */
export class Faults {
  private readonly waiting = new Set<Misbehaviour>();

  add(of: FaultOf): Misbehaviour {
    const misbehaviour = new Misbehaviour(of);
    this.waiting.add(misbehaviour);
    return misbehaviour;
  }

  clear(): void {
    this.waiting.clear();
  }

  take(request: Request): Misbehaviour | undefined {
    for (const misbehaviour of this.waiting) {
      if (!misbehaviour.isFor(request)) continue;
      this.waiting.delete(misbehaviour);
      misbehaviour.meet();
      return misbehaviour;
    }
    return undefined;
  }
}
