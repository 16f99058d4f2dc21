import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { plus } from '../shared/instant.js';
import { repeatingChangesNothing } from '../testing/repeating.js';
import type { NumberCommand } from './number.commands.js';
import { numberDecider } from './number.decider.js';

const ids = (kind: string): fc.Arbitrary<string> => fc.constantFrom(`${kind}1`, `${kind}2`, `${kind}3`);

const facts = fc.record({
  callId: ids('call'),
  callerId: ids('user'),
  blockId: ids('block'),
  exceptRest: fc.boolean(),
  now: fc.nat({ max: 300 }).map((minutes) => plus('2026-11-23T09:00:00.000Z', { minutes })),
});

/** About one card in one round; a call and a rest last an hour. */
const commands: fc.Arbitrary<NumberCommand> = facts.chain(({ callId, callerId, blockId, exceptRest, now }) => {
  const cardId = 'card1';
  const hourLater = plus(now, { hours: 1 });
  return fc.constantFrom<NumberCommand>(
    { type: 'PermitCall', data: { callId, cardId, roundId: 'r1', callerId, exceptRest, until: hourLater, now } },
    { type: 'WithdrawPermit', data: { callId, now } },
    { type: 'EndCall', data: { callId, cardId, spokeWith: 'gatekeeper', restUntil: hourLater, now } },
    { type: 'EndCall', data: { callId, cardId, spokeWith: 'nobody', now } },
    { type: 'BlockNumber', data: { blockId, cause: 'by-hand', blockedBy: callerId, reason: 'asked', now } },
    { type: 'LiftNumberBlock', data: { blockId, liftedBy: callerId, reason: 'asked', evidence: 'letter', now } },
    { type: 'DeclareDead', data: { cardId, declaredBy: callerId, now } },
    { type: 'ReviveNumber', data: { revivedBy: callerId, reason: 'in use', now } },
  );
});

describe('any story of a number', () => {
  test('R1, R6: repeating a command changes nothing', () => {
    repeatingChangesNothing(numberDecider, commands);
  });
});
