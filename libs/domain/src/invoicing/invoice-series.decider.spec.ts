import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InvoiceSeriesEvent, SellerFacts } from '#events/contracts/index';
import { foldOf } from '../shared/decider.js';
import { DomainError } from '../shared/domain-error.js';
import { given } from '../testing/given.js';
import type { DecideInvoiceRun, InvoiceSeriesCommand } from './invoice-series.commands.js';
import { invoiceSeriesDecider } from './invoice-series.decider.js';
import {
  InvoiceDayIsPast,
  InvoiceDayNotBegun,
  InvoiceRunUnfinished,
  InvoiceRunUnknown,
  NothingToInvoice,
} from './invoice-series.errors.js';

const NOW = '2026-11-25T11:00:00.000Z';
const seller: SellerFacts = {
  name: 'Byrån AB',
  companyNumber: '5560360793',
  street: 'Storgatan 1',
  postcode: '114 51',
  city: 'Stockholm',
  bankgiro: '50501055',
  peppolId: '0007:5560360793',
  fTax: true,
};
const run = (issuedOn: string, ...orderIds: readonly string[]): DecideInvoiceRun => ({
  type: 'DecideInvoiceRun',
  data: {
    issuedOn,
    seller,
    owed: orderIds.map((orderId) => ({ kind: 'invoice', orderId, orderRevision: 0 })),
    decidedBy: 'ada',
    now: NOW,
  },
});
const finish = (issuedOn: string): InvoiceSeriesCommand => ({ type: 'FinishInvoiceRun', data: { issuedOn, now: NOW } });
const after = (...commands: readonly InvoiceSeriesCommand[]): InvoiceSeriesEvent[] =>
  commands.reduce<InvoiceSeriesEvent[]>(
    (events, command) => [...events, ...invoiceSeriesDecider.decide(command, foldOf(invoiceSeriesDecider, events))],
    [],
  );
const numbersOf = (events: readonly InvoiceSeriesEvent[]): number[] =>
  events.flatMap((event) =>
    event.type === 'InvoiceRunDecided' ? event.data.documents.map(({ number }) => number) : [],
  );

describe('the series of invoice numbers', () => {
  test('begins at 1 and goes on where it was', () => {
    expect(numbersOf(after(run('2026-11-23', 'a', 'b'), finish('2026-11-23'), run('2026-11-24', 'c')))).toEqual([
      1, 2, 3,
    ]);
  });

  test('has one run a day', () => {
    given(invoiceSeriesDecider, ...after(run('2026-11-23', 'a')))
      .when(run('2026-11-23', 'b'))
      .thenNothing();
  });

  test('dates no run ahead, nor before one that was made', () => {
    const series = given(invoiceSeriesDecider, ...after(run('2026-11-24', 'a'), finish('2026-11-24')));
    series.when(run('2026-11-26', 'b')).thenRejects(InvoiceDayNotBegun, { today: '2026-11-25' });
    series.when(run('2026-11-23', 'b')).thenRejects(InvoiceDayIsPast, { latest: '2026-11-24' });
    series.when(run('2026-11-25')).thenRejects(NothingToInvoice);
  });

  test('gives no further number before every order knows the ones that are given', () => {
    const open = given(invoiceSeriesDecider, ...after(run('2026-11-23', 'a')));
    open.when(run('2026-11-24', 'b')).thenRejects(InvoiceRunUnfinished, { issuedOn: '2026-11-23' });
    open.when(finish('2026-11-23')).thenEmitsLike({ type: 'InvoiceRunRecorded' });
    given(invoiceSeriesDecider, ...after(run('2026-11-23', 'a'), finish('2026-11-23')))
      .when(finish('2026-11-23'))
      .thenNothing();
    given(invoiceSeriesDecider).when(finish('2026-11-23')).thenRejects(InvoiceRunUnknown);
  });

  test('has neither a gap nor a double, whatever is asked of it', () => {
    const day = fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26');
    const command = fc.oneof(
      fc.tuple(day, fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })).map(([on, ids]) => run(on, ...ids)),
      day.map(finish),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        const events: InvoiceSeriesEvent[] = [];
        for (const one of commands) {
          try {
            events.push(...invoiceSeriesDecider.decide(one, foldOf(invoiceSeriesDecider, events)));
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
        }
        const numbers = numbersOf(events);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });
});
