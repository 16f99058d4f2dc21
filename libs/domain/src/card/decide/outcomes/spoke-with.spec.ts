import { describe, expect, test } from '@jest/globals';
import type { OutcomeCode, SpokeWith } from '#events/contracts/index';
import { OutcomeDoesNotFit } from '../../outcome.errors.js';
import { after } from '../../testing/after.js';
import { ANN, claim, INPUTS, outcome, startCall } from '../../testing/card-story.js';

const inCall = after(claim(ANN), startCall(ANN));

describe('R4: with whom one spoke', () => {
  test.each<[OutcomeCode, SpokeWith, OutcomeCode[]]>([
    ['no-answer', 'gatekeeper', ['callback']],
    ['no-answer', 'decision-maker', ['callback', 'priority-callback']],
    ['busy', 'gatekeeper', ['callback']],
    ['busy', 'decision-maker', ['callback', 'priority-callback']],
    ['callback', 'nobody', ['no-answer', 'busy']],
    ['priority-callback', 'nobody', ['no-answer', 'busy']],
    ['priority-callback', 'gatekeeper', ['callback']],
  ])('R4: %s is refused with %s; what fits is %j', (code, spokeWith, fits) => {
    inCall
      .when(outcome(ANN, INPUTS[code], { spokeWith }))
      .thenRejects(OutcomeDoesNotFit, { outcome: code, spokeWith, fits });
  });

  test.each<[OutcomeCode, SpokeWith]>([
    ['no-answer', 'nobody'],
    ['busy', 'nobody'],
    ['callback', 'gatekeeper'],
    ['callback', 'decision-maker'],
    ['priority-callback', 'decision-maker'],
    ['declined', 'gatekeeper'],
    ['no-more-calls', 'gatekeeper'],
    ['ceased', 'nobody'],
  ])('R4: %s goes with %s', (code, spokeWith) => {
    const report = inCall.when(outcome(ANN, INPUTS[code], { spokeWith }));
    expect(() => report.thenRejects(OutcomeDoesNotFit)).toThrow('the command was accepted');
  });
});
