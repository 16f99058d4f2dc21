import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Instant, OrderEvent } from '#events/contracts/index';
import { foldOf } from '../shared/decider.js';
import { DomainError } from '../shared/domain-error.js';
import { plus } from '../shared/instant.js';
import { documentsOwed, holdsOf, invoiceDueAt } from './invoicing/invoice-due.js';
import type { NumberedCreditNote, NumberedInvoice } from './invoicing/invoicing.commands.js';
import { orderDecider } from './order-life.decider.js';
import type { OrderCommand } from './order-life.commands.js';
import type { StandingOrder } from './order.js';
import { brokenLaws } from './testing/order-laws.js';
import { registered, TAKEN } from './testing/order-story.js';
import { commandOf, numbered, steps, type Step } from './testing/random-orders.js';

interface Run {
  readonly log: readonly OrderEvent[];
  readonly order: StandingOrder;
  readonly now: Instant;
  /** Decided by the series, recorded by a later step, as a crash between may leave it. */
  readonly decided: readonly (NumberedInvoice | NumberedCreditNote)[];
  readonly nextNumber: number;
}

function stateOf(log: readonly OrderEvent[]): StandingOrder {
  const order = foldOf(orderDecider, log);
  if (order.status === 'unregistered') throw new Error('the story begins with the registration');
  return order;
}

/** What a command leads to; a refusal leads to nothing, any other error fails the test. */
function eventsOf(command: OrderCommand, order: StandingOrder): readonly OrderEvent[] {
  try {
    return orderDecider.decide(command, order);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

/** The series decides for an order only when all that it decided before is recorded, and the regret window is over. */
function decidedNow({ decided, order, now, nextNumber }: Run): Run['decided'] {
  if (decided.length > 0) return decided;
  const due = invoiceDueAt(order);
  return due !== undefined && due <= now ? numbered(order, nextNumber) : [];
}

function stepped(before: Run, step: Step, index: number, seen: (command: OrderCommand, after: Run) => void): Run {
  const now = plus(before.now, { minutes: step.afterMinutes });
  const command = commandOf({ step, order: before.order, now, id: `a${index}`, decided: before.decided });
  const log = [...before.log, ...eventsOf(command, before.order)];
  const done = { ...before, log, order: stateOf(log), now, decided: step.kind === 'invoice' ? [] : before.decided };
  seen(command, done);
  const decided = decidedNow(done);
  const nextNumber = decided === done.decided ? done.nextNumber : done.nextNumber + decided.length;
  return { ...done, decided, nextNumber };
}

function run(walk: readonly Step[], seen: (command: OrderCommand, after: Run) => void = () => undefined): Run {
  const log = [registered()];
  const start: Run = { log, order: stateOf(log), now: TAKEN, decided: [], nextNumber: 1 };
  return walk.reduce<Run>((before, step, index) => stepped(before, step, index, seen), start);
}

/** Records what is decided and decides what is owed until nothing is. */
function settled(walk: readonly Step[]): Run {
  const invoice: Step = { kind: 'invoice', by: 'admin', form: {}, result: 'match', afterMinutes: 60, astray: false };
  return [invoice, invoice, invoice].reduce<Run>(
    (before, step) => stepped(before, step, 0, () => undefined),
    run(walk),
  );
}

const RUNS = { numRuns: 500 };

describe('an order among its caller, a lead, an admin, a register, a mail server and the invoices', () => {
  test('R17, R18: no law is broken at any position of the log', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        expect(brokenLaws(run(walk).log)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the same command once more changes nothing', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        run(walk, (command, { order }) => {
          expect(eventsOf(command, order)).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  test('replay equals live, also after the log was stored as text', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { log, order } = run(walk);
        expect(foldOf(orderDecider, JSON.parse(JSON.stringify(log)) as OrderEvent[])).toEqual(order);
      }),
      RUNS,
    );
  });

  test('R15, R18: in the end it is invoiced as it stands, held for a reason, or owes nothing', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { order, decided } = settled(walk);
        expect([decided, documentsOwed(order)]).toEqual([[], []]);
        const { invoice } = order.invoicing;
        if (order.status === 'cancelled' || holdsOf(order).length > 0) expect(invoice).toBeUndefined();
        else expect(invoice?.form.termsDays).toBe(order.form.termsDays);
      }),
      RUNS,
    );
  });
});
