import type { DecisionRunner } from '#events/deciding/decision-runner';
import { CompanyClosing } from '#processes/companies/company-closing';
import { idOf } from '#processes/shared/stream-id';
import type { Reactor } from './reactor.js';

/** The cards of a company that has ceased are closed for good, those that join it later too, until that is withdrawn. */
export function ceasedCompaniesReactor(runner: DecisionRunner): Reactor {
  const closing = new CompanyClosing(runner);
  return {
    name: 'ceased-companies',
    on: {
      CompanyCeased: ({ streamId }, { cause }) => closing.close(idOf(streamId), cause),
      CeasingWithdrawn: ({ streamId, data }, { cause }) => closing.reopen(idOf(streamId), data, cause),
      WorkplaceJoined: ({ streamId, data: { cardId } }, { cause }) => closing.close(idOf(streamId), cause, [cardId]),
    },
  };
}
