import { setImmediate } from 'node:timers/promises';

/** Appends of one turn share a commit; more at once than this gains nothing and holds up the others of the process. */
const AT_ONCE = 16;

/**
 * Works on all items, some at a time, with a turn of the event loop in between: a log in a file answers at once, so that
 * others would wait for all of them. One that fails does not keep the rest from being tried; its error is thrown at the end.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const settled: PromiseSettledResult<Result>[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    if (at > 0) await setImmediate();
    settled.push(...(await Promise.allSettled(items.slice(at, at + AT_ONCE).map(work))));
  }
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
