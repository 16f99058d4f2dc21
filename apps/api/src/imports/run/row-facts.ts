import type { Company } from '#domain/company/company';
import { numberDecider } from '#domain/number/number.decider';
import type { PhoneNumber } from '#domain/number/number';
import { numberStream } from '#events/contracts/stream-names';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Companies } from './companies.js';
import type { DraftInHand } from './draft-in-hand.js';
import type { Found, Workplaces } from './workplaces.js';

/** What the log says of a row before anything is made of it. */
export interface RowFacts {
  readonly found: Found;
  /** In the order of the draft's. */
  readonly numbers: readonly PhoneNumber[];
  readonly company?: Company;
}

export interface FactSources {
  readonly decisions: DecisionRunner;
  readonly workplaces: Workplaces;
  readonly companies: Companies;
}

export async function factsOf(draft: DraftInHand, sources: FactSources): Promise<RowFacts> {
  const { decisions, workplaces, companies } = sources;
  const [found, company, numbers] = await Promise.all([
    workplaces.find(draft.keys),
    draft.company && companies.look(draft.company),
    Promise.all(draft.numberIds.map((numberId) => decisions.load(numberDecider, numberStream(numberId)))),
  ]);
  return { found, numbers: numbers.map(({ state }) => state), ...(company && { company }) };
}
