import { describe, expect, test } from '@jest/globals';
import { CampaignPlan } from './campaign-plan.js';

const plan = () =>
  new CampaignPlan([
    { row: 1, attempts: 3, talkSeconds: 40, sold: false },
    { row: 2, attempts: 1, talkSeconds: 90, sold: true },
  ]);

describe('the plan of a campaign', () => {
  test('nobody answers but for the last attempt, which has the talk time and the result', () => {
    const campaign = plan();
    const outcomes = [1, 2, 3].map(() => {
      const { outcome, talkSeconds } = campaign.reportOf(1);
      campaign.noteAttempt(1);
      return { outcome, talkSeconds };
    });
    expect(outcomes).toEqual([
      { outcome: { code: 'no-answer' }, talkSeconds: 0 },
      { outcome: { code: 'no-answer' }, talkSeconds: 0 },
      { outcome: { code: 'declined', reason: 'said-no' }, talkSeconds: 40 },
    ]);
  });

  test('a contact who bought gets an order form', () => {
    expect(plan().reportOf(2)).toMatchObject({ talkSeconds: 90, outcome: { code: 'order' } });
  });

  test('it is done when every attempt of the file was made', () => {
    const campaign = plan();
    expect([campaign.noteAttempt(1), campaign.noteAttempt(2), campaign.noteAttempt(1)]).toEqual([2, 0, 1]);
    expect(campaign.isDone).toBe(false);
    campaign.noteAttempt(1);
    expect(campaign.isDone).toBe(true);
  });
});
