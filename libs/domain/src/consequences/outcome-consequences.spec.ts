import { describe, expect, test } from '@jest/globals';
import type { OutcomeEvent, OutcomeFacts } from '#events/contracts/index';
import { companyConsequences, numberConsequences, revivals, type OutcomeScene } from './outcome-consequences.js';

const NOON = '2026-11-23T12:00:00.000Z';
const REST = '2026-11-24T12:00:00.000Z';
const scene: OutcomeScene = { cardId: 'card', numberIds: ['one', 'two'], settings: { smallCompanyWorkplaces: 3 } };
const facts: OutcomeFacts = {
  outcomeId: 'call',
  campaignId: 'campaign',
  roundId: 'round',
  callerId: 'ann',
  cause: 'call',
  ending: 'answered',
  spokeWith: 'decision-maker',
  numberId: 'one',
  endedAt: NOON,
  attempt: 1,
  countsAsAttempt: false,
  restUntil: REST,
};
const noMoreCalls: OutcomeEvent = {
  type: 'NoMoreCallsRequested',
  data: { ...facts, irritated: true, blockId: 'block' },
};
const declined: OutcomeEvent = { type: 'OfferDeclined', data: { ...facts, reason: 'said-no' } };
const dead: OutcomeEvent = { type: 'NumberFoundDead', data: { ...facts, deadNumberId: 'two', hasAnotherNumber: true } };

const typesOn = (outcome: OutcomeEvent, silenced?: { companyId: string; numberIds: string[] }): string[] =>
  numberConsequences(outcome, scene, silenced).map(({ numberId, command }) => `${command.type} ${numberId}`);

describe('what follows from an outcome', () => {
  test('R1: a call ends on its number, without a call nothing does', () => {
    expect(typesOn(declined)).toEqual(['EndCall one']);
    const { numberId: _, ...byMail } = facts;
    expect(typesOn({ type: 'OfferDeclined', data: { ...byMail, cause: 'mail', reason: 'said-no' } })).toEqual([]);
  });

  test('R6: no-more-calls blocks every number of the workplace before the call ends', () => {
    expect(typesOn(noMoreCalls)).toEqual(['BlockNumber one', 'BlockNumber two', 'EndCall one']);
  });

  test('R6: a silenced company takes all its numbers with it, each once', () => {
    const silenced = { companyId: 'company', numberIds: ['two', 'three'] };
    expect(typesOn(noMoreCalls, silenced)).toEqual([
      'BlockNumber one',
      'BlockNumber two',
      'BlockNumber three',
      'EndCall one',
    ]);
    expect(numberConsequences(noMoreCalls, scene, silenced)[0]?.command).toMatchObject({
      data: { blockId: 'block', companyId: 'company', callId: 'call', cause: 'no-more-calls' },
    });
  });

  test('R6: the company is asked to block itself, under the same id', () => {
    expect(companyConsequences(noMoreCalls, scene)[0]).toEqual({
      type: 'ProposeBlock',
      data: {
        blockId: 'block',
        cardId: 'card',
        proposedBy: 'ann',
        reason: 'no-more-calls',
        smallCompanyWorkplaces: 3,
        now: NOON,
      },
    });
  });

  test('R8: a private person is kept out of every campaign by their numbers', () => {
    expect(typesOn({ type: 'PrivatePersonFound', data: facts })).toEqual([
      'BlockNumber one',
      'BlockNumber two',
      'EndCall one',
    ]);
  });

  test('R9: the company is told of a contact only where somebody was spoken with', () => {
    expect(companyConsequences(declined, scene).map(({ type }) => type)).toEqual(['RecordContact']);
    const { restUntil: _, ...nobody } = facts;
    expect(companyConsequences({ type: 'OfferDeclined', data: { ...nobody, reason: 'exhausted' } }, scene)).toEqual([]);
  });

  test('a dead number is dead everywhere', () => {
    expect(typesOn(dead)).toEqual(['DeclareDead two', 'EndCall one']);
  });

  test('R21: a correction revives a number that was declared dead, unless it is still said to be', () => {
    expect(revivals(dead, declined).map(({ numberId, command }) => `${command.type} ${numberId}`)).toEqual([
      'ReviveNumber two',
    ]);
    expect(revivals(dead, dead)).toEqual([]);
    expect(revivals(noMoreCalls, declined)).toEqual([]);
  });
});
