import { Pool } from 'undici';

/** Kept connections to every process of the engine, which can be made to wait while it is away. */
export class Connections {
  readonly pools: readonly Pool[];
  /** Resolves once calls may go out. */
  open: Promise<void> = Promise.resolve();
  private turn = 0;

  /** `atOnce`: connections to each process. */
  constructor(urls: readonly string[], atOnce: number) {
    this.pools = urls.map((url) => new Pool(url, { connections: atOnce }));
  }

  /** The processes take turns. */
  next(): Pool {
    const pool = this.pools[this.turn % this.pools.length];
    this.turn += 1;
    if (!pool) throw new TypeError('an engine has an address');
    return pool;
  }

  /** Nothing new goes out until the work is done; what is under way is not waited for. */
  async whileHeld(work: () => Promise<void>): Promise<void> {
    const held = work();
    // Whoever waits goes on in either case: it is the work's caller who hears of a failure.
    this.open = held.catch(() => undefined);
    await held;
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.close()));
  }
}
