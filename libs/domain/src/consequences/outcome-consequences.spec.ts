import { describe, expect, test } from '@jest/globals';
import type { CardEvent, OutcomeEvent, OutcomeFacts } from '#events/contracts/index';
import {
  companyConsequences,
  endOfConsequences,
  numberConsequences,
  originalOutcomeId,
  revivals,
  type OutcomeScene,
} from './outcome-consequences.js';

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

  test('R9, R21: a correction changes the rest of the call that it is about, under its id', () => {
    const { restUntil: _, ...nobody } = { ...facts, outcomeId: 'told anew', spokeWith: 'nobody' } as const;
    const replacement: OutcomeEvent = { type: 'OfferDeclined', data: { ...nobody, reason: 'exhausted' } };
    const corrects = { ...scene, corrects: { callId: 'call', restUntil: REST } };
    expect(companyConsequences(replacement, corrects)).toMatchObject([
      { type: 'RecordContact', data: { callId: 'call', restUntil: NOON } },
    ]);
    expect(numberConsequences(replacement, corrects)).toMatchObject([
      { command: { type: 'EndCall', data: { callId: 'call', spokeWith: 'nobody' } } },
    ]);
  });

  test('R21: an outcome that was told anew twice is still about the same call', () => {
    const { outcomeId: _, ...was } = facts;
    const told = (correctedOutcomeId: string, outcomeId: string): CardEvent => ({
      type: 'OutcomeCorrected',
      data: {
        correctedOutcomeId,
        was: { ...was, outcomeId: correctedOutcomeId, code: 'declined' },
        replacement: { type: 'OfferDeclined', data: { ...was, outcomeId, reason: 'said-no' } },
        correctedBy: 'ann',
        reason: 'wrong button',
        correctedAt: NOON,
      },
    });
    const events = [declined, told('call', 'second'), told('second', 'third')];
    expect(originalOutcomeId('third', events)).toBe('call');
    expect(originalOutcomeId('call', events)).toBe('call');
  });

  test('R1, R6: the end of its call shows that all is done, unless several numbers are reached at once', () => {
    expect(endOfConsequences(declined)).toBe('call-ended');
    const { numberId: _, restUntil: __, ...quiet } = { ...facts, cause: 'mail' } as const;
    expect(endOfConsequences({ type: 'OfferDeclined', data: { ...quiet, reason: 'said-no' } })).toBe('none');
    const met: OutcomeEvent = { type: 'OfferDeclined', data: { ...quiet, restUntil: REST, reason: 'said-no' } };
    const privatePerson: OutcomeEvent = { type: 'PrivatePersonFound', data: facts };
    expect([met, noMoreCalls, privatePerson, dead].map(endOfConsequences)).toEqual(Array(4).fill('not-shown'));
  });
});
