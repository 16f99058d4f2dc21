import { documentsOwed } from '#domain/order-life/invoicing/invoice-due';
import { orderDecider } from '#domain/order-life/order-life.decider';
import { plus } from '#domain/shared/instant';
import { instantOf } from '#domain/shared/swedish-calendar';
import type { Instant, LocalDate, NumberedDocument } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { InvoiceFinder } from '../finding/invoice-finder.js';
import { inParallel } from '../shared/in-parallel.js';

export type OwedDocument = Omit<NumberedDocument, 'number'>;

/** In one event; what is beyond waits for the next run. */
const MOST_IN_A_RUN = 5000;

/**
 * What is owed by orders whose regret window was over at the end of the day, each as its own stream has it: the read models
 * only say where to look.
 */
export async function owedDocuments(
  { runner, finder }: { readonly runner: DecisionRunner; readonly finder: InvoiceFinder },
  issuedOn: LocalDate,
  now: Instant,
): Promise<readonly OwedDocument[]> {
  const owed: OwedDocument[] = [];
  for await (const orderIds of finder.dueUntil(earliest(now, endOf(issuedOn)))) {
    owed.push(...(await inParallel(orderIds, (orderId) => owedBy(runner, orderId))).flat());
    if (owed.length >= MOST_IN_A_RUN) return owed;
  }
  return owed;
}

async function owedBy(runner: DecisionRunner, orderId: string): Promise<readonly OwedDocument[]> {
  const { state, revision } = await runner.load(orderDecider, orderStream(orderId));
  if (state.status === 'unregistered' || revision === 'no-stream') return [];
  return documentsOwed(state).map((kind) => ({ kind, orderId, orderRevision: revision }));
}

const earliest = (one: Instant, other: Instant): Instant => (one < other ? one : other);

const endOf = (date: LocalDate): Instant =>
  instantOf(`${plus(`${date}T00:00:00.000Z`, { days: 1 }).slice(0, 10)}T00:00`);
