import { raisingsAt } from '#domain/case/order-cases';
import { RAISINGS, raisingsOf } from '#domain/case/raising';
import { SETTLINGS } from '#domain/case/settling';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { AterkomEvent } from '#events/contracts/index';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { categoryOf } from '#events/store/stream-category';
import { CaseRaiser } from '#processes/cases/case-raiser';
import { CaseSettler } from '#processes/cases/case-settler';
import { idOf } from '#processes/shared/stream-id';
import type { Moment, Reactor } from './reactor.js';

/** R7, R16: what admin must look at becomes a case, seconds after it became true; what is settled elsewhere ceases to be one. */
export function casesReactor(runner: DecisionRunner): Reactor {
  const raiser = new CaseRaiser(runner);
  const settler = new CaseSettler(runner);

  /** What was asked before decides what is asked now, and what is settled. */
  const reactToOrder = async (event: Recorded<AterkomEvent>, { cause }: Moment): Promise<void> => {
    const { events } = await runner.load(orderDecider, event.streamId);
    const until = events.filter(({ revision }) => revision <= event.revision);
    await raiser.raise(raisingsAt(idOf(event.streamId), until), event, cause);
    await settler.settle(until, cause);
  };

  const reactToCard = async (event: Recorded<AterkomEvent>, { cause }: Moment): Promise<void> => {
    const source = { eventId: event.id, id: idOf(event.streamId) };
    await raiser.raise(raisingsOf(event, source), event, cause);
  };

  const react = (event: Recorded<AterkomEvent>, moment: Moment): Promise<void> =>
    categoryOf(event.streamId) === 'order' ? reactToOrder(event, moment) : reactToCard(event, moment);
  const types = [...Object.keys(RAISINGS), ...Object.keys(SETTLINGS)];
  return { name: 'cases', on: Object.fromEntries(types.map((type) => [type, react])) };
}
