import type { ClaimKey } from '#domain/claim-key/claim-key.commands';
import { claimKeyDecider } from '#domain/claim-key/claim-key.decider';
import { KeyAlreadyHeld } from '#domain/claim-key/claim-key.errors';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { causeOf, type ImportContext } from './import-context.js';

/** Keys of which each has one holder: the first to claim it. */
export class UniqueKeys {
  constructor(
    private readonly decisions: DecisionRunner,
    private readonly context: ImportContext,
  ) {}

  async holderOf(key: string): Promise<string | undefined> {
    return (await this.decisions.load(claimKeyDecider, key)).state.holderId;
  }

  /** For a key that nobody held when it was looked at. Answers who holds it now: the one given, or who came first. */
  async claim(key: string, holderId: string): Promise<string> {
    const command: ClaimKey = { type: 'ClaimKey', data: { holderId, now: this.context.cause.occurredAt } };
    const cause = causeOf(this.context, `${holderId}/${key}`);
    try {
      await this.decisions.run(claimKeyDecider, key, command, cause);
      return holderId;
    } catch (error) {
      if (error instanceof KeyAlreadyHeld) return error.holderId;
      throw error;
    }
  }
}
