import { isOutcome } from '#domain/card/outcome-codes';
import { endOfConsequences } from '#domain/consequences/outcome-consequences';
import type { OutcomeEvent } from '#events/contracts/index';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { OutcomeHealer } from '#processes/outcomes/outcome-healer';
import { UnfinishedOutcomes } from '#processes/outcomes/unfinished-outcomes';
import type { Moment, Reactor } from './reactor.js';

/**
 * R1, R6: finishes on company and numbers what a crash of the API left undone after an outcome. Outcomes that block or
 * bury numbers, and corrections, are few and are done again at once; the others only where their call does not end.
 */
export function aftermathReactor(runner: DecisionRunner): Reactor {
  const healer = new OutcomeHealer(runner);
  const unfinished = new UnfinishedOutcomes();
  const recorded = async (outcome: Recorded<OutcomeEvent>, { cause }: Moment): Promise<void> => {
    unfinished.outcomeRecorded(outcome);
    if (endOfConsequences(outcome) === 'not-shown') await healer.heal(outcome, cause);
  };
  return {
    name: 'aftermath',
    on: {
      CallbackScheduled: recorded,
      PriorityCallbackPromised: recorded,
      CallUnanswered: recorded,
      LineBusy: recorded,
      OfferDeclined: recorded,
      OfferDeferred: recorded,
      NumberFoundDead: recorded,
      PrivatePersonFound: recorded,
      ContactFoundUnauthorised: recorded,
      ReferredToHeadOffice: recorded,
      RecentCallReported: recorded,
      CompanyReportedCeased: recorded,
      NoMoreCallsRequested: recorded,
      OrderTaken: recorded,
      OutcomeCorrected: (event, { cause }) => healer.healCorrection(event, cause),
      CallEnded: ({ data: { callId } }) => unfinished.callEnded(callId),
    },
    waiting: {
      oldest: () => unfinished.oldest,
      overdue: () => unfinished.overdue(),
      finish: async (event, { cause }) => {
        if (event.type === 'OutcomeCorrected') await healer.healCorrection(event, cause);
        else if (isOutcome(event)) await healer.heal(event, cause);
      },
      settled: (event) => {
        if (isOutcome(event)) unfinished.callEnded(event.data.outcomeId);
      },
    },
  };
}
