import { describe, expect, test } from '@jest/globals';
import type { AterkomEvent } from '#events/contracts/index';
import type { LogEvent } from '../runner/fold.js';
import { naiveFold } from '../testing/naive-fold.js';
import { blockList, type BlockRow } from './block-list.projection.js';

const NOON = '2026-11-23T11:00:00.000Z';
const ONE = '2026-11-23T12:00:00.000Z';
const metadata = {
  commandId: 'command',
  $correlationId: 'command',
  $causationId: 'command',
  actor: 'service:blocks',
  actorRole: 'service',
  occurredAt: NOON,
  schema: '',
};

/** Events with the stream in which they stand. */
function rowAfter(...events: readonly (readonly [streamId: string, event: AterkomEvent])[]): BlockRow | undefined {
  const log = events.map(([streamId, event], index): LogEvent => {
    const place = { streamId, revision: index, position: BigInt(index + 1) };
    return { ...event, ...place, id: `event${index}`, recordedAt: NOON, metadata };
  });
  // The cast: the view holds rows of its own type.
  return naiveFold(blockList, log)['block-list']?.['block'] as BlockRow | undefined;
}

const numberBlocked = (numberId: string, cause: 'by-hand' | 'company-block' = 'by-hand') =>
  [
    `number-${numberId}`,
    {
      type: 'NumberBlocked',
      data: { blockId: 'block', cause, cardId: 'card', blockedBy: 'ada', reason: 'asked', blockedAt: NOON },
    },
  ] as const;
const lift = { blockId: 'block', liftedBy: 'ada', reason: 'a mistake', evidence: 'letter 1', liftedAt: ONE };
const numberLifted = (numberId: string) => [`number-${numberId}`, { type: 'NumberBlockLifted', data: lift }] as const;
const barred = (cardId: string, scope: 'number' | 'workplace' | 'company') =>
  [`card-${cardId}`, { type: 'CardBarred', data: { blockId: 'block', scope, barredAt: NOON } }] as const;
const unbarred = (cardId: string) =>
  [`card-${cardId}`, { type: 'CardUnbarred', data: { blockId: 'block', liftedBy: 'ada', unbarredAt: ONE } }] as const;
const proposed = [
  'company-company',
  { type: 'CompanyBlockProposed', data: { blockId: 'block', cardId: 'card', proposedBy: 'ann', proposedAt: NOON } },
] as const;
const companyBlocked = [
  'company-company',
  {
    type: 'CompanyBlocked',
    data: { blockId: 'block', cause: 'by-hand', cardId: 'card', blockedBy: 'ada', reason: 'asked', blockedAt: ONE },
  },
] as const;
const companyLifted = ['company-company', { type: 'CompanyBlockLifted', data: lift }] as const;

describe('the list of blocks', () => {
  test('R6: shows a block by hand with who asked, why and what carries it', () => {
    expect(rowAfter(numberBlocked('n1'), barred('card', 'number'), barred('other', 'number'))).toEqual({
      key: 'block',
      status: 'blocked',
      scope: 'number',
      cause: 'by-hand',
      since: NOON,
      blockedBy: 'ada',
      reason: 'asked',
      cardId: 'card',
      numberIds: ['n1'],
      cardIds: ['card', 'other'],
    });
  });

  test('R6: shows the widest that a block has reached', () => {
    expect(rowAfter(numberBlocked('n1'), barred('card', 'workplace'))?.scope).toBe('workplace');
    expect(rowAfter(barred('card', 'workplace'), companyBlocked, barred('other', 'number'))?.scope).toBe('company');
  });

  test('R6: tells what waits for a decision about the company, and what was decided', () => {
    const waiting = [barred('card', 'workplace'), proposed, numberBlocked('n1')] as const;
    expect(rowAfter(...waiting)).toMatchObject({ status: 'blocked', scope: 'workplace', atCompany: 'proposed' });
    expect(rowAfter(...waiting, companyBlocked)).toMatchObject({ scope: 'company', atCompany: 'blocked' });
    const dismissal = { blockId: 'block', dismissedBy: 'ada', reason: 'one school only', dismissedAt: ONE };
    const dismissed = ['company-company', { type: 'CompanyBlockDismissed', data: dismissal }] as const;
    expect(rowAfter(...waiting, dismissed)).toMatchObject({ status: 'blocked', atCompany: 'dismissed' });
  });

  test('R6: keeps a lifted block, with both facts and with what still carries it', () => {
    const row = rowAfter(
      companyBlocked,
      numberBlocked('n1', 'company-block'),
      numberBlocked('n2', 'company-block'),
      barred('card', 'company'),
      companyLifted,
      numberLifted('n1'),
      unbarred('card'),
    );
    expect(row).toMatchObject({ status: 'lifted', since: ONE, atCompany: 'lifted', numberIds: ['n2'], cardIds: [] });
    expect(row?.lifted).toEqual({ liftedBy: 'ada', reason: 'a mistake', evidence: 'letter 1', liftedAt: ONE });
  });

  test('R6: does not show the lift of a block that never came', () => {
    expect(rowAfter(numberLifted('n1'))).toBeUndefined();
  });
});
