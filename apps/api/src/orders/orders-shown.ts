import { hasMailAddress } from '#domain/order-life/mail/mail-due';
import { holdsOf } from '#domain/order-life/invoicing/invoice-due';
import type { StandingOrder } from '#domain/order-life/order';
import type { Names } from '../shared/history.js';
import type { OrderAnswer } from './order.dto.js';
import type { OrderListedDto } from './order-list.dto.js';

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
    mail: hasMailAddress(order) ? order.mail.status : 'no-address',
  };
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
