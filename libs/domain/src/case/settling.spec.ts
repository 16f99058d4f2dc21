import { describe, expect, test } from '@jest/globals';
import type { InvoiceRoute, OrderEvent } from '#events/contracts/index';
import { agreed, AFTER, cancelled, registered } from '../order-life/testing/order-story.js';
import { raisingsAt } from './order-cases.js';
import { settledCases } from './settling.js';

const ORDER = 'order-1';
const ADDRESSLESS: InvoiceRoute = { kind: 'e-invoice' };
const ADDRESSED: InvoiceRoute = { kind: 'e-invoice', peppolId: '0007:5560360793' };

const changed = (invoice: InvoiceRoute): OrderEvent => ({
  type: 'OrderChanged',
  data: { ...agreed({ invoice }), changedBy: 'ada', reason: 'rang back', changedAt: AFTER },
});
const checked = (result: 'match' | 'mismatch'): OrderEvent => ({
  type: 'CompanyNumberChecked',
  data: { result, registry: 'csv', checkedAt: AFTER },
});
const accepted: OrderEvent = {
  type: 'CompanyNumberAccepted',
  data: { acceptedBy: 'ada', reason: 'rang them', acceptedAt: AFTER },
};
const mail = (type: 'ThankYouMailRefused' | 'ThankYouMailSent' | 'ThankYouMailAskedAgain', attemptId = 'a1') =>
  ({
    ThankYouMailRefused: { type, data: { attemptId, permanent: true, refusedAt: AFTER } },
    ThankYouMailSent: { type, data: { attemptId, sentAt: AFTER } },
    ThankYouMailAskedAgain: { type, data: { askedBy: 'ada', reason: 'new address', askedAt: AFTER } },
  })[type] as OrderEvent;

/** The event that stands at a place has the id `e<place>`. */
const story = (...events: readonly OrderEvent[]) => events.map((event, place) => ({ ...event, id: `e${place}` }));
const keysSettled = (...events: readonly OrderEvent[]) =>
  settledCases(ORDER, story(...events)).map(({ key, evenTaken }) => `${key}${evenTaken ? ' even taken' : ''}`);
const keysRaised = (...events: readonly OrderEvent[]) => raisingsAt(ORDER, story(...events)).map(({ key }) => key);

describe('what settles a case elsewhere', () => {
  test('R18: an accepted company number, or one that the register now knows by that name', () => {
    const before = [registered(), checked('mismatch')];
    expect(keysSettled(...before, accepted)).toEqual(['check/e1 even taken']);
    expect(keysSettled(...before, checked('match'))).toEqual(['check/e1 even taken']);
    expect(keysSettled(...before, checked('mismatch'))).toEqual([]);
    expect(keysSettled(registered(), checked('match'))).toEqual([]);
  });

  test('R15: an id for the e-invoice, or another way for the invoice', () => {
    const before = registered({ invoice: ADDRESSLESS });
    const key = `order/${ORDER}/e-invoice-address`;
    expect(keysSettled(before, changed(ADDRESSED))).toEqual([`${key} even taken`]);
    expect(keysSettled(before, changed({ kind: 'e-mail', email: 'faktura@skolan.example' }))).toHaveLength(1);
    expect(keysSettled(before, changed(ADDRESSLESS))).toEqual([]);
  });

  test('R15: an id that is taken out again is a case of its own, raised and settled as such', () => {
    const base = `order/${ORDER}/e-invoice-address`;
    const again = [registered({ invoice: ADDRESSLESS }), changed(ADDRESSED), changed(ADDRESSLESS)] as const;
    expect(keysRaised(...again.slice(0, 1))).toEqual([base]);
    expect(keysRaised(...again)).toEqual([`${base}/e2`]);
    expect(keysRaised(...again, changed(ADDRESSLESS))).toEqual([`${base}/e2`]);
    expect(keysSettled(...again, changed(ADDRESSED))).toEqual([`${base} even taken`, `${base}/e2 even taken`]);
    expect(keysRaised(registered({ invoice: ADDRESSED }), changed(ADDRESSLESS))).toEqual([base]);
  });

  test('R16: a cancelled order, where nobody has begun and nothing but the order was asked about', () => {
    const invoice: InvoiceRoute = { kind: 'e-mail', email: 'faktura@skolan.example' };
    const settled = keysSettled(
      registered({ invoice }),
      checked('mismatch'),
      mail('ThankYouMailRefused'),
      mail('ThankYouMailAskedAgain'),
      cancelled,
    );
    expect(new Set(settled)).toEqual(
      new Set([
        'check/e1',
        'mail/a1',
        ...['diploma-address', 'invoice-by-mail', 'directed-purchase', 'order-by-mail'].map(
          (kind) => `order/${ORDER}/${kind}`,
        ),
      ]),
    );
    expect(settled).toHaveLength(6);
  });

  test('R17: a mail that went after all, or that is to go again', () => {
    const before = [registered(), mail('ThankYouMailRefused')];
    expect(keysSettled(...before, mail('ThankYouMailSent'))).toEqual(['mail/a1 even taken']);
    expect(keysSettled(...before, mail('ThankYouMailAskedAgain'))).toEqual(['mail/a1 even taken']);
    expect(keysSettled(...before, accepted)).toEqual([]);
  });
});
