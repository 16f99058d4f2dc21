import { blocksOf } from '#domain/company/company';
import { companyDecider } from '#domain/company/company.decider';
import {
  companyConsequences,
  numberConsequences,
  revivals,
  type OutcomeScene,
  type SilencedCompany,
} from '#domain/consequences/outcome-consequences';
import type { OutcomeEvent } from '#events/contracts/index';
import { companyStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { Consequences, type Done } from './consequences.js';
import { OrderRegistration, type OrderScene } from './orders/order-registration.js';

/** The card on which the outcome was recorded. */
export interface Scene extends OutcomeScene {
  readonly companyId?: string;
  readonly settings: OutcomeScene['settings'] & OrderScene['settings'];
}

/**
 * Does on the streams of company, order and numbers what follows from an outcome: the API before it answers, so that a block holds when the
 * caller sees "saved" (R6); a reactor again for what a crash left undone. Done twice it changes nothing.
 */
export class OutcomeAftermath {
  private readonly consequences: Consequences;
  private readonly orders: OrderRegistration;

  constructor(private readonly runner: DecisionRunner) {
    this.consequences = new Consequences(runner);
    this.orders = new OrderRegistration(runner);
  }

  /** The end of the call comes last: it shows that all is done. */
  async follow(outcome: OutcomeEvent, scene: Scene, cause: Cause): Promise<readonly Done[]> {
    const { silenced, done } = await this.followOnCompany(outcome, scene, cause);
    if (outcome.type === 'OrderTaken') done.push(await this.orders.register(outcome, scene, cause));
    const onNumbers = numberConsequences(outcome, scene, silenced);
    return [...done, ...(await this.consequences.onNumbers(onNumbers, cause))];
  }

  /**
   * R21: what the corrected outcome did to a number is undone where a rule allows it.
   * `callId`: the call that both are about, where the corrected outcome was a correction itself.
   */
  async followCorrection(
    corrected: OutcomeEvent,
    replacement: OutcomeEvent,
    { callId = corrected.data.outcomeId, ...scene }: Scene & { readonly callId?: string },
    cause: Cause,
  ): Promise<readonly Done[]> {
    const { restUntil } = corrected.data;
    const corrects = { callId, ...(restUntil !== undefined && { restUntil }) };
    const undone = await this.consequences.onNumbers(revivals(corrected, replacement), cause);
    const withdrawn = corrected.type === 'OrderTaken' ? await this.orders.withdraw(corrected, scene, cause) : [];
    return [...undone, ...withdrawn, ...(await this.follow(replacement, { ...scene, corrects }, cause))];
  }

  private async followOnCompany(
    outcome: OutcomeEvent,
    scene: Scene,
    cause: Cause,
  ): Promise<{ silenced?: SilencedCompany; done: Done[] }> {
    const { companyId } = scene;
    if (companyId === undefined) return { done: [] };
    const done: Done[] = [];
    let silenced: SilencedCompany | undefined;
    for (const command of companyConsequences(outcome, scene)) {
      const following = followingFrom(cause, `${command.type}/${companyId}`);
      const decision = await this.runner.run(companyDecider, companyStream(companyId), command, following);
      done.push(decision);
      if (isSilencedBy(outcome, decision.state)) silenced = { companyId, numberIds: decision.state.numberIds };
    }
    return { ...(silenced && { silenced }), done };
  }
}

const isSilencedBy = (outcome: OutcomeEvent, company: Parameters<typeof blocksOf>[0]): boolean =>
  outcome.type === 'NoMoreCallsRequested' && blocksOf(company).some(({ blockId }) => blockId === outcome.data.blockId);
