import type { CaseKind, OrderEvent } from '#events/contracts/index';
import { NOTE_KINDS } from './kinds.js';
import { raisingsAt, type OrderFact } from './order-cases.js';
import { formKey, lacksInvoiceAddress } from './raising.js';

interface Settling {
  readonly kinds: readonly CaseKind[];
  /** Also one that somebody has taken: nothing is left to do, whoever began with it. */
  readonly evenTaken: boolean;
}

/** A case, by its key, whose matter is settled. */
export interface SettledCase {
  readonly key: string;
  readonly evenTaken: boolean;
}

const done = (...kinds: readonly CaseKind[]): Settling => ({ kinds, evenTaken: true });

/** What a note says about `other` may concern more than the order. */
const NOTES_ON_ORDER = NOTE_KINDS.filter((kind) => kind !== 'other');
const OF_AN_ORDER: readonly CaseKind[] = [...NOTES_ON_ORDER, 'e-invoice-address', 'company-number', 'mail-failed'];

/** What an event of an order settles of the cases that were raised before it (R15-R18). The handled types are the keys. */
export const SETTLINGS = {
  CompanyNumberAccepted: () => done('company-number'),
  CompanyNumberChecked: ({ result }) => (result === 'match' ? done('company-number') : undefined),
  OrderChanged: ({ order: { invoice } }) => (lacksInvoiceAddress(invoice) ? undefined : done('e-invoice-address')),
  ThankYouMailSent: () => done('mail-failed'),
  ThankYouMailAskedAgain: () => done('mail-failed'),
  /** Who has begun may have something to undo. */
  OrderCancelled: () => ({ kinds: OF_AN_ORDER, evenTaken: false }),
} satisfies { readonly [Type in OrderEvent['type']]?: SettlingOf<Type> };

type SettlingOf<Type extends OrderEvent['type']> = (
  data: Extract<OrderEvent, { type: Type }>['data'],
) => Settling | undefined;

// The cast: the rule under a type is one for events of that type.
const RULES = SETTLINGS as unknown as Readonly<Record<string, ((data: object) => Settling | undefined) | undefined>>;

/** The cases that the last of the events settles, the others being what the order's stream holds before it. */
export function settledCases(orderId: string, events: readonly OrderFact[]): readonly SettledCase[] {
  const last = events.at(-1);
  const settling = last && RULES[last.type]?.(last.data);
  if (!settling) return [];
  const { kinds, evenTaken } = settling;
  const raised = events.slice(0, -1).flatMap((_, place) => raisingsAt(orderId, events.slice(0, place + 1)));
  const keys = raised.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  // A note is written on the card: the order does not know of it, but by which key it would be.
  const noted = NOTES_ON_ORDER.filter((kind) => kinds.includes(kind)).map((kind) => formKey(orderId, kind));
  return [...new Set([...keys, ...noted])].map((key) => ({ key, evenTaken }));
}
