import { setTimeout as sleep } from 'node:timers/promises';
import type { Appended } from '../store/event-store.js';
import { RevisionConflict } from '../store/event-store.errors.js';
import type { Append, Outcome } from './log-writer.js';
import { isBusy, named } from './sqlite-errors.js';

/** Keeps a transaction short when thousands of appends arrive at once. */
const LARGEST_GROUP = 256;
/** After so many groups of one append the writer counts as alone; one group in so many still looks for others. */
const ALONE_AFTER = 8;
/** So many turns a group may wait while each brings more appends: a wait for the disk costs as much as many of them. */
const MOST_TURNS = 8;
/** Between two tries for the write lock that another process holds. */
const RETRY_WITHIN_MS = 4;

interface Pending extends Append {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  readonly file: string;
  /** One transaction, durable when it returns. */
  readonly commit: (appends: readonly Append[]) => readonly Outcome[];
  /** How long appends may wait for another process's write lock. */
  readonly lockPatienceMs: number;
}

/**
 * Appends that arrive in the same turn of the event loop share one transaction, and so one wait for the disk. A writer
 * that has long been alone does not wait for the end of its turn.
 */
export class GroupCommit {
  private readonly waiting: Pending[] = [];
  private isScheduled = false;
  /** How many groups in a row held one append. */
  private loneGroups = 0;
  /** Of the group that is being gathered: how many turns it has waited, and how many appends it held then. */
  private gathered = { turns: 0, appends: 0 };
  /** By the process's own clock, in milliseconds. */
  private lockedSince: number | undefined;

  constructor(private readonly options: GroupCommitOptions) {}

  add({ streamId, events, expected }: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ streamId, events, expected, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when everything that was added has been answered. */
  async drained(): Promise<void> {
    while (this.waiting.length > 0) await sleep(1);
  }

  private schedule(): void {
    if (this.isScheduled || this.waiting.length === 0) return;
    this.isScheduled = true;
    if (this.isAlone()) queueMicrotask(this.flush);
    else setImmediate(this.gather);
  }

  /** Under load a turn brings a few appends only: as long as each brings more, they are worth waiting for. */
  private readonly gather = (): void => {
    const appends = this.waiting.length;
    const turns = this.gathered.turns + 1;
    const isGrowing = appends > this.gathered.appends && appends < LARGEST_GROUP && turns < MOST_TURNS;
    this.gathered = isGrowing ? { turns, appends } : { turns: 0, appends: 0 };
    if (isGrowing) setImmediate(this.gather);
    else this.flush();
  };

  private isAlone(): boolean {
    return this.loneGroups > ALONE_AFTER && this.loneGroups % ALONE_AFTER !== 0;
  }

  private readonly flush = (): void => {
    this.isScheduled = false;
    try {
      const outcomes = this.options.commit(this.waiting.slice(0, LARGEST_GROUP));
      this.lockedSince = undefined;
      this.loneGroups = outcomes.length === 1 ? this.loneGroups + 1 : 0;
      for (const outcome of outcomes) answer(this.waiting.shift(), outcome);
      this.schedule();
    } catch (error) {
      if (isBusy(error) && this.isPatient()) this.retry();
      else this.fail(error);
    }
  };

  private isPatient(): boolean {
    this.lockedSince ??= performance.now();
    return performance.now() - this.lockedSince < this.options.lockPatienceMs;
  }

  private retry(): void {
    this.isScheduled = true;
    setTimeout(this.flush, Math.random() * RETRY_WITHIN_MS);
  }

  /** Nothing was stored; the next append tries the file anew. */
  private fail(error: unknown): void {
    this.lockedSince = undefined;
    const reason = named(error, this.options.file);
    for (const { reject } of this.waiting.splice(0)) reject(reason);
  }
}

function answer(pending: Pending | undefined, outcome: Outcome): void {
  if (outcome instanceof RevisionConflict) pending?.reject(outcome);
  else pending?.resolve(outcome);
}
