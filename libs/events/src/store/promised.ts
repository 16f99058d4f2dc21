/** What is answered, as a promise; what is thrown instead rejects it. */
export const promised = <T>(answer: () => T | Promise<T>): Promise<T> => new Promise((resolve) => resolve(answer()));
