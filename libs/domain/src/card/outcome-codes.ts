import type { OutcomeCode, OutcomeEvent } from '#events/contracts/index';

const CODES: Readonly<Record<OutcomeEvent['type'], OutcomeCode>> = {
  CallbackScheduled: 'callback',
  PriorityCallbackPromised: 'priority-callback',
  OfferDeclined: 'declined',
  OfferDeferred: 'deferred',
  CallUnanswered: 'no-answer',
  LineBusy: 'busy',
  NumberFoundDead: 'dead-number',
  PrivatePersonFound: 'private-person',
  ContactFoundUnauthorised: 'unauthorised-contact',
  ReferredToHeadOffice: 'head-office-referral',
  RecentCallReported: 'recently-called',
  CompanyReportedCeased: 'ceased',
  NoMoreCallsRequested: 'no-more-calls',
  OrderTaken: 'order',
};

export const codeOf = (type: OutcomeEvent['type']): OutcomeCode => CODES[type];

export const isOutcome = (event: { readonly type: string }): event is OutcomeEvent => Object.hasOwn(CODES, event.type);
