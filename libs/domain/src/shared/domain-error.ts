/**
 * A refusal by a rule: one class per refusal, its facts as public fields.
 * `code` is `subject.reason`, stable, never renamed. Neither the message nor a field holds personal data.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }

  /** What the one who asked is told: the fields of the class, those that are absent left out. */
  get facts(): Readonly<Record<string, unknown>> {
    const fields = Object.entries(this).filter(([field]) => field !== 'code' && field !== 'name');
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
}
