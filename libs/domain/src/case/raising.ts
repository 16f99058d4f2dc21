import type {
  AterkomEvent,
  CaseKind,
  CaseRaised,
  CaseSubject,
  InvoiceRoute,
  OrderChanged,
  OrderForm,
  OrderRegistered,
  OutcomeEvent,
} from '#events/contracts/index';
import { bounceOf, type Bounce } from '../order-life/mail/bounce.js';

/** A case that follows from an event. `key` names it: the same fact, told again or by another event, raises no second one. */
export interface Raising {
  readonly key: string;
  readonly kind: CaseKind;
  readonly urgent: boolean;
  readonly subject: CaseSubject;
  readonly irritated?: boolean;
  readonly existingCustomerNumber?: string;
  readonly numberId?: string;
  readonly bounce?: Bounce;
  readonly mailFailure?: CaseRaised['data']['mailFailure'];
  readonly text?: string;
}

/** Where the event stands. */
export interface Source {
  readonly eventId: string;
  /** The part of the stream's name after the category: the card's or the order's id. */
  readonly id: string;
}

/** R7, R14-R18: what admin must look at, by the event alone. The handled types are the keys. */
export const RAISINGS = {
  NoteAdded: ({ sendToAdmin, noteId, orderId, text }, { id: cardId }) =>
    sendToAdmin === undefined
      ? []
      : [
          {
            // With an order, its form may ask for the same.
            key: orderId === undefined ? `note/${noteId}` : formKey(orderId, sendToAdmin),
            kind: sendToAdmin,
            urgent: false,
            subject: { cardId, noteId, ...(orderId !== undefined && { orderId }) },
            text,
          },
        ],
  RecentCallReported: (data, { id }) => ofOutcome({ type: 'RecentCallReported', data }, id),
  NoMoreCallsRequested: (data, { id }) => ofOutcome({ type: 'NoMoreCallsRequested', data }, id),
  CompanyReportedCeased: (data, { id }) => ofOutcome({ type: 'CompanyReportedCeased', data }, id),
  ContactFoundUnauthorised: (data, { id }) => ofOutcome({ type: 'ContactFoundUnauthorised', data }, id),
  /** R21: the replacement's effects hold. */
  OutcomeCorrected: ({ replacement }, { id }) => ofOutcome(replacement, id),
  OrderRegistered: (data, { id }) => ofOrder(data, id, data),
  OrderChanged: (data, { id }) => ofOrder(data, id, {}),
  CompanyNumberChecked: ({ result }, { id: orderId, eventId }) =>
    result === 'match'
      ? []
      : [{ key: `check/${eventId}`, kind: 'company-number', urgent: false, subject: { orderId } }],
  ThankYouMailRefused: ({ permanent, attemptId, replyCode }, { id }) =>
    permanent
      ? [
          {
            ...mailFailed(attemptId, id),
            mailFailure: { kind: 'refused', ...(replyCode !== undefined && { replyCode }) },
          },
        ]
      : [],
  ThankYouMailOutcomeUnknown: ({ attemptId }, { id }) => [
    { ...mailFailed(attemptId, id), mailFailure: { kind: 'unknown' } },
  ],
  /** A case of its own: the one of a mail that was unknown may be resolved when it bounces. */
  ThankYouMailBounced: ({ attemptId, status }, { id }) => [
    { ...mailFailed(attemptId, id), key: `bounce/${attemptId}`, bounce: bounceOf(status) },
  ],
} satisfies { readonly [Type in AterkomEvent['type']]?: RaisingOf<Type> };

type RaisingOfAny = (data: object, source: Source) => readonly Raising[];
// The cast: the rule under a type is one for events of that type.
const RULES = RAISINGS as unknown as Readonly<Record<string, RaisingOfAny | undefined>>;

/** The cases that an event raises; none where no rule is about its type. */
export const raisingsOf = ({ type, data }: AterkomEvent, source: Source): readonly Raising[] =>
  RULES[type]?.(data, source) ?? [];

type RaisingOf<Type extends AterkomEvent['type']> = (
  data: Extract<AterkomEvent, { type: Type }>['data'],
  source: Source,
) => readonly Raising[];

/** What the order's form and a note that goes with it ask for is one case. */
export const formKey = (orderId: string, kind: CaseKind): string => `order/${orderId}/${kind}`;

function ofOutcome({ type, data }: OutcomeEvent, cardId: string): readonly Raising[] {
  const { outcomeId, campaignId, roundId, numberId } = data;
  const subject = { cardId, outcomeId, campaignId, roundId };
  const raising = { key: `outcome/${outcomeId}`, urgent: true, subject, ...(numberId !== undefined && { numberId }) };
  switch (type) {
    case 'RecentCallReported':
      return [{ ...raising, kind: 'recently-called', irritated: data.irritated }];
    case 'NoMoreCallsRequested': {
      const { irritated, existingCustomerNumber, blockId } = data;
      const customer = existingCustomerNumber !== undefined && { existingCustomerNumber };
      return [{ ...raising, kind: 'no-more-calls', irritated, ...customer, subject: { ...subject, blockId } }];
    }
    case 'CompanyReportedCeased':
      return [{ ...raising, kind: 'ceased' }];
    case 'ContactFoundUnauthorised':
      return [{ ...raising, kind: 'unauthorised-contact', urgent: false }];
    case 'CallbackScheduled':
    case 'PriorityCallbackPromised':
    case 'CallUnanswered':
    case 'LineBusy':
    case 'OfferDeclined':
    case 'OfferDeferred':
    case 'NumberFoundDead':
    case 'PrivatePersonFound':
    case 'ReferredToHeadOffice':
    case 'OrderTaken':
      return [];
  }
}

type Origin = Partial<Pick<OrderRegistered['data'], 'cardId' | 'companyId' | 'campaignId' | 'roundId' | 'channel'>>;

/** What the form asks admin for, once for each order. */
function ofOrder(
  { order }: OrderRegistered['data'] | OrderChanged['data'],
  orderId: string,
  { cardId, companyId, campaignId, roundId, channel }: Origin,
): readonly Raising[] {
  const subject: CaseSubject = {
    orderId,
    ...(cardId !== undefined && { cardId }),
    ...(companyId !== undefined && { companyId }),
    ...(campaignId !== undefined && { campaignId }),
    ...(roundId !== undefined && { roundId }),
  };
  const kinds = [...askedByForm(order), ...(channel === 'mail' ? ['order-by-mail' as const] : [])];
  return kinds.map((kind) => ({ key: formKey(orderId, kind), kind, urgent: false, subject }));
}

/** R14, R15 */
function askedByForm({ directedPurchase, diplomaAddress, invoice }: OrderForm): readonly CaseKind[] {
  return [
    ...(directedPurchase ? ['directed-purchase' as const] : []),
    ...(diplomaAddress ? ['diploma-address' as const] : []),
    ...askedByInvoice(invoice),
  ];
}

function askedByInvoice(invoice: InvoiceRoute): readonly CaseKind[] {
  if (invoice.kind === 'e-mail') return ['invoice-by-mail'];
  return lacksInvoiceAddress(invoice) ? ['e-invoice-address'] : [];
}

/** R15: an e-invoice without an id to send it to. */
export const lacksInvoiceAddress = (invoice: InvoiceRoute): boolean =>
  invoice.kind === 'e-invoice' && invoice.peppolId === undefined && invoice.gln === undefined;

const mailFailed = (attemptId: string, orderId: string): Raising => ({
  key: `mail/${attemptId}`,
  kind: 'mail-failed',
  urgent: false,
  subject: { orderId },
});
