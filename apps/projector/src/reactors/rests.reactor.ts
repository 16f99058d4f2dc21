import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { CardFinder } from '#processes/finding/card-finder';
import { RestFanOut } from '#processes/rests/rest-fan-out';
import type { Reactor } from './reactor.js';

/** R9: the other cards of a number, or of a small company, rest too. The longest rest holds, in whatever order they come; a correction (R21) may end one. */
export function restsReactor(runner: DecisionRunner, cards: CardFinder): Reactor {
  const fanOut = new RestFanOut(runner, cards);
  return {
    name: 'rests',
    streamsInParallel: true,
    on: {
      CallEnded: (event, { cause }) => fanOut.callEnded(event, cause),
      OutcomeCorrected: (event, { cause }) => fanOut.outcomeCorrected(event, cause),
      CompanyContacted: (event, { cause }) => fanOut.companyContacted(event, cause),
    },
  };
}
