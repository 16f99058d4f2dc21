import type { CompanyEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { mustShowEvidence, mustStateReason } from '../shared/stated.js';
import { blockCompany, dismissBlock, liftBlock, proposeBlock } from './company-blocks.js';
import type {
  CompanyCommand,
  ConfirmCeased,
  JoinWorkplace,
  KnowNumber,
  RecordContact,
  RegisterCompany,
  WithdrawCeasing,
} from './company.commands.js';
import { CompanyUnknown } from './company.errors.js';
import { evolve, isSmall, UNREGISTERED, type Company } from './company.js';

function register({ now, ...facts }: RegisterCompany['data'], { isRegistered }: Company): CompanyEvent[] {
  return isRegistered ? [] : [{ type: 'CompanyRegistered', data: { ...facts, registeredAt: now } }];
}

/** A workplace that joins again, as a repeated import makes it, brings its new numbers only. */
function joinWorkplace({ cardId, numberIds, now }: JoinWorkplace['data'], company: Company): CompanyEvent[] {
  if (!company.workplaces.includes(cardId)) {
    return [{ type: 'WorkplaceJoined', data: { cardId, numberIds, joinedAt: now } }];
  }
  return [...new Set(numberIds)].flatMap((numberId) => knowNumber({ cardId, numberId, now }, company));
}

function knowNumber({ now, ...known }: KnowNumber['data'], { numberIds }: Company): CompanyEvent[] {
  if (numberIds.includes(known.numberId)) return [];
  return [{ type: 'CompanyNumberKnown', data: { ...known, knownAt: now } }];
}

/** R9. Another rest for a call that is known is a correction (R21), whatever the size by now. */
function recordContact(
  { now, smallCompanyWorkplaces, ...contact }: RecordContact['data'],
  company: Company,
): CompanyEvent[] {
  const before = company.rests[contact.callId];
  if (before === contact.restUntil) return [];
  if (before === undefined && !isSmall(company, { smallCompanyWorkplaces })) return [];
  return [{ type: 'CompanyContacted', data: { ...contact, contactedAt: now } }];
}

function confirmCeased({ now, ...confirmation }: ConfirmCeased['data'], { ceasedAt }: Company): CompanyEvent[] {
  if (ceasedAt) return [];
  mustShowEvidence(confirmation.evidence);
  return [{ type: 'CompanyCeased', data: { ...confirmation, ceasedAt: now } }];
}

function withdrawCeasing({ now, ...withdrawal }: WithdrawCeasing['data'], { ceasedAt }: Company): CompanyEvent[] {
  if (!ceasedAt) return [];
  mustStateReason(withdrawal.reason);
  mustShowEvidence(withdrawal.evidence);
  return [{ type: 'CeasingWithdrawn', data: { ...withdrawal, withdrawnAt: now } }];
}

function decide(command: CompanyCommand, company: Company): CompanyEvent[] {
  if (command.type !== 'RegisterCompany' && !company.isRegistered) throw new CompanyUnknown();
  switch (command.type) {
    case 'RegisterCompany':
      return register(command.data, company);
    case 'JoinWorkplace':
      return joinWorkplace(command.data, company);
    case 'KnowNumber':
      return knowNumber(command.data, company);
    case 'RecordContact':
      return recordContact(command.data, company);
    case 'ProposeBlock':
      return proposeBlock(command.data, company);
    case 'BlockCompany':
      return blockCompany(command.data, company);
    case 'DismissBlock':
      return dismissBlock(command.data, company);
    case 'LiftCompanyBlock':
      return liftBlock(command.data, company);
    case 'ConfirmCeased':
      return confirmCeased(command.data, company);
    case 'WithdrawCeasing':
      return withdrawCeasing(command.data, company);
  }
}

export const companyDecider: Decider<Company, CompanyCommand, CompanyEvent> = {
  initial: UNREGISTERED,
  evolve,
  decide,
};
