/** Tasks that share a key run one after the other, in the order in which they came; others run together. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => this.last.get(key) ?? []);
    const result = Promise.allSettled(before).then(task);
    for (const key of keys) this.last.set(key, result);
    return result;
  }
}
