import type { CompanyNumberChecked, OrderChanged, OrderRegistered, Role } from '#events/contracts/index';
import type { AgreedOrder } from '../order/accept-order-form.js';
import type { Command } from '../shared/command.js';
import type { RecordInvoicing } from './invoicing/invoicing.commands.js';
import type { MailCommand } from './mail/thank-you-mail.commands.js';

export type RegisterOrder = Command<'RegisterOrder', OrderRegistered['data']>;
/** The whole form, checked and priced. */
export type ChangeOrder = Command<
  'ChangeOrder',
  AgreedOrder & Pick<OrderChanged['data'], 'changedBy' | 'reason'> & { readonly actorRole: Role }
>;
export type CancelOrder = Command<
  'CancelOrder',
  { readonly cancelledBy: string; readonly reason: string; readonly actorRole: Role }
>;
/** R21: the outcome that took the order was corrected to something else. */
export type WithdrawCorrectedOrder = Command<
  'WithdrawCorrectedOrder',
  { readonly cancelledBy: string; readonly reason: string }
>;
/** R18: what a register says of the name and number that it was asked about. */
export type RecordCompanyCheck = Command<
  'RecordCompanyCheck',
  Omit<CompanyNumberChecked['data'], 'checkedAt'> & { readonly companyNumber: string; readonly legalName: string }
>;
export type AcceptCompanyNumber = Command<
  'AcceptCompanyNumber',
  { readonly acceptedBy: string; readonly reason: string }
>;

export type OrderCommand =
  | RegisterOrder
  | ChangeOrder
  | CancelOrder
  | WithdrawCorrectedOrder
  | RecordCompanyCheck
  | AcceptCompanyNumber
  | MailCommand
  | RecordInvoicing;
