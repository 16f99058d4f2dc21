import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OutcomeEvent } from '#events/contracts/index';
import type { Recorded } from '#events/store/recorded-event';
import { called, ledTo } from '../testing/calls.js';
import { campaignWithRound, workplace } from '../testing/workplaces.js';
import { World } from '../testing/world.js';
import { UnfinishedOutcomes } from './unfinished-outcomes.js';

describe('outcomes whose call has not been seen to end', () => {
  let unfinished: UnfinishedOutcomes;
  let outcomes: readonly Recorded<OutcomeEvent>[];

  beforeEach(async () => {
    unfinished = new UnfinishedOutcomes();
    const world = new World();
    await campaignWithRound(world);
    for (const id of ['1', '2']) {
      await workplace(world, `card${id}`, { numberIds: [`n${id}`] });
      await called(world, `card${id}`, { callId: `call${id}`, numberId: `n${id}` });
      await ledTo(world, `card${id}`, { code: 'declined', reason: 'said-no' }, { callId: `call${id}` });
    }
    outcomes = await world.all('OfferDeclined');
    for (const outcome of outcomes) unfinished.outcomeRecorded(outcome);
  });

  test('R1: are overdue at the second look, until they are settled', () => {
    expect(unfinished.overdue()).toEqual([]);
    expect(unfinished.overdue()).toEqual(outcomes);
    expect(unfinished.overdue()).toEqual(outcomes);
    unfinished.callEnded('call1');
    expect(unfinished.overdue()).toEqual(outcomes.slice(1));
  });

  test('R1: are forgotten with the end of their call', () => {
    unfinished.callEnded('call2');
    unfinished.overdue();
    expect(unfinished.overdue()).toEqual(outcomes.slice(0, 1));
  });

  test('keep the checkpoint before the oldest of them', () => {
    expect(unfinished.oldest).toBe(outcomes[0]?.position);
    unfinished.callEnded('call1');
    expect(unfinished.oldest).toBe(outcomes[1]?.position);
    unfinished.callEnded('call2');
    expect(unfinished.oldest).toBeUndefined();
  });
});
