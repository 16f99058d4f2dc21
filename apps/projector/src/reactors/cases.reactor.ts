import { RAISINGS, type Raising, type Source } from '#domain/case/raising';
import type { AterkomEvent } from '#events/contracts/index';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { CaseRaiser } from '#processes/cases/case-raiser';
import { idOf } from '#processes/shared/stream-id';
import type { Moment, Reactor } from './reactor.js';

type RaisingOfAny = (data: object, source: Source) => readonly Raising[];

/** R7, R16: what admin must look at becomes a case, seconds after it became true. */
export function casesReactor(runner: DecisionRunner): Reactor {
  const raiser = new CaseRaiser(runner);
  const reactionTo =
    (raisingsOf: RaisingOfAny) =>
    (event: Recorded<AterkomEvent>, { cause }: Moment) =>
      raiser.raise(raisingsOf(event.data, { eventId: event.id, id: idOf(event.streamId) }), event, cause);
  // The cast: the rule under a type is one for events of that type.
  const rules = Object.entries(RAISINGS) as unknown as readonly (readonly [AterkomEvent['type'], RaisingOfAny])[];
  return { name: 'cases', on: Object.fromEntries(rules.map(([type, rule]) => [type, reactionTo(rule)])) };
}
