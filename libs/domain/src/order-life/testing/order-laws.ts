import type { OrderEvent, OrderForm } from '#events/contracts/index';
import { REGRET_UNTIL } from './order-story.js';

// What must hold at every position of an order's log, told from the log alone and apart from how the decider keeps its state.

type Log = readonly OrderEvent[];
type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>;

const ofType = <Type extends OrderEvent['type']>(log: Log, ...types: readonly Type[]): Of<Type>[] =>
  log.filter((event): event is Of<Type> => (types as readonly string[]).includes(event.type));

/** Positions and laws that the log breaks; none when all is well. */
export const brokenLaws = (log: Log): string[] =>
  log.flatMap((event, position) =>
    lawsOf(event, log.slice(0, position)).map((law) => `${position} ${event.type}: ${law}`),
  );

const broken = (laws: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(laws).flatMap(([law, isBroken]) => (isBroken ? [law] : []));

const isCancelled = (before: Log): boolean => ofType(before, 'OrderCancelled').length > 0;

function formAfter(before: Log): OrderForm | undefined {
  return ofType(before, 'OrderRegistered', 'OrderChanged').at(-1)?.data.order;
}

function lawsOf(event: OrderEvent, before: Log): string[] {
  switch (event.type) {
    case 'OrderRegistered':
      return broken({ 'registered twice': before.length > 0 });
    case 'OrderChanged':
      return broken({
        'changed after its end': isCancelled(before),
        'by others than an admin after the window':
          event.data.changedBy !== 'admin' && event.data.changedAt >= REGRET_UNTIL,
      });
    case 'OrderCancelled':
      return broken({ 'cancelled twice': isCancelled(before) });
    case 'CompanyNumberAccepted':
      return broken({ 'R18: accepted without a doubt': doubtAfter(before) === undefined });
    case 'ThankYouMailStarted':
      return mailLaws(event, before);
    case 'OrderInvoiced':
      return broken({
        ...numberLaws(event, before),
        'invoiced on top of an invoice': openInvoice(before) !== undefined,
      });
    case 'OrderCredited':
      return broken({ ...numberLaws(event, before), 'credits what does not stand': !isOpen(event, before) });
    case 'CompanyNumberChecked':
    case 'ThankYouMailSent':
    case 'ThankYouMailRefused':
    case 'ThankYouMailOutcomeUnknown':
    case 'ThankYouMailBounced':
    case 'ThankYouMailAskedAgain':
      return [];
  }
}

/** R18: the last word on the number and the name as they are. */
function doubtAfter(before: Log): OrderEvent | undefined {
  const last = ofType(before, 'CompanyNumberChecked').at(-1);
  return last?.data.result === 'match' ? undefined : last;
}

const mailLaws = ({ data: { startedAt } }: Of<'ThankYouMailStarted'>, before: Log): string[] => {
  const earlier = ofType(before, 'ThankYouMailStarted').length > 0;
  const between = before.slice(before.findLastIndex(({ type }) => type === 'ThankYouMailStarted'));
  const allowed = ofType(between, 'ThankYouMailRefused', 'ThankYouMailAskedAgain').length > 0;
  return broken({
    'R17: before the regret window is over': startedAt < REGRET_UNTIL,
    'R17: for a cancelled order': isCancelled(before),
    'R17: without an address': formAfter(before)?.email === 'has-none',
    'R17: twice without a refusal or an admin': earlier && !allowed,
  });
};

const numberLaws = ({ data }: Of<'OrderInvoiced' | 'OrderCredited'>, before: Log): Record<string, boolean> => {
  const last = ofType(before, 'OrderInvoiced', 'OrderCredited').at(-1);
  return { 'numbers do not rise': last !== undefined && last.data.number >= data.number };
};

function openInvoice(before: Log): Of<'OrderInvoiced'> | undefined {
  const last = ofType(before, 'OrderInvoiced', 'OrderCredited').at(-1);
  return last?.type === 'OrderInvoiced' ? last : undefined;
}

function isOpen({ data: { invoice, order } }: Of<'OrderCredited'>, before: Log): boolean {
  const open = openInvoice(before);
  return open?.data.number === invoice.number && JSON.stringify(open.data.order) === JSON.stringify(order);
}
