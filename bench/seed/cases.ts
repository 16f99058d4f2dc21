import type { CaseKind } from '#events/contracts/index';
import { caseStream } from '#events/contracts/stream-names';
import { card } from './cards.js';
import { callerIdOf, CAMPAIGN_ID, cardIdOf, idOf, ROUND_ID, SEEDED_AT } from './names.js';
import type { SeedAppend } from './seed-append.js';

export const CASE_KINDS = ['other', 'order-by-mail', 'recently-called', 'mail-failed'] as const satisfies CaseKind[];
const CALLERS = 200;

/** A card, and an open case about it. Of ten cases one is urgent. */
export const cardWithCase = (index: number): readonly SeedAppend[] => [...card(index), openCase(index)];

function openCase(index: number): SeedAppend {
  const subject = { cardId: cardIdOf(index), campaignId: CAMPAIGN_ID, roundId: ROUND_ID };
  return {
    streamId: caseStream(idOf('case', index)),
    events: [
      {
        type: 'CaseRaised',
        data: {
          kind: CASE_KINDS[index % CASE_KINDS.length] ?? 'other',
          urgent: index % 10 === 0,
          subject,
          sourceEventId: idOf('source', index),
          text: 'Wants the diploma sent to another address.',
          raisedBy: callerIdOf(index % CALLERS),
          raisedAt: SEEDED_AT,
        },
      },
    ],
  };
}
