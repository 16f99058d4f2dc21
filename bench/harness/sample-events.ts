import { createHash } from 'node:crypto';
import type { CallUnanswered } from '#events/contracts/index';
import { toNewEvents } from '#events/deciding/new-events';
import type { NewEvent } from '#events/store/recorded-event';
import { idOf } from '../seed/names.js';

const AT = '2026-08-03T06:05:00.000Z';
const DUE = '2026-08-03T11:05:00.000Z';

/** What most calls lead to: an event of the usual size. */
const unanswered = (stream: string, index: number): CallUnanswered => ({
  type: 'CallUnanswered',
  data: {
    outcomeId: idOf(stream, index),
    campaignId: idOf('campaign'),
    roundId: idOf('round'),
    callerId: idOf('caller', stream),
    cause: 'call',
    ending: 'unanswered',
    spokeWith: 'nobody',
    numberId: createHash('sha256').update(stream).digest('hex'),
    startedAt: AT,
    endedAt: AT,
    attempt: index + 1,
    countsAsAttempt: true,
    due: { at: DUE, zone: 'Europe/Stockholm', wall: '2026-08-03T13:05' },
  },
});

/** Appends of one event each, to one stream, made before anything is timed. */
export function sampleAppends(stream: string, count: number): readonly (readonly NewEvent[])[] {
  return Array.from({ length: count }, (_, index) => {
    const commandId = idOf('command', stream, index);
    const cause = {
      commandId,
      correlationId: commandId,
      causationId: commandId,
      actor: idOf('caller', stream),
      actorRole: 'caller',
      occurredAt: AT,
    };
    return toNewEvents([unanswered(stream, index)], cause);
  });
}
