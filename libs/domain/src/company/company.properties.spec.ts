import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { repeatingChangesNothing } from '../testing/repeating.js';
import type { CompanyCommand } from './company.commands.js';
import { companyDecider } from './company.decider.js';

const NOW = '2026-11-23T09:00:00.000Z';
const ids = (kind: string): fc.Arbitrary<string> => fc.constantFrom(`${kind}1`, `${kind}2`, `${kind}3`);

const facts = fc.record({
  cardId: ids('card'),
  numberId: ids('number'),
  callId: ids('call'),
  blockId: ids('block'),
  smallCompanyWorkplaces: fc.integer({ min: 0, max: 2 }),
});

const commands: fc.Arbitrary<CompanyCommand> = facts.chain(
  ({ cardId, numberId, callId, blockId, smallCompanyWorkplaces }) => {
    const stated = { reason: 'asked', evidence: 'letter', now: NOW };
    const size = { smallCompanyWorkplaces, now: NOW };
    return fc.constantFrom<CompanyCommand>(
      { type: 'RegisterCompany', data: { companyNumber: '5560360793', checkDigitFails: false, now: NOW } },
      { type: 'JoinWorkplace', data: { cardId, numberIds: [numberId], now: NOW } },
      { type: 'KnowNumber', data: { cardId, numberId, now: NOW } },
      { type: 'RecordContact', data: { callId, cardId, restUntil: NOW, ...size } },
      { type: 'ProposeBlock', data: { blockId, cardId, proposedBy: 'ann', reason: 'asked', ...size } },
      { type: 'BlockCompany', data: { blockId, cause: 'by-hand', blockedBy: 'ada', reason: 'asked', now: NOW } },
      { type: 'DismissBlock', data: { blockId, dismissedBy: 'ada', reason: 'asked', now: NOW } },
      { type: 'LiftCompanyBlock', data: { blockId, liftedBy: 'ada', ...stated } },
      { type: 'ConfirmCeased', data: { confirmedBy: 'ada', evidence: 'register', now: NOW } },
      { type: 'WithdrawCeasing', data: { withdrawnBy: 'ada', ...stated } },
    );
  },
);

describe('any story of a company', () => {
  test('R6, R9: repeating a command changes nothing', () => {
    repeatingChangesNothing(companyDecider, commands);
  });
});
