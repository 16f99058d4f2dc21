/** Told what an operator may want to know; shaped like a logger's `info` and `warn`. */
export type ServerReport = (facts: Readonly<Record<string, unknown>>, message: string) => void;
