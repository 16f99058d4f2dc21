import { Injectable } from '@nestjs/common';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { CardCommand, CorrectOutcome, RecordOutcome } from '#domain/card/card.commands';
import { isOutcome } from '#domain/card/outcome-codes';
import { OutcomeNeedsCall } from '#domain/card/outcome.errors';
import type { OutcomeOrigin, OutcomeReport } from '#domain/card/outcome-input';
import { originalOutcomeId } from '#domain/consequences/outcome-consequences';
import type { CampaignSettings, CardEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner, type Decision } from '#events/deciding/decision-runner';
import { AppendOutcomeUnknown } from '#events/store/event-store.errors';
import { OutcomeAftermath, type Scene } from '#processes/outcome-aftermath';
import { cardAnswer } from '../cards/card-answer.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { idOfMade, roleOf } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import type { CorrectOutcomeDto } from './correct-outcome.dto.js';
import { needsPreparation, OutcomePreparation, type Marking, type TakenSlot } from './outcome-preparation.js';
import type { RecordOutcomeDto } from './outcome-report.dto.js';
import type { RecordedOutcomeDto } from './recorded-outcome.dto.js';

type Done = Parameters<typeof saved>[1];
/** Makes the command once the request has been read against the card. */
type Asking = (report: OutcomeReport, settings: CampaignSettings) => CardCommand;

/** An outcome, and whether the command that brought it had been carried out before. */
export interface Recorded {
  readonly answer: Saved<RecordedOutcomeDto>;
  readonly isRepeat: boolean;
}

interface Decided extends Decision<Card, CardEvent> {
  readonly isNearLockLimit?: true;
}

/** Records what a call led to, and before it answers does on other streams what follows. */
@Injectable()
export class OutcomeDesk {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly campaigns: CampaignLookup,
    private readonly preparation: OutcomePreparation,
    private readonly aftermath: OutcomeAftermath,
  ) {}

  async record(cardId: string, dto: RecordOutcomeDto, cause: Cause): Promise<Recorded> {
    const origin = originOf(dto, cause);
    const { roundId } = dto;
    const by = { roundId, callerId: cause.actor, actorRole: roleOf(cause), now: cause.occurredAt };
    const marking = { cardId, roundId, dto, cause };
    const decision = await this.decide(marking, (report, settings): RecordOutcome => ({
      type: 'RecordOutcome',
      data: { ...origin, ...report, ...by, settings },
    }));
    const outcome = decision.events.find(isOutcome);
    const scene = await this.sceneOf(marking, decision.state);
    const done = outcome ? await this.aftermath.follow(outcome, scene, cause) : [];
    const outcomeId = origin.cause === 'call' ? origin.callId : origin.outcomeId;
    return { answer: answer(marking, outcomeId, decision, done), isRepeat: decision.repeated };
  }

  async correct(
    cardId: string,
    correctedOutcomeId: string,
    dto: CorrectOutcomeDto,
    cause: Cause,
  ): Promise<Saved<RecordedOutcomeDto>> {
    const { state, events } = await this.runner.load(cardDecider, cardStream(cardId));
    const corrected = state.history.filter(isOutcome).find(({ data }) => data.outcomeId === correctedOutcomeId);
    const replaced = corrected?.type === 'OrderTaken' ? { replacedOrderId: corrected.data.orderId } : {};
    const marking = { cardId, roundId: corrected?.data.roundId ?? '', dto, cause, ...replaced };
    const outcomeId = idOfMade(cause);
    const by = { correctedBy: cause.actor, actorRole: roleOf(cause), reason: dto.reason, now: cause.occurredAt };
    const decision = await this.decide(marking, (report, settings): CorrectOutcome => ({
      type: 'CorrectOutcome',
      data: { ...report, ...by, correctedOutcomeId, outcomeId, settings },
    }));
    const correction = decision.events.find((event) => event.type === 'OutcomeCorrected');
    const callId = originalOutcomeId(correctedOutcomeId, events);
    const scene = { ...(await this.sceneOf(marking, decision.state)), callId };
    const replacement = correction?.data.replacement;
    const done =
      corrected && replacement ? await this.aftermath.followCorrection(corrected, replacement, scene, cause) : [];
    return answer(marking, outcomeId, decision, done);
  }

  /** A lock takes its slot before the card is asked, and gives it back when the card refuses or the lock has ended. */
  private async decide(marking: Marking, asking: Asking): Promise<Decided> {
    const { cardId, cause } = marking;
    let before: Card | undefined;
    let taken: TakenSlot | undefined;
    const ask = async (card: Card): Promise<CardCommand> => {
      before = card;
      const { settings } = await this.campaigns.inWhich(card, marking.roundId);
      const report = await this.preparation.read(marking, card, settings);
      const command = asking(report, settings);
      if (!needsPreparation(report)) return command;
      // What is refused leaves nothing behind: neither a slot nor a head-office card.
      cardDecider.decide(command, card);
      taken = await this.preparation.prepare(marking, report, card, settings);
      return command;
    };
    try {
      const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, cause);
      if (before) await this.preparation.settle(before, decision.state, cause);
      return { ...decision, ...(taken?.isNearLimit && { isNearLockLimit: true }) };
    } catch (error) {
      // Where the lock may stand its slot is left to the sweep.
      const mayStand = error instanceof AppendOutcomeUnknown;
      if (taken !== undefined && !mayStand) await this.preparation.undo(taken, cause);
      throw error;
    }
  }

  private async sceneOf({ cardId, roundId }: Marking, card: Card): Promise<Scene> {
    const { numbers, companyId } = card;
    const { settings } = await this.campaigns.inWhich(card, roundId);
    const numberIds = numbers.map(({ numberId }) => numberId);
    return { cardId, numberIds, settings, ...(companyId !== undefined && { companyId }) };
  }
}

function answer(
  { cardId, cause }: Marking,
  outcomeId: string,
  decision: Decided,
  done: readonly Done[],
): Saved<RecordedOutcomeDto> {
  const reported = decision.events.find((event) => event.type === 'RecentCallReported');
  const { likelyDoubleOf } = reported?.data ?? {};
  const body = {
    outcomeId,
    ...orderIn(decision.events),
    card: cardAnswer(cardId, decision.state, cause.occurredAt),
    ...(likelyDoubleOf !== undefined && { likelyDoubleOf }),
    ...(decision.isNearLockLimit && { isNearLockLimit: decision.isNearLockLimit }),
  };
  return saved(body, decision, ...done);
}

function orderIn(events: readonly CardEvent[]): Pick<RecordedOutcomeDto, 'order'> {
  const correction = events.find((event) => event.type === 'OutcomeCorrected')?.data.replacement;
  const taken = [...events, ...(correction ? [correction] : [])].find((event) => event.type === 'OrderTaken');
  if (!taken) return {};
  const { orderId, readBack, order } = taken.data;
  return { order: { orderId, readBack, totalOre: order.totalOre, totalVatOre: order.totalVatOre } };
}

/** R1: the call's id names its outcome; any other cause gets an id from the request. */
function originOf({ cause: asked = 'call', callId }: RecordOutcomeDto, cause: Cause): OutcomeOrigin {
  if (asked !== 'call') return { cause: asked, outcomeId: idOfMade(cause) };
  if (callId === undefined) throw new OutcomeNeedsCall();
  return { cause: asked, callId };
}
