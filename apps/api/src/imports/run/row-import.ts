import { cardDecider } from '#domain/card/card.decider';
import type { CardCommand } from '#domain/card/card.commands';
import type { Card } from '#domain/card/card';
import { CardIsBarred } from '#domain/card/card.errors';
import type { CardEvent, RowReport } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import type { Decision, DecisionRunner } from '#events/deciding/decision-runner';
import type { KeyedHash } from '#runtime/keyed-hash';
import type { RowReading } from '../rows/card-draft.js';
import { cardCommands, checked, type CheckedDraft } from './card-commands.js';
import { Companies } from './companies.js';
import { decideAll } from './decide-all.js';
import { inHand, type DraftInHand } from './draft-in-hand.js';
import { causeOf, type ImportContext } from './import-context.js';
import { KeyedQueue } from './keyed-queue.js';
import { factsOf, type FactSources } from './row-facts.js';
import { problemOf, refusalOf } from './row-judgement.js';
import { duplicate, kept, refused } from './row-report.js';
import { UniqueKeys } from './unique-keys.js';
import { Workplaces, type Found } from './workplaces.js';

const cardDecisions = decideAll(cardDecider);
type Decided = Decision<Card, CardEvent>;

export interface RowTools {
  readonly decisions: DecisionRunner;
  readonly hash: KeyedHash;
}

/** Imports some rows of a file together, so that their appends share commits; rows of one workplace go one by one. */
export class RowImport {
  private readonly queue = new KeyedQueue();
  private readonly sources: FactSources;

  constructor(
    private readonly tools: RowTools,
    private readonly context: ImportContext,
  ) {
    const { decisions, hash } = tools;
    const keys = new UniqueKeys(decisions, context);
    const companies = new Companies(decisions, hash, keys, context);
    this.sources = { decisions, companies, workplaces: new Workplaces(decisions, keys) };
  }

  async import(reading: RowReading): Promise<RowReport> {
    if (!reading.draft) return refused(reading.line, reading.problems);
    const draft = inHand(reading.draft, this.tools.hash);
    return this.queue.run(draft.keys, () => this.place(reading, draft));
  }

  /** What `import` would answer now; changes nothing. */
  async foresee(reading: RowReading): Promise<RowReport> {
    if (!reading.draft) return refused(reading.line, reading.problems);
    const draft = inHand(reading.draft, this.tools.hash);
    const facts = await factsOf(draft, this.sources);
    const { cardId, card } = facts.found;
    const ledTo = card ? { cardId } : {};
    const refusal = refusalOf(draft, facts, this.context);
    if (refusal) return refused(reading.line, [...reading.problems, refusal], ledTo);
    if (card?.rounds.some(({ roundId }) => roundId === this.context.roundId)) return duplicate(reading, ledTo);
    const problems = [...reading.problems, ...checked(draft, facts).warnings];
    return kept({ ...reading, problems }, ledTo, card ? [{ code: 'card.known' }] : []);
  }

  private async place(reading: RowReading, draft: DraftInHand): Promise<RowReport> {
    const facts = await factsOf(draft, this.sources);
    const { found } = facts;
    const refusal = refusalOf(draft, facts, this.context);
    if (refusal) return refused(reading.line, [...reading.problems, refusal], found.card && { cardId: found.cardId });
    const isOurs = await this.sources.workplaces.claim(draft.keys, found);
    // Ends: a key that is held stays held, so that every try finds one more of them.
    if (!isOurs) return this.place(reading, draft);
    const card = checked(draft, facts);
    return this.enter({ ...reading, problems: [...reading.problems, ...card.warnings] }, card, found);
  }

  private async enter(reading: RowReading, draft: CheckedDraft, found: Found): Promise<RowReport> {
    const { cardId, card } = found;
    const companyId = card?.companyId ?? (await this.join(draft, cardId));
    const ledTo = { cardId, ...(companyId !== undefined && { companyId }) };
    const commands = cardCommands(draft, reading.line, companyId, this.context);
    try {
      const cause = causeOf(this.context, `row/${reading.line}`);
      const { events } = await this.decide(found, commands, cause);
      if (!events.some(({ type }) => type === 'CardEnteredRound')) return duplicate(reading, ledTo);
      const isNew = events.some(({ type }) => type === 'CardImported');
      return kept(reading, ledTo, isNew ? [] : [{ code: 'card.known' }]);
    } catch (error) {
      if (error instanceof CardIsBarred) return refused(reading.line, [...reading.problems, problemOf(error)], ledTo);
      throw error;
    }
  }

  /** Nobody else knows an id that was made for this row and has claimed its keys. */
  private decide({ cardId, isNew }: Found, commands: readonly CardCommand[], cause: Cause): Promise<Decided> {
    const { decisions } = this.tools;
    const streamId = cardStream(cardId);
    if (isNew) decisions.expectNew(cardDecisions, streamId);
    return decisions.run(cardDecisions, streamId, commands, cause);
  }

  private async join({ company, numberIds }: CheckedDraft, cardId: string): Promise<string | undefined> {
    return company && this.sources.companies.join(company, { cardId, numberIds });
  }
}
