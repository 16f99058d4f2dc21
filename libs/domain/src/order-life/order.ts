import type { CompanyNumberChecked, Instant, OrderEvent, OrderForm, OrderRegistered } from '#events/contracts/index';
import type { AgreedOrder } from '../order/accept-order-form.js';
import { invoicingAfter, NOT_INVOICED, type Invoicing } from './invoicing/invoicing.js';
import { mailAfter, NO_MAIL, type ThankYouMail } from './mail/thank-you-mail.js';

export type CompanyCheck = Omit<CompanyNumberChecked['data'], 'registry'>;

/** Where it comes from, as it was when it was taken. */
export type OrderOrigin = Omit<OrderRegistered['data'], keyof AgreedOrder>;

export interface Cancellation {
  readonly cause: 'regret' | 'admin' | 'outcome-corrected';
  readonly cancelledAt: Instant;
}

/** An order after the card has taken it. */
export interface StandingOrder {
  readonly status: 'standing' | 'cancelled';
  readonly origin: OrderOrigin;
  /** As it holds now. */
  readonly form: OrderForm;
  readonly agreed: Omit<AgreedOrder, 'order'>;
  readonly cancellation?: Cancellation;
  /** R18: of the number and the name as they are now; absent while no register has answered. */
  readonly companyCheck?: CompanyCheck;
  /** R18: an admin's word on them. */
  readonly companyAccepted: boolean;
  /** R17 */
  readonly mail: ThankYouMail;
  readonly invoicing: Invoicing;
}

export type Order = { readonly status: 'unregistered' } | StandingOrder;

export const UNREGISTERED: Order = { status: 'unregistered' };

/** R18: a mismatch holds the invoice, not the order. */
export const isCompanyInDoubt = ({ companyCheck, companyAccepted }: StandingOrder): boolean =>
  companyCheck !== undefined && companyCheck.result !== 'match' && !companyAccepted;

export function evolve(order: Order, event: OrderEvent): Order {
  if (event.type === 'OrderRegistered') return registered(event.data);
  // The stream begins with its registration: nothing else can stand before it.
  return order.status === 'unregistered' ? order : changed(order, event);
}

function registered(data: OrderRegistered['data']): StandingOrder {
  const { order: form, readBack, language, confirmedWarnings, ...origin } = data;
  const agreed = { readBack, language, confirmedWarnings };
  return { status: 'standing', origin, form, agreed, companyAccepted: false, mail: NO_MAIL, invoicing: NOT_INVOICED };
}

function changed(order: StandingOrder, event: Exclude<OrderEvent, OrderRegistered>): StandingOrder {
  switch (event.type) {
    case 'OrderChanged': {
      const { order: form, readBack, language, confirmedWarnings } = event.data;
      return withForm(order, { order: form, readBack, language, confirmedWarnings });
    }
    case 'OrderCancelled': {
      const { cause, cancelledAt } = event.data;
      return { ...order, status: 'cancelled', cancellation: { cause, cancelledAt } };
    }
    case 'CompanyNumberChecked': {
      const { registry: _, ...companyCheck } = event.data;
      return { ...order, companyCheck };
    }
    case 'CompanyNumberAccepted':
      return { ...order, companyAccepted: true };
    case 'ThankYouMailStarted':
    case 'ThankYouMailSent':
    case 'ThankYouMailRefused':
    case 'ThankYouMailOutcomeUnknown':
    case 'ThankYouMailBounced':
    case 'ThankYouMailAskedAgain':
      return { ...order, mail: mailAfter(order.mail, event) };
    case 'OrderInvoiced':
    case 'OrderCredited':
      return { ...order, invoicing: invoicingAfter(order.invoicing, event) };
  }
}

/** R18: what a register or an admin said holds for the number and the name that they saw. */
function withForm(order: StandingOrder, { order: form, ...agreed }: AgreedOrder): StandingOrder {
  const isSameCompany = form.legalName === order.form.legalName && form.companyNumber === order.form.companyNumber;
  const { companyCheck: _, ...unchecked } = order;
  const kept = isSameCompany ? order : { ...unchecked, companyAccepted: false };
  return { ...kept, form, agreed };
}
