import { beforeEach, describe, expect, test } from '@jest/globals';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { AterkomEvent, Instant, OrderEvent } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';
import { InvoiceFinder } from '#processes/finding/invoice-finder';
import { InvoiceRuns } from '#processes/invoices/invoice-runs';
import { interleaved, SteppedStore } from '../blocks/testing/stepped-store.js';
import { FORM, SELLER } from './testing/sample-documents.js';

const ORDERS = ['o1', 'o2'];
const NOW = '2026-11-25T11:00:00.000Z';
const TAKEN = '2026-11-23T09:00:00.000Z';
const DAY = '2026-11-23';

/** As views that still show every order as owing: the streams have the last word. */
class AllOrders extends InvoiceFinder {
  constructor(private readonly orderIds: readonly string[]) {
    super();
  }
  override async *dueUntil(at: Instant): AsyncGenerator<readonly string[]> {
    yield await Promise.resolve(at > TAKEN ? this.orderIds : []);
  }
}

const causeOf = (commandId: string): Cause => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: 'ada',
  actorRole: 'admin',
  occurredAt: NOW,
});

const register = (store: EventStore, orderId: string) =>
  new DecisionRunner(store).run(
    orderDecider,
    orderStream(orderId),
    {
      type: 'RegisterOrder',
      data: {
        cardId: 'card',
        campaignId: 'campaign',
        roundId: 'round',
        callerId: 'ann',
        outcomeId: 'call',
        attempt: 1,
        channel: 'call',
        order: FORM,
        readBack: 'read aloud',
        language: 'sv',
        confirmedWarnings: [],
        takenAt: TAKEN,
        regretUntil: '2026-11-23T09:10:00.000Z',
        now: TAKEN,
      },
    },
    causeOf(`register ${orderId}`),
  );

const cancel = (store: EventStore, orderId: string) =>
  new DecisionRunner(store).run(
    orderDecider,
    orderStream(orderId),
    { type: 'CancelOrder', data: { cancelledBy: 'ada', actorRole: 'admin', reason: 'asked', now: NOW } },
    causeOf(`cancel ${orderId}`),
  );

const make = (store: EventStore, issuedOn: string, commandId: string, orderIds = ORDERS) =>
  new InvoiceRuns(new DecisionRunner(store), new AllOrders(orderIds)).make(
    { issuedOn, seller: SELLER },
    causeOf(commandId),
  );

/** The code of the refusal instead of the refusal. */
const tried = (made: Promise<unknown>): Promise<unknown> =>
  made.catch((error: unknown) =>
    error instanceof Error && 'code' in error ? error.code : Promise.reject(error as Error),
  );

async function logOf(store: EventStore): Promise<readonly Recorded<AterkomEvent>[]> {
  // The cast: the log holds our events only.
  return (await store.readAll({ limit: 1000 })) as readonly Recorded<AterkomEvent>[];
}

const isInvoicing = (event: AterkomEvent): event is Extract<OrderEvent, { type: 'OrderInvoiced' | 'OrderCredited' }> =>
  event.type === 'OrderInvoiced' || event.type === 'OrderCredited';

/** The numbers that orders know of, in rising order. */
const numbersIn = async (store: EventStore): Promise<number[]> =>
  (await logOf(store)).flatMap((event) => (isInvoicing(event) ? event.data.number : [])).sort((a, b) => a - b);

/** A process that dies at its n-th append. */
class DyingStore extends SteppedStore {
  private appends = 0;
  constructor(
    log: InMemoryEventStore,
    private readonly diesAt: number,
  ) {
    super(log, []);
  }
  override async append(...args: Parameters<EventStore['append']>) {
    if (this.appends++ >= this.diesAt) throw new Error('killed');
    return super.append(...args);
  }
}

describe('a run of invoices', () => {
  let log: InMemoryEventStore;

  beforeEach(async () => {
    log = new InMemoryEventStore();
    for (const orderId of ORDERS) await register(log, orderId);
  });

  test('numbers every order once, however often it is asked for', async () => {
    expect(await make(log, DAY, 'c1')).toMatchObject({ wasMade: false });
    expect(await make(log, DAY, 'c1')).toMatchObject({ wasMade: false });
    expect(await make(log, DAY, 'c2')).toMatchObject({ wasMade: true });
    expect(await tried(make(log, '2026-11-24', 'c3'))).toBe('invoice-run.nothing-due');
    expect(await numbersIn(log)).toEqual([1, 2]);
  });

  test('takes an order only once its regret window is over at the end of the day', async () => {
    expect(await tried(make(log, '2026-11-22', 'c1'))).toBe('invoice-run.nothing-due');
  });

  test.each([1, 2, 3])('that is killed after its append %i leaves neither a gap nor a double', async (appends) => {
    await expect(make(new DyingStore(log, appends), DAY, 'c1')).rejects.toThrow('killed');
    await cancel(log, 'o2');
    await make(log, '2026-11-24', 'c2');
    // The two invoices, as they were decided; then what the cancelled order is owed.
    expect(await numbersIn(log)).toEqual([1, 2, 3]);
    expect((await logOf(log)).filter(({ type }) => type === 'InvoiceRunRecorded')).toHaveLength(2);
  });

  test('says what held when its number was decided, and takes it back in the next', async () => {
    await expect(make(new DyingStore(log, 1), DAY, 'c1')).rejects.toThrow('killed');
    await cancel(log, 'o1');
    await make(log, '2026-11-24', 'c2');
    const own = (await logOf(log)).filter(({ streamId }) => streamId === orderStream('o1'));
    expect(own.map(({ type }) => type)).toEqual([
      'OrderRegistered',
      'OrderCancelled',
      'OrderInvoiced',
      'OrderCredited',
    ]);
    expect(own.at(-1)).toMatchObject({ data: { number: 3, invoice: { number: 1, issuedOn: DAY }, order: FORM } });
  });

  // Nine turns of either: enough for both to have read the series and the order before either has written.
  test('gives every number once in whatever order two processes make runs at once', async () => {
    for (let turns = 0; turns < 2 ** 9; turns++) {
      const shared = new InMemoryEventStore();
      await register(shared, 'o1');
      const processes = ['2026-11-23', '2026-11-24'].map((day, index) => {
        const store = new SteppedStore(shared, ['invoiceseries', 'order']);
        return { store, run: () => tried(make(store, day, `c${index}`, ['o1'])) };
      });
      await interleaved(processes, Array.from(turns.toString(2).padStart(9, '0'), Number));
      expect(await numbersIn(shared)).toEqual([1]);
    }
  });
});
