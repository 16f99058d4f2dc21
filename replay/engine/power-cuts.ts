import type { Connections } from './connections.js';
import type { OwnedClock } from './owned-clock.js';
import type { Engine } from './start-engine.js';

export interface PowerCut {
  readonly engine: Pick<Engine, 'killAndStartAgain'>;
  readonly connections: Connections;
  readonly clock: Pick<OwnedClock, 'tellAgain'>;
}

/** Kills all processes in the middle of the work, evenly over its length. */
export class PowerCuts {
  private done = 0;
  private cuts = 0;
  private running: Promise<void> = Promise.resolve();

  /** `calls`: how many the whole work has. */
  constructor(
    private readonly planned: number,
    private readonly calls: number,
    private readonly cut: PowerCut,
  ) {}

  get made(): number {
    return this.cuts;
  }

  onCall(): void {
    this.done += 1;
    const due = Math.floor((this.done * (this.planned + 1)) / this.calls);
    if (due <= this.cuts || this.cuts === this.planned) return;
    this.cuts += 1;
    this.running = this.running.then(() => this.kill());
  }

  /** Rejects where the engine did not come back. */
  over(): Promise<void> {
    return this.running;
  }

  private kill(): Promise<void> {
    const { engine, connections, clock } = this.cut;
    return connections.whileHeld(async () => {
      await engine.killAndStartAgain();
      await clock.tellAgain();
    });
  }
}
