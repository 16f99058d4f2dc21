/** Where the runner says what it does: structured facts, nothing personal. pino fits. */
export interface RunnerLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
