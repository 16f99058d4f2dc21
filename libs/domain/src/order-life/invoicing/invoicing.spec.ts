import { describe, expect, test } from '@jest/globals';
import type { OrderEvent, OrderForm, OrderRow } from '#events/contracts/index';
import { given } from '../../testing/given.js';
import { orderDecider } from '../order-life.decider.js';
import type { StandingOrder } from '../order.js';
import { aForm, ADA, AFTER, agreed, cancelled, registered, REGRET_UNTIL } from '../testing/order-story.js';
import { documentsOwed, holdsOf, invoiceDueAt } from './invoice-due.js';
import type { RecordInvoicing } from './invoicing.commands.js';

const aRow: OrderRow = {
  product: 'Diplompaket',
  productClass: 'advertising',
  kind: 'single',
  oncePerYear: false,
  listPriceOre: 120_000,
  packageOre: 120_000,
  vatPercent: 25,
  vatOre: 30_000,
};
const REGISTERED = registered();
const invoiced = (number = 1, form: Partial<OrderForm> = {}): OrderEvent => ({
  type: 'OrderInvoiced',
  data: { number, issuedOn: '2026-11-23', dueOn: '2026-12-23', order: aForm(form), invoicedAt: AFTER },
});
const credited: OrderEvent = {
  type: 'OrderCredited',
  data: {
    number: 2,
    issuedOn: '2026-11-24',
    invoice: { number: 1, issuedOn: '2026-11-23' },
    order: aForm(),
    creditedAt: AFTER,
  },
};
const changed = (form: Partial<OrderForm>): OrderEvent => ({
  type: 'OrderChanged',
  data: { ...agreed(form), changedBy: ADA, reason: 'asked', changedAt: AFTER },
});
const checked = (result: 'match' | 'mismatch'): OrderEvent => ({
  type: 'CompanyNumberChecked',
  data: { result, registry: 'csv', checkedAt: AFTER },
});
const accepted: OrderEvent = {
  type: 'CompanyNumberAccepted',
  data: { acceptedBy: ADA, reason: 'new name', acceptedAt: AFTER },
};

function after(...events: readonly OrderEvent[]): StandingOrder {
  const { state } = given(orderDecider, ...events);
  if (state.status === 'unregistered') throw new Error('the story begins with the registration');
  return state;
}
const owed = (...events: readonly OrderEvent[]) => documentsOwed(after(...events));

describe('what an order owes its customer', () => {
  test('is one invoice, from the end of the regret window', () => {
    expect(owed(REGISTERED)).toEqual(['invoice']);
    expect(invoiceDueAt(after(REGISTERED))).toBe(REGRET_UNTIL);
    expect(owed(REGISTERED, invoiced())).toEqual([]);
    expect(invoiceDueAt(after(REGISTERED, invoiced()))).toBeUndefined();
  });

  test('is nothing where it was cancelled before, a credit note where it was after', () => {
    expect(owed(REGISTERED, cancelled)).toEqual([]);
    expect(owed(REGISTERED, invoiced(), cancelled)).toEqual(['credit-note']);
    expect(owed(REGISTERED, invoiced(), cancelled, credited)).toEqual([]);
  });

  test('is a credit note and a new invoice where what was invoiced has changed', () => {
    expect(owed(REGISTERED, invoiced(), changed({ termsDays: 10 }))).toEqual(['credit-note', 'invoice']);
    expect(owed(REGISTERED, invoiced(), changed({ note: 'ring first' }))).toEqual([]);
    expect(owed(REGISTERED, invoiced(), changed({ termsDays: 10 }), credited)).toEqual(['invoice']);
    expect(owed(REGISTERED, invoiced(), changed({ termsDays: 10 }), changed({}))).toEqual([]);
  });

  test.each<[string, Partial<OrderForm>]>([
    ['legal name', { legalName: 'New AB' }],
    ['marketing name', { marketingName: 'Skapaskolan' }],
    ['first name', { contactFirstName: 'Åsa' }],
    ['last name', { contactLastName: 'Öberg' }],
    ['company number', { companyNumber: '5560160680' }],
    ['route', { invoice: { kind: 'e-mail', email: 'other@skolan.example' } }],
    ['rows', { rows: [aRow] }],
  ])('is a credit note and a new invoice where the %s has changed', (_, form) => {
    expect(owed(REGISTERED, invoiced(), changed(form))).toEqual(['credit-note', 'invoice']);
    expect(owed(registered(form), invoiced(1, form), changed({}))).toEqual(['credit-note', 'invoice']);
    expect(owed(registered(form), invoiced(1, form), changed(form))).toEqual([]);
  });

  test('R18: is held while the company number is in doubt', () => {
    expect(holdsOf(after(REGISTERED, checked('mismatch')))).toEqual(['company-number']);
    expect(owed(REGISTERED, checked('mismatch'))).toEqual([]);
    expect(owed(REGISTERED, checked('mismatch'), accepted)).toEqual(['invoice']);
    expect(holdsOf(after(REGISTERED, checked('match')))).toEqual([]);
    expect(holdsOf(after(REGISTERED, checked('mismatch'), cancelled))).toEqual([]);
  });

  test('R18: what was invoiced before the doubt is not taken back, what a change makes doubtful is', () => {
    expect(owed(REGISTERED, invoiced(), checked('mismatch'))).toEqual([]);
    expect(owed(REGISTERED, invoiced(), changed({ legalName: 'New AB' }), checked('mismatch'))).toEqual([
      'credit-note',
    ]);
  });

  test('R15: is held while an e-invoice has no id that it can be sent to', () => {
    const held = (invoice: OrderForm['invoice']) => holdsOf(after(registered({ invoice })));
    expect(held({ kind: 'e-invoice' })).toEqual(['e-invoice-id']);
    expect(held({ kind: 'e-invoice', peppolId: '0007:5560160681' })).toEqual(['e-invoice-id']);
    expect(held({ kind: 'e-invoice', peppolId: '0007:5560160681', gln: '7300010000001' })).toEqual([]);
    expect(held({ kind: 'e-invoice', peppolId: '0088:7300010000001' })).toEqual([]);
    expect(held({ kind: 'e-mail', email: 'faktura@skolan.example' })).toEqual([]);
  });
});

describe('a number that was decided for an order', () => {
  const record: RecordInvoicing = {
    type: 'RecordInvoicing',
    data: {
      documents: [{ kind: 'invoice', number: 1, issuedOn: '2026-11-23', dueOn: '2026-12-23', order: aForm() }],
      now: AFTER,
    },
  };

  test('is recorded once, even on an order that was cancelled meanwhile', () => {
    given(orderDecider, REGISTERED).when(record).thenEmits(invoiced());
    given(orderDecider, REGISTERED, invoiced()).when(record).thenNothing();
    given(orderDecider, REGISTERED, cancelled).when(record).thenEmits(invoiced());
    expect(owed(REGISTERED, cancelled, invoiced())).toEqual(['credit-note']);
  });
});
