import { DomainError } from '#domain/shared/domain-error';
import { addWorkingDays } from '#domain/shared/working-days';
import { plus } from '#domain/shared/instant';
import type { LocalDate } from '#events/contracts/index';
import { StartCall } from '../../calls/start-call.handler.js';
import { RecordOutcome } from '../../outcomes/record-outcome.handler.js';
import { ServeNextCard } from '../../serving/serve-next-card.handler.js';
import type { CardAnswer } from '../../cards/card-answer.js';
import type { Chance } from './chance.js';
import type { Actor, DemoEngine } from './demo-engine.js';
import { REFUSED_OTHERWISE, whatCameOfIt } from './demo-outcomes.js';
import { callTimesOn } from './demo-times.js';
import type { InventedCompany } from './invented-companies.js';

export interface DemoWork {
  readonly engine: DemoEngine;
  readonly roundId: string;
  readonly companies: readonly InventedCompany[];
  readonly chance: Chance;
}

/** One day's calls; the callers take turns. */
export async function callAllDay(
  work: DemoWork,
  date: LocalDate,
  callers: readonly Actor[],
  until: string,
): Promise<number> {
  let calls = 0;
  for (const [index, at] of callTimesOn(date, until).entries()) {
    const caller = callers[index % callers.length];
    if (!caller) break;
    work.engine.moveTo(at);
    if (await callNext(work, caller)) calls += 1;
  }
  return calls;
}

/** False where the queue has nothing for the caller now. */
async function callNext(work: DemoWork, caller: Actor): Promise<boolean> {
  const { engine, roundId } = work;
  await engine.caughtUp();
  const { card } = await engine.command(caller, (cause) => new ServeNextCard(roundId, cause));
  if (!card) return false;
  const { callId } = await engine.command(caller, (cause) => new StartCall(card.cardId, roundId, undefined, cause));
  engine.moveTo(plus(engine.now, { minutes: 2 }));
  await mark(work, caller, card, callId);
  return true;
}

/** What a rule refuses at this attempt (R5) becomes a plain no. */
async function mark(work: DemoWork, caller: Actor, card: CardAnswer, callId: string): Promise<void> {
  const { engine, roundId, chance } = work;
  const nextTime = (days: number): string => addWorkingDays(plus(engine.now, { minutes: 17 }), days);
  const report = whatCameOfIt(chance, { card, company: companyOf(work, card), nextTime });
  const record = (told: typeof report): Promise<unknown> =>
    engine.command(caller, (cause) => new RecordOutcome(card.cardId, { roundId, callId, ...told }, cause));
  try {
    await record(report);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await record(REFUSED_OTHERWISE);
  }
}

function companyOf({ companies }: DemoWork, { workplace }: CardAnswer): InventedCompany {
  const company = companies.find(({ name }) => name === workplace?.name);
  if (!company) throw new Error('a card that the demo did not import');
  return company;
}
