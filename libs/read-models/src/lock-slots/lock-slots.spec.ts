import { describe, expect, test } from '@jest/globals';
import type { CallerEvent } from '#events/contracts/index';
import type { LogEvent } from '../runner/fold.js';
import { naiveFold } from '../testing/naive-fold.js';
import { lockSlots } from './lock-slots.projection.js';

const NOON = '2026-11-23T11:00:00.000Z';

function rowsAfter(...events: readonly (readonly [callerId: string, event: CallerEvent])[]): object {
  const metadata = { commandId: '', $correlationId: '', $causationId: '', actor: '', actorRole: '', schema: '' };
  const log = events.map(([callerId, event], index): LogEvent => {
    const place = { streamId: `caller-${callerId}`, revision: index, position: BigInt(index + 1), id: `event${index}` };
    return { ...event, ...place, recordedAt: NOON, metadata: { ...metadata, occurredAt: NOON } };
  });
  return naiveFold(lockSlots, log)['lock-slots'] ?? {};
}

const taken: CallerEvent = { type: 'LockSlotTaken', data: { lockId: 'lock', cardId: 'card', takenAt: NOON } };
const freed: CallerEvent = { type: 'LockSlotFreed', data: { lockId: 'lock', freedAt: NOON } };

describe('the slots that are taken', () => {
  test('R24: are those of each caller by lock', () => {
    expect(rowsAfter(['ann', taken], ['bo', taken])).toEqual({
      'ann|lock': { key: 'ann|lock', callerId: 'ann', lockId: 'lock', cardId: 'card', takenAt: NOON },
      'bo|lock': { key: 'bo|lock', callerId: 'bo', lockId: 'lock', cardId: 'card', takenAt: NOON },
    });
  });

  test('R24: leave the list once they are freed, each by itself', () => {
    expect(Object.keys(rowsAfter(['ann', taken], ['bo', taken], ['ann', freed]))).toEqual(['bo|lock']);
  });
});
