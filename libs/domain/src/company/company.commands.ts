import type {
  CampaignSettings,
  CompanyBlocked,
  CompanyBlockProposed,
  CompanyContacted,
  CompanyRegistered,
  WorkplaceJoined,
} from '#events/contracts/index';
import type { Command } from '../shared/command.js';

type SmallUpTo = Pick<CampaignSettings, 'smallCompanyWorkplaces'>;

export type RegisterCompany = Command<'RegisterCompany', Omit<CompanyRegistered['data'], 'registeredAt'>>;
export type JoinWorkplace = Command<'JoinWorkplace', Omit<WorkplaceJoined['data'], 'joinedAt'>>;
export type KnowNumber = Command<'KnowNumber', { cardId: string; numberId: string }>;
/** R9: somebody at a workplace was spoken with; a larger company does not rest as a whole. */
export type RecordContact = Command<'RecordContact', Omit<CompanyContacted['data'], 'contactedAt'> & SmallUpTo>;
/** R6: a workplace asks for silence. A small company is blocked at once, a larger one waits for admin. */
export type ProposeBlock = Command<
  'ProposeBlock',
  Omit<CompanyBlockProposed['data'], 'proposedAt'> & SmallUpTo & { readonly reason: string }
>;
/** Admin's: blocks a company of whatever size, by hand or as the decision on a proposal. */
export type BlockCompany = Command<'BlockCompany', Omit<CompanyBlocked['data'], 'blockedAt'>>;
/** Admin's: the proposal does not hold for the other workplaces. */
export type DismissBlock = Command<'DismissBlock', { blockId: string; dismissedBy: string; reason: string }>;
export type LiftCompanyBlock = Command<
  'LiftCompanyBlock',
  { blockId: string; liftedBy: string; reason: string; evidence: string }
>;
export type ConfirmCeased = Command<'ConfirmCeased', { confirmedBy: string; evidence: string }>;
/** Admin's: the company is called again. */
export type WithdrawCeasing = Command<'WithdrawCeasing', { withdrawnBy: string; reason: string; evidence: string }>;

export type CompanyCommand =
  | RegisterCompany
  | JoinWorkplace
  | KnowNumber
  | RecordContact
  | ProposeBlock
  | BlockCompany
  | DismissBlock
  | LiftCompanyBlock
  | ConfirmCeased
  | WithdrawCeasing;
