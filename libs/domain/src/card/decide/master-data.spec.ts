import { describe, expect, test } from '@jest/globals';
import type { CardSource } from '#events/contracts/index';
import { given } from '../../testing/given.js';
import type { CardCommand } from '../card.commands.js';
import { cardDecider } from '../card.decider.js';
import { CardIsUnknown } from '../card.errors.js';
import { NumberNotOnCard } from '../holding.errors.js';
import { NoteMissing } from '../outcome.errors.js';
import { statusOf } from '../status.js';
import { after } from '../testing/after.js';
import {
  allNumbersDead,
  ANN,
  at,
  called,
  CAMPAIGN,
  cardAfter,
  claim,
  enterOtherRound,
  INPUTS,
  MONDAY,
  numberOf,
  outcome,
  ROUND,
  startCall,
  story,
} from '../testing/card-story.js';

const source: CardSource = { kind: 'import', importId: 'import-1', row: 2 };
const importWith = (numbers: readonly string[]): CardCommand => ({
  type: 'ImportCard',
  data: { workplace: { name: 'Skolan' }, numbers: numbers.map(numberOf), externalId: 'x1', source, now: MONDAY },
});
const enter: CardCommand = {
  type: 'EnterRound',
  data: { campaignId: CAMPAIGN, roundId: ROUND, priority: 5, now: MONDAY },
};
const addNumber = (numberId: string, replacesNumberId?: string): CardCommand => ({
  type: 'AddCardNumber',
  data: { number: numberOf(numberId), replacesNumberId, addedBy: ANN, now: MONDAY },
});
const correct = (name: string, existingCustomerNumber?: string): CardCommand => ({
  type: 'CorrectWorkplace',
  data: { workplace: { name }, existingCustomerNumber, correctedBy: ANN, now: MONDAY },
});

describe('import', () => {
  test('a card is imported once', () => {
    given(cardDecider)
      .when(importWith(['n1']))
      .thenEmits({
        type: 'CardImported',
        data: {
          workplace: { name: 'Skolan' },
          numbers: [numberOf('n1')],
          externalId: 'x1',
          source,
          importedAt: MONDAY,
        },
      });
    after()
      .when(importWith(['n9']))
      .thenNothing();
  });

  test('nothing else happens to a card that is unknown', () => {
    given(cardDecider).when(claim(ANN)).thenRejects(CardIsUnknown);
    given(cardDecider).when(correct('Skolan')).thenRejects(CardIsUnknown);
  });

  test('it enters a round once, with its priority', () => {
    given(cardDecider, ...story(importWith(['n1'])))
      .when(enter)
      .thenEmits({
        type: 'CardEnteredRound',
        data: { campaignId: CAMPAIGN, roundId: ROUND, priority: 5, enteredAt: MONDAY },
      });
    after().when(enter).thenNothing();
  });

  test('R8: the next round begins anew', () => {
    const { rounds } = cardAfter(...called(ANN, INPUTS.declined), enterOtherRound);
    expect(rounds[1]).toMatchObject({ state: { status: 'available' }, attempts: 0, skips: 0 });
  });

  test('without a readable number it needs care from the start', () => {
    const { state } = given(cardDecider, ...story(importWith([]), enter));
    expect(statusOf(state, ROUND, MONDAY)).toEqual({ status: 'needs-care', reason: 'no-live-number' });
  });
});

describe('a new number', () => {
  test('stands on the card once; the one it replaces is kept as dead', () => {
    after()
      .when(addNumber('n3', 'n1'))
      .thenEmits({
        type: 'CardNumberAdded',
        data: { number: numberOf('n3'), replacesNumberId: 'n1', addedBy: ANN, addedAt: MONDAY },
      });
    after(addNumber('n3', 'n1')).when(addNumber('n3', 'n1')).thenNothing();
    after().when(addNumber('n1')).thenNothing();
    after().when(addNumber('n1', 'n1')).thenNothing();
    after().when(addNumber('n3', 'n9')).thenRejects(NumberNotOnCard, { numberId: 'n9' });
    expect(cardAfter(addNumber('n3', 'n1')).numbers).toEqual([
      { numberId: 'n1', dead: true },
      { numberId: 'n2', dead: false },
      { numberId: 'n3', dead: false },
    ]);
  });

  test('a call under way goes on', () => {
    after(claim(ANN), startCall(ANN), addNumber('n3', 'n1'))
      .when(outcome(ANN, INPUTS.order))
      .thenEmitsLike({ type: 'OrderTaken', data: { numberId: 'n1' } });
  });

  test('a number that was dead comes to life when it is added again', () => {
    expect(cardAfter(addNumber('n3', 'n1'), addNumber('n1')).numbers).toContainEqual({ numberId: 'n1', dead: false });
  });

  test.each([
    ['no live number', allNumbersDead()],
    ['no authorised contact', called(ANN, INPUTS['unauthorised-contact'])],
  ])('cures a card that had %s', (_, commands) => {
    after(...commands)
      .when(addNumber('n3'))
      .thenEmitsLike(
        { type: 'CardNumberAdded' },
        { type: 'CardCured', data: { curedBy: ANN, reason: 'new-number', curedAt: MONDAY } },
      );
    expect(statusOf(cardAfter(...commands, addNumber('n3')), ROUND, MONDAY).status).not.toBe('needs-care');
  });

  test('does not cure a card that was called too recently', () => {
    after(...called(ANN, INPUTS['recently-called']))
      .when(addNumber('n3'))
      .thenEmitsLike({ type: 'CardNumberAdded' });
  });
});

describe('other facts of a workplace', () => {
  test('a correction that changes nothing is none', () => {
    after().when(correct('Skolan')).thenNothing();
    after()
      .when(correct('Nya skolan'))
      .thenEmitsLike({
        type: 'WorkplaceCorrected',
        data: { workplace: { name: 'Nya skolan' }, correctedBy: ANN, correctedAt: MONDAY },
      });
    after()
      .when(correct('Skolan', 'K-7'))
      .thenEmitsLike({ type: 'WorkplaceCorrected', data: { existingCustomerNumber: 'K-7' } });
    after(correct('Skolan', 'K-7')).when(correct('Skolan', 'K-7')).thenNothing();
  });

  test('it joins its company once, and may be moved to the right one', () => {
    const join = (companyId: string): CardCommand => ({ type: 'JoinCompany', data: { companyId, now: MONDAY } });
    after()
      .when(join('c1'))
      .thenEmits({ type: 'CardJoinedCompany', data: { companyId: 'c1', joinedAt: MONDAY } });
    after(join('c1')).when(join('c1')).thenNothing();
    after(join('c1')).when(join('c2')).thenEmitsLike({ type: 'CardJoinedCompany' });
  });

  test('a note is taken once, whatever the state of the card', () => {
    const note: CardCommand = {
      type: 'AddNote',
      data: { noteId: 'note-1', text: 'said', addedBy: ANN, now: at('2026-11-23T11:00') },
    };
    const barred = called(ANN, INPUTS['no-more-calls']);
    after(...barred)
      .when(note)
      .thenEmitsLike({ type: 'NoteAdded', data: { noteId: 'note-1', text: 'said' } });
    after(...barred, note)
      .when(note)
      .thenNothing();
  });

  test.each(['', ' ', '\n\t '])('R16: a note says something: %j', (text) => {
    const note = { noteId: 'note-1', text, addedBy: ANN, now: MONDAY };
    for (const data of [note, { ...note, sendToAdmin: 'other' as const }])
      after().when({ type: 'AddNote', data }).thenRejects(NoteMissing, { field: 'text' });
  });
});
