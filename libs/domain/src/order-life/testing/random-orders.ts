import fc from 'fast-check';
import type { CompanyNumberChecked, Instant, OrderForm, Role } from '#events/contracts/index';
import { documentsOwed } from '../invoicing/invoice-due.js';
import type { NumberedCreditNote, NumberedInvoice } from '../invoicing/invoicing.commands.js';
import type { StandingOrder } from '../order.js';
import type { OrderCommand } from '../order-life.commands.js';
import { agreed, ANN } from './order-story.js';

/** One random step: what is asked how long after the step before. What a command needs is taken from the order. */
export interface Step {
  readonly kind: keyof typeof MAKERS;
  readonly by: Role;
  readonly form: Partial<OrderForm>;
  readonly result: CompanyNumberChecked['data']['result'];
  readonly afterMinutes: number;
  /** An old or wrong id now and then. */
  readonly astray: boolean;
}

export interface Moment {
  readonly step: Step;
  readonly order: StandingOrder;
  readonly now: Instant;
  readonly id: string;
  /** Numbers that the series has decided and this order does not know yet. */
  readonly decided: readonly (NumberedInvoice | NumberedCreditNote)[];
}

const ISSUED_ON = '2026-11-24';
const reason = 'asked';
const actorOf = ({ by }: Step): string => (by === 'caller' ? ANN : by);
const attemptOf = ({ order, step }: Moment): string => (step.astray ? 'astray' : (order.mail.attemptId ?? 'none'));

const MAKERS = {
  change: ({ step, now }: Moment): OrderCommand => ({
    type: 'ChangeOrder',
    data: { ...agreed(step.form), changedBy: actorOf(step), actorRole: step.by, reason, now },
  }),
  cancel: ({ step, now }: Moment): OrderCommand => ({
    type: 'CancelOrder',
    data: { cancelledBy: actorOf(step), actorRole: step.by, reason, now },
  }),
  withdraw: ({ now }: Moment): OrderCommand => ({
    type: 'WithdrawCorrectedOrder',
    data: { cancelledBy: 'lena', reason, now },
  }),
  check: ({ step, order: { form }, now }: Moment): OrderCommand => {
    const { companyNumber } = form;
    const legalName = step.astray ? 'Another AB' : form.legalName;
    return {
      type: 'RecordCompanyCheck',
      data: { result: step.result, registry: 'csv', companyNumber, legalName, now },
    };
  },
  accept: ({ now }: Moment): OrderCommand => ({
    type: 'AcceptCompanyNumber',
    data: { acceptedBy: 'ada', reason, now },
  }),
  startMail: ({ id, now }: Moment): OrderCommand => ({ type: 'StartMail', data: { attemptId: id, now } }),
  mailSent: (moment: Moment): OrderCommand => ({
    type: 'RecordMailSent',
    data: { attemptId: attemptOf(moment), now: moment.now },
  }),
  mailRefused: (moment: Moment): OrderCommand => ({
    type: 'RecordMailRefused',
    data: { attemptId: attemptOf(moment), permanent: moment.step.astray, now: moment.now },
  }),
  mailLost: (moment: Moment): OrderCommand => ({
    type: 'RecordMailOutcomeUnknown',
    data: { attemptId: attemptOf(moment), reason: 'no-answer', now: moment.now },
  }),
  mailBounced: (moment: Moment): OrderCommand => ({
    type: 'RecordMailBounced',
    data: { attemptId: attemptOf(moment), now: moment.now },
  }),
  mailAgain: ({ now }: Moment): OrderCommand => ({ type: 'AskMailAgain', data: { askedBy: 'ada', reason, now } }),
  invoice: ({ decided: documents, now }: Moment): OrderCommand => ({
    type: 'RecordInvoicing',
    data: { documents, now },
  }),
};

export const commandOf = (moment: Moment): OrderCommand => MAKERS[moment.step.kind](moment);

/** What a run gives an order that owes something, as the process that decides it does. */
export const numbered = (order: StandingOrder, first: number): readonly (NumberedInvoice | NumberedCreditNote)[] =>
  documentsOwed(order).map((kind, index) => {
    const [number, issuedOn] = [first + index, ISSUED_ON];
    if (kind === 'invoice') return { kind, number, issuedOn, dueOn: '2026-12-24', order: order.form };
    const { form, ...invoice } = order.invoicing.invoice ?? { number: 0, issuedOn, form: order.form };
    return { kind, number, issuedOn, invoice, order: form };
  });

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...(Object.keys(MAKERS) as (keyof typeof MAKERS)[])),
  by: fc.constantFrom<Role>('caller', 'lead', 'admin'),
  form: fc.constantFrom<Partial<OrderForm>>(
    {},
    { note: 'ring first' },
    { termsDays: 10 },
    { legalName: 'New AB' },
    { email: 'has-none' },
    { invoice: { kind: 'e-invoice' } },
  ),
  result: fc.constantFrom('match', 'mismatch', 'unknown-number', 'ceased'),
  afterMinutes: fc.constantFrom(0, 1, 4, 60, 60 * 24),
  astray: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(step, { maxLength: 40 });
