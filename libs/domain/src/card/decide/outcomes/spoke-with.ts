import type { OutcomeCode, SpokeWith } from '#events/contracts/index';
import { OutcomeDoesNotFit } from '../../outcome.errors.js';

/** R4: outcomes that go with certain partners only; all others go with any. */
const FITS: Readonly<Partial<Record<OutcomeCode, readonly SpokeWith[]>>> = {
  callback: ['gatekeeper', 'decision-maker'],
  'priority-callback': ['decision-maker'],
  'no-answer': ['nobody'],
  busy: ['nobody'],
};

/** R4: the refusal says which of these outcomes fits. */
export function refuseMisfit(code: OutcomeCode, spokeWith: SpokeWith): void {
  if (FITS[code]?.includes(spokeWith) === false)
    throw new OutcomeDoesNotFit(code, spokeWith, fittingOutcomes(spokeWith));
}

const RETURNING: readonly OutcomeCode[] = ['callback', 'priority-callback', 'no-answer', 'busy'];

export const fittingOutcomes = (spokeWith: SpokeWith): readonly OutcomeCode[] =>
  RETURNING.filter((code) => FITS[code]?.includes(spokeWith));
