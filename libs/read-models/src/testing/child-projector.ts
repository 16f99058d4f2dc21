import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '#events/store/recorded-event';
import { startScript, type ChildScript } from '../../../../test/support/child-script.js';

const SCRIPT = new URL('./processes/project.ts', import.meta.url);
const IS_OURS = 'the lease is ours';
const HAS_ENDED = 'the work under the lease has ended';
const READS = 'reads ';

export interface ChildWork {
  readonly version: number;
  /** Events of a commit, a page and a batch; rows of a bulk. */
  readonly size: number;
}

/** Every projection of the product in a process of its own, which is started before it is needed. */
export class ChildProjector {
  private readonly child: ChildScript;

  constructor(logFile: string, views: string) {
    this.child = startScript(SCRIPT, logFile, views);
  }

  /** Begins as soon as it has started. */
  async work({ version, size }: ChildWork): Promise<void> {
    await this.says((line) => line === 'ready');
    this.child.tell(`${version} ${size}`);
  }

  /** Resolves when it holds the lease, or holds it once more. */
  isOurs(): Promise<void> {
    return this.says((line) => line === IS_OURS);
  }

  /** Resolves when it has let go of what it was at, after its lease was lost. */
  hasEnded(): Promise<void> {
    return this.says((line) => line === HAS_ENDED);
  }

  /** Resolves when it has read something behind the position, which it is about to commit. */
  reads(beyond: Position = 0n): Promise<void> {
    return this.says((line) => line.startsWith(READS) && BigInt(line.slice(READS.length)) > beyond);
  }

  /** Somewhere in the middle of what it does. */
  async signalled(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT', withinMs: number): Promise<void> {
    await pause(Math.random() * withinMs);
    this.child.process.kill(signal);
  }

  async killed(withinMs = 0): Promise<void> {
    const closed = once(this.child.process, 'close');
    await this.signalled('SIGKILL', withinMs);
    await closed;
  }

  private async says(isMeant: (line: string) => boolean): Promise<void> {
    for (;;) {
      const { done, value } = await this.child.lines.next();
      if (done) throw new Error('the projector ended before it said what was waited for');
      if (isMeant(value)) return;
    }
  }
}
