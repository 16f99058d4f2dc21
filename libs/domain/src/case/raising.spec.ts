import { describe, expect, test } from '@jest/globals';
import { aForm, registered } from '../order-life/testing/order-story.js';
import type { OrderForm, OrderRegistered, OutcomeFacts } from '#events/contracts/index';
import { RAISINGS } from './raising.js';

const AT_CARD = { eventId: 'event-1', id: 'card-1' };
const AT_ORDER = { eventId: 'event-2', id: 'order-1' };
const FACTS: OutcomeFacts = {
  outcomeId: 'call-1',
  campaignId: 'campaign-1',
  roundId: 'round-1',
  callerId: 'ann',
  cause: 'call',
  ending: 'answered',
  spokeWith: 'decision-maker',
  numberId: 'number-1',
  endedAt: '2026-11-23T09:00:00.000Z',
  attempt: 1,
  countsAsAttempt: false,
};
const note = { noteId: 'note-1', text: 'Ring Åsa', addedBy: 'ann', addedAt: FACTS.endedAt };

const kindsOf = (changes: Partial<OrderForm>, origin: Partial<OrderRegistered['data']> = {}) => {
  const event = registered({ invoice: { kind: 'post', address: ADDRESS }, ...changes });
  if (event.type !== 'OrderRegistered') throw new Error('the order was registered');
  return RAISINGS.OrderRegistered({ ...event.data, ...origin }, AT_ORDER).map(({ kind }) => kind);
};
const ADDRESS = { street: 'Storgatan 1', postcode: '111 22', city: 'Stockholm' };

describe('what raises a case', () => {
  test('R7: recently-called, no-more-calls and ceased, urgent, with the number that was called', () => {
    const [recent] = RAISINGS.RecentCallReported({ ...FACTS, irritated: true }, AT_CARD);
    expect(recent).toMatchObject({ kind: 'recently-called', urgent: true, irritated: true, numberId: 'number-1' });
    const stop = { ...FACTS, irritated: false, existingCustomerNumber: 'K-1', blockId: 'block-1' };
    expect(RAISINGS.NoMoreCallsRequested(stop, AT_CARD)).toMatchObject([
      {
        kind: 'no-more-calls',
        urgent: true,
        existingCustomerNumber: 'K-1',
        subject: { cardId: 'card-1', blockId: 'block-1' },
      },
    ]);
    expect(RAISINGS.CompanyReportedCeased(FACTS, AT_CARD)).toMatchObject([{ kind: 'ceased', urgent: true }]);
  });

  test('an unauthorised contact, without hurry', () => {
    const found = { ...FACTS, searchedTheWeb: true } as const;
    expect(RAISINGS.ContactFoundUnauthorised(found, AT_CARD)).toMatchObject([{ urgent: false }]);
  });

  test('R21: what an outcome was corrected into, and nothing where that asks for nothing', () => {
    const was = { ...FACTS, code: 'no-answer' } as const;
    const correction = {
      correctedOutcomeId: 'call-1',
      was,
      correctedBy: 'ann',
      reason: 'fel',
      correctedAt: FACTS.endedAt,
    };
    const ceased = { type: 'CompanyReportedCeased', data: { ...FACTS, outcomeId: 'call-2' } } as const;
    expect(RAISINGS.OutcomeCorrected({ ...correction, replacement: ceased }, AT_CARD)).toMatchObject([
      { kind: 'ceased', key: 'outcome/call-2' },
    ]);
    const said = { type: 'OfferDeclined', data: { ...FACTS, reason: 'said-no' } } as const;
    expect(RAISINGS.OutcomeCorrected({ ...correction, replacement: said }, AT_CARD)).toEqual([]);
  });

  test('R16: a note that is sent to admin, and no other', () => {
    expect(RAISINGS.NoteAdded(note, AT_CARD)).toEqual([]);
    expect(RAISINGS.NoteAdded({ ...note, sendToAdmin: 'other' }, AT_CARD)).toMatchObject([
      { kind: 'other', text: 'Ring Åsa', subject: { cardId: 'card-1', noteId: 'note-1' } },
    ]);
  });

  test('R16: a note of an order and what its form asks for by itself are one case', () => {
    const sent = { ...note, sendToAdmin: 'diploma-address', orderId: 'order-1' } as const;
    const [byNote] = RAISINGS.NoteAdded(sent, AT_CARD);
    const event = registered({ diplomaAddress: ADDRESS, invoice: { kind: 'post', address: ADDRESS } });
    if (event.type !== 'OrderRegistered') throw new Error('the order was registered');
    const [byForm] = RAISINGS.OrderRegistered(event.data, AT_ORDER);
    expect(byForm?.key).toBe(byNote?.key);
  });

  test('R14: a directed purchase', () => {
    const directedPurchase = { recipientKind: 'school', recipient: 'Ekskolan' } as const;
    expect(kindsOf({ directedPurchase })).toEqual(['directed-purchase']);
    expect(kindsOf({})).toEqual([]);
  });

  test('R15: an invoice by mail, and an e-invoice without an address', () => {
    expect(kindsOf({ invoice: { kind: 'e-mail', email: 'faktura@skolan.example' } })).toEqual(['invoice-by-mail']);
    expect(kindsOf({ invoice: { kind: 'e-invoice' } })).toEqual(['e-invoice-address']);
    expect(kindsOf({ invoice: { kind: 'e-invoice', peppolId: '0007:5560360793' } })).toEqual([]);
  });

  test('an order by mail, and a diploma to another address', () => {
    expect(kindsOf({}, { channel: 'mail' })).toEqual(['order-by-mail']);
    expect(kindsOf({ diplomaAddress: ADDRESS })).toEqual(['diploma-address']);
  });

  test('R14, R15: a change of the order asks once for what the order had asked for', () => {
    const invoice = { kind: 'e-mail', email: 'faktura@skolan.example' } as const;
    const changed = { order: aForm({ invoice }), readBack: '', language: 'sv', confirmedWarnings: [] } as const;
    const change = { ...changed, changedBy: 'ann', reason: 'fel', changedAt: FACTS.endedAt };
    expect(RAISINGS.OrderChanged(change, AT_ORDER)).toMatchObject([{ key: 'order/order-1/invoice-by-mail' }]);
  });

  test('R18: a register that objects', () => {
    const checked = { registry: 'csv', checkedAt: FACTS.endedAt };
    expect(RAISINGS.CompanyNumberChecked({ ...checked, result: 'match' }, AT_ORDER)).toEqual([]);
    expect(RAISINGS.CompanyNumberChecked({ ...checked, result: 'mismatch' }, AT_ORDER)).toMatchObject([
      { kind: 'company-number', subject: { orderId: 'order-1' } },
    ]);
  });

  test('R17: a mail that bounced, apart from the case of a mail whose fate was unknown', () => {
    const bounce = (status?: string) =>
      RAISINGS.ThankYouMailBounced({ attemptId: 'a1', bouncedAt: 't', ...(status && { status }) }, AT_ORDER);
    expect(bounce('5.1.1')).toEqual([
      {
        key: 'bounce/a1',
        kind: 'mail-failed',
        urgent: false,
        subject: { orderId: 'order-1' },
        bounce: { kind: 'hard', status: '5.1.1' },
      },
    ]);
    expect(bounce('4.2.2')).toMatchObject([{ bounce: { kind: 'soft', status: '4.2.2' } }]);
    expect(bounce()).toMatchObject([{ bounce: { kind: 'hard' } }]);
  });

  test('R17: a mail that failed for good, once for each attempt', () => {
    const refused = { attemptId: 'a1', refusedAt: FACTS.endedAt };
    expect(RAISINGS.ThankYouMailRefused({ ...refused, permanent: false }, AT_ORDER)).toEqual([]);
    const failures = [
      RAISINGS.ThankYouMailRefused({ ...refused, permanent: true }, AT_ORDER),
      RAISINGS.ThankYouMailOutcomeUnknown({ attemptId: 'a1', reason: 'no-answer', foundAt: FACTS.endedAt }, AT_ORDER),
    ].flat();
    expect(new Set(failures.map(({ key }) => key))).toEqual(new Set(['mail/a1']));
    expect(failures.map(({ mailFailure }) => mailFailure)).toEqual([{ kind: 'refused' }, { kind: 'unknown' }]);
    expect(RAISINGS.ThankYouMailRefused({ ...refused, permanent: true, replyCode: 550 }, AT_ORDER)).toMatchObject([
      { mailFailure: { kind: 'refused', replyCode: 550 } },
    ]);
    expect(failures).toHaveLength(2);
  });
});
