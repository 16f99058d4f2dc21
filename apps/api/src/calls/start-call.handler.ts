import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { openRoundOf } from '#domain/campaign/campaign';
import { cardDecider } from '#domain/card/card.decider';
import { CardIsUnknown, CardNeedsCare } from '#domain/card/card.errors';
import type { Card } from '#domain/card/card';
import type { StartCall as StartCallOnCard } from '#domain/card/card.commands';
import { checkCallMayStart, type CallAsked } from '#domain/card/decide/calls';
import { attemptAtHand, attemptsLeft } from '#domain/card/decide/outcomes/attempts';
import { entryOf } from '#domain/card/status';
import { gateRefusal, keepsDuePromise, type GateFacts } from '#domain/dial-gate/dial-gate';
import { numberDecider } from '#domain/number/number.decider';
import { plus } from '#domain/shared/instant';
import { cardStream, numberStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { CardEvent } from '#events/contracts/index';
import { DecisionRunner, type Decision } from '#events/deciding/decision-runner';
import { AppendOutcomeUnknown } from '#events/store/event-store.errors';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { idOfMade } from '../shared/request-cause.js';
import { saved, type Saved } from '../shared/saved.js';
import { GateSurroundings } from './gate-surroundings.js';
import type { StartedCallDto } from './start-call.dto.js';

export class StartCall extends Command<Saved<StartedCallDto>> {
  constructor(
    readonly cardId: string,
    readonly roundId: string,
    /** The card's first live number when absent. */
    readonly numberId: string | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** The dial gate: the one place where a call may begin. The permit on the number's stream is the moment of the decision. */
@CommandHandler(StartCall)
export class StartCallHandler implements ICommandHandler<StartCall> {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly campaigns: CampaignLookup,
    private readonly surroundings: GateSurroundings,
  ) {}

  async execute(asked: StartCall): Promise<Saved<StartedCallDto>> {
    const { cardId, cause } = asked;
    let permitted: string | undefined;
    const ask = async (card: Card): Promise<StartCallOnCard> => {
      const command = await this.permit(asked, card);
      permitted = command.data.numberId;
      return command;
    };
    try {
      const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, cause);
      return saved(await this.started(asked, decision), decision);
    } catch (error) {
      // Where the call may stand on the card the permit is left to lapse.
      const mayHaveBegun = error instanceof AppendOutcomeUnknown;
      if (permitted !== undefined && !mayHaveBegun) await this.withdraw(permitted, cause);
      throw error;
    }
  }

  private async started(
    { roundId, cause }: StartCall,
    { state, events }: Decision<Card, CardEvent>,
  ): Promise<StartedCallDto> {
    const { settings } = await this.campaigns.inWhich(state, roundId);
    const entry = entryOf(state, roundId);
    const attempt = attemptAtHand(entry, 'call');
    return {
      callId: idOfMade(cause),
      numberId: events.find((event) => event.type === 'CallStarted')?.data.numberId ?? '',
      attempt,
      offersExhausted: attempt >= settings.exhaustedOfferedFromAttempt,
      mustBeFinal: attemptsLeft(entry, settings) <= 0,
    };
  }

  /** The card first, then its number and company, then the permit, at whose append a block would be met. */
  private async permit(asked: StartCall, card: Card): Promise<StartCallOnCard> {
    const call = await this.callOn(card, asked);
    checkCallMayStart(call, card);
    const facts = { ...call, card, ...(await this.surroundings.of(card, call.numberId)) };
    const refusal = gateRefusal('call-start', facts);
    if (refusal) throw refusal;
    return { type: 'StartCall', data: { ...call, permitRevision: await this.takePermit(asked, facts, call) } };
  }

  private async callOn(card: Card, { roundId, numberId, cause }: StartCall): Promise<CallAsked> {
    if (!card.imported) throw new CardIsUnknown();
    const chosen = numberId ?? card.numbers.find(({ dead }) => !dead)?.numberId;
    if (chosen === undefined) throw new CardNeedsCare('no-live-number');
    const campaign = await this.campaigns.inWhich(card, roundId);
    if (card.rounds.some((round) => round.roundId === roundId)) openRoundOf(campaign, roundId);
    const { settings } = campaign;
    return {
      callId: idOfMade(cause),
      callerId: cause.actor,
      roundId,
      numberId: chosen,
      settings,
      now: cause.occurredAt,
    };
  }

  private async takePermit({ cardId, cause }: StartCall, facts: GateFacts, call: CallAsked): Promise<number> {
    const { settings, numberId, ...permit } = call;
    const until = plus(call.now, { minutes: settings.longestCallMinutes });
    const data = { ...permit, cardId, exceptRest: keepsDuePromise(facts), until };
    // An id of its own for every try: the permit of an earlier one may have been withdrawn since.
    const step = followingFrom(cause, `permit/${numberId}/${uuidv7()}`);
    const { revision } = await this.runner.run(
      numberDecider,
      numberStream(numberId),
      { type: 'PermitCall', data },
      step,
    );
    return Number(revision);
  }

  private async withdraw(numberId: string, cause: Cause): Promise<void> {
    const data = { callId: idOfMade(cause), now: cause.occurredAt };
    const step = followingFrom(cause, `withdraw/${numberId}/${uuidv7()}`);
    await this.runner.run(numberDecider, numberStream(numberId), { type: 'WithdrawPermit', data }, step);
  }
}
