import type { OrderChanged, OrderEvent, OrderRegistered } from '#events/contracts/index';
import { lacksInvoiceAddress, raisingsOf, type Raising } from './raising.js';

/** An event of an order as it stands in its stream. */
export type OrderFact = OrderEvent & { readonly id: string };
type FormFact = (OrderRegistered | OrderChanged) & { readonly id: string };

const isForm = (fact: OrderFact): fact is FormFact => fact.type === 'OrderRegistered' || fact.type === 'OrderChanged';

/** The cases that the last of the events raises, the others being what the order's stream holds before it. */
export function raisingsAt(orderId: string, events: readonly OrderFact[]): readonly Raising[] {
  const last = events.at(-1);
  const raisings = last ? raisingsOf(last, { eventId: last.id, id: orderId }) : [];
  return raisings.map((raising) =>
    raising.kind === 'e-invoice-address'
      ? { ...raising, key: addressKey(raising.key, events.filter(isForm)) }
      : raising,
  );
}

/** R15: an id that was filled in settles the case; taken out again it is asked for anew. */
function addressKey(base: string, forms: readonly FormFact[]): string {
  const asks = forms.map(({ data }) => lacksInvoiceAddress(data.order.invoice));
  const began = asks.lastIndexOf(false) + 1;
  const isFirst = asks.indexOf(true) === began;
  return isFirst ? base : `${base}/${forms[began]?.id}`;
}
