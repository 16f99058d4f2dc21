/** For stores whose work is synchronous: runs at once; a throw becomes a rejection. */
export const promised = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });
