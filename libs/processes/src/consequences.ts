import { cardDecider } from '#domain/card/card.decider';
import { CardIsUnknown } from '#domain/card/card.errors';
import type { CardConsequence } from '#domain/consequences/block-consequences';
import type { NumberConsequence } from '#domain/consequences/outcome-consequences';
import { numberDecider } from '#domain/number/number.decider';
import type { DomainError } from '#domain/shared/domain-error';
import { cardStream, numberStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Position } from '#events/store/recorded-event';
import { inParallel } from './shared/in-parallel.js';

/** What was done, for the one who waits until it can be seen. */
export interface Done {
  readonly position?: Position;
}

type Refusal = abstract new (...facts: never[]) => DomainError;

interface Asked {
  readonly type: string;
  readonly data: object;
}

/** Carries out consequences, each under an id derived from its cause: done twice they change nothing. */
export class Consequences {
  constructor(private readonly runner: DecisionRunner) {}

  /** Different numbers at once; one number's in their order. */
  async onNumbers(consequences: readonly NumberConsequence[], cause: Cause): Promise<readonly Done[]> {
    const byNumber = [...Map.groupBy(consequences, ({ numberId }) => numberId)];
    const done = await inParallel(byNumber, ([numberId, ofNumber]) =>
      oneByOne(ofNumber, ({ command }) =>
        this.runner.run(numberDecider, numberStream(numberId), command, stepOf(cause, command, numberId)),
      ),
    );
    return done.flat();
  }

  /**
   * Different cards at once; one card's in their order. A card that a company or a view knows before it is imported
   * is left out: its import is an event of its own. So is one that refuses in a way that is `expected`.
   */
  async onCards(
    consequences: readonly CardConsequence[],
    cause: Cause,
    ...expected: readonly Refusal[]
  ): Promise<readonly Done[]> {
    const byCard = [...Map.groupBy(consequences, ({ cardId }) => cardId)];
    const done = await inParallel(byCard, ([cardId, ofCard]) =>
      unlessRefused([CardIsUnknown, ...expected], () =>
        oneByOne(ofCard, ({ command }) =>
          this.runner.run(cardDecider, cardStream(cardId), command, stepOf(cause, command, cardId)),
        ),
      ),
    );
    return done.flat();
  }
}

/** A cause may ask the same thing twice of one stream, for different blocks. */
function stepOf(cause: Cause, { type, data }: Asked, id: string): Cause {
  const about = 'blockId' in data ? `/${String(data.blockId)}` : '';
  return followingFrom(cause, `${type}/${id}${about}`);
}

async function oneByOne<Item>(items: readonly Item[], work: (item: Item) => Promise<Done>): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

async function unlessRefused(
  refusals: readonly Refusal[],
  work: () => Promise<readonly Done[]>,
): Promise<readonly Done[]> {
  try {
    return await work();
  } catch (error) {
    if (refusals.some((refusal) => error instanceof refusal)) return [];
    throw error;
  }
}
