import { parse, v5 as uuidv5 } from 'uuid';
import type { CampaignSettings } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';

const ROW_NAMESPACE = parse('5b0c4a0e-3c1f-5d0a-9a3b-7e2f1d6c8b40');

/** What all rows of one import have in common. */
export interface ImportContext {
  readonly importId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly settings: CampaignSettings;
  /** Who asked for the import, and when these rows are imported. */
  readonly cause: Cause;
}

/**
 * The cause of one step of an import. Its command id follows from the import and the step, so that a step
 * which is repeated after a crash is recognised.
 */
export const causeOf = ({ importId, cause }: ImportContext, step: string): Cause => ({
  ...cause,
  commandId: uuidv5(Buffer.from(`${importId}/${step}`), ROW_NAMESPACE),
  causationId: cause.commandId,
});
