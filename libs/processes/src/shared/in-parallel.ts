/** Appends of one turn share a commit; more at once than this gains nothing and holds up the others of the process. */
const AT_ONCE = 16;

/** Works on all items, some at a time. One that fails does not keep the others from being tried; its error is thrown at the end. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const settled: PromiseSettledResult<Result>[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    settled.push(...(await Promise.allSettled(items.slice(at, at + AT_ONCE).map(work))));
  }
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
