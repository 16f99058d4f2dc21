import { mailStateOf } from '#domain/order-life/mail/mail-state';
import { holdsOf } from '#domain/order-life/invoicing/invoice-due';
import type { StandingOrder } from '#domain/order-life/order';
import type { OrderRow } from '#read-models/orders/order-row';
import type { Cursor, ReadStore } from '#read-models/store/read-store';
import type { Names } from '../shared/history.js';
import { accountNames } from '../shared/names.js';
import { cursorOf, cursorText } from '../shared/paging.js';
import type { OrderAnswer } from './order.dto.js';
import type { OrderListedDto, OrdersDto } from './order-list.dto.js';

export function orderListed(orderId: string, order: StandingOrder, names: Names): OrderListedDto {
  const { takenAt, regretUntil, cardId, callerId, roundId } = order.origin;
  const { legalName, totalOre, totalVatOre } = order.form;
  const callerName = names.get(callerId);
  return {
    orderId,
    status: order.status,
    takenAt,
    regretUntil,
    cardId,
    callerId,
    ...(callerName !== undefined && { callerName }),
    roundId,
    legalName,
    totalOre,
    totalVatOre,
    isInvoiceHeld: holdsOf(order).length > 0,
    mail: mailStateOf(order),
  };
}

export const ORDERS_ON_A_PAGE = 50;
/** Time and key. */
const CURSOR_LENGTH = 2;

/** Where a page begins. @throws CursorMalformed */
export const pageFrom = (after: string | undefined): { readonly after?: Cursor } =>
  after === undefined ? {} : { after: cursorOf(after, CURSOR_LENGTH) };

/** A page of a list, with the names of those who took them. */
export async function ordersListed(
  views: ReadStore,
  rows: readonly OrderRow[],
  next: Cursor | undefined,
): Promise<OrdersDto> {
  const names = await accountNames(
    views,
    rows.map(({ callerId }) => callerId),
  );
  const orders = rows.map(({ key, state }) => orderListed(key, state, names));
  return next ? { orders, next: cursorText(next) } : { orders };
}

export function orderAnswer(orderId: string, order: StandingOrder, names: Names): OrderAnswer {
  const { form, agreed, origin, companyCheck, companyAccepted, cancellation } = order;
  return {
    ...orderListed(orderId, order, names),
    form,
    ...agreed,
    channel: origin.channel,
    ...(origin.messageReference !== undefined && { messageReference: origin.messageReference }),
    ...(companyCheck && { companyCheck }),
    companyAccepted,
    invoiceHolds: holdsOf(order),
    invoices: order.invoicing.documents,
    ...(cancellation && { cancelledAt: cancellation.cancelledAt }),
  };
}
