import type { ExpectedRevision } from './event-store.js';

/** The revision that the first event of an append takes. */
export const revisionAfter = (expected: ExpectedRevision): number => (expected === 'no-stream' ? 0 : expected + 1);

interface WithId {
  readonly id: string;
}

/** Whether an append has been stored before: its ids stand where its events would go. */
export const isRepeat = (events: readonly WithId[], standing: readonly WithId[]): boolean =>
  events.every(({ id }, index) => id === standing[index]?.id);
