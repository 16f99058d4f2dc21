import { blocksOf } from '#domain/company/company';
import { companyDecider } from '#domain/company/company.decider';
import {
  companyConsequences,
  numberConsequences,
  revivals,
  type NumberConsequence,
  type OutcomeScene,
  type SilencedCompany,
} from '#domain/consequences/outcome-consequences';
import { numberDecider } from '#domain/number/number.decider';
import type { OutcomeEvent } from '#events/contracts/index';
import { companyStream, numberStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Position } from '#events/store/recorded-event';

/** The card on which the outcome was recorded. */
export interface Scene extends OutcomeScene {
  readonly companyId?: string;
}

interface Done {
  readonly position?: Position;
}

/**
 * Does on company and numbers what follows from an outcome: the API before it answers, so that a block holds when the
 * caller sees "saved" (R6); a reactor again for what a crash left undone. Done twice it changes nothing.
 */
export class OutcomeAftermath {
  constructor(private readonly runner: DecisionRunner) {}

  async follow(outcome: OutcomeEvent, scene: Scene, cause: Cause): Promise<readonly Done[]> {
    const { silenced, done } = await this.followOnCompany(outcome, scene, cause);
    return [...done, ...(await this.followOnNumbers(numberConsequences(outcome, scene, silenced), cause))];
  }

  /** R21: what the corrected outcome did to a number is undone where a rule allows it. */
  async followCorrection(
    corrected: OutcomeEvent,
    replacement: OutcomeEvent,
    scene: Scene,
    cause: Cause,
  ): Promise<readonly Done[]> {
    const undone = await this.followOnNumbers(revivals(corrected, replacement), cause);
    return [...undone, ...(await this.follow(replacement, scene, cause))];
  }

  private async followOnCompany(
    outcome: OutcomeEvent,
    scene: Scene,
    cause: Cause,
  ): Promise<{ silenced?: SilencedCompany; done: readonly Done[] }> {
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

  /** Different numbers at once, so that their appends share a commit; one number's in their order. */
  private async followOnNumbers(consequences: readonly NumberConsequence[], cause: Cause): Promise<readonly Done[]> {
    const byNumber = Map.groupBy(consequences, ({ numberId }) => numberId);
    const done = [...byNumber].map(([numberId, ofNumber]) => this.followOnNumber(numberId, ofNumber, cause));
    return (await Promise.all(done)).flat();
  }

  private async followOnNumber(
    numberId: string,
    consequences: readonly NumberConsequence[],
    cause: Cause,
  ): Promise<readonly Done[]> {
    const done: Done[] = [];
    for (const { command } of consequences) {
      const following = followingFrom(cause, `${command.type}/${numberId}`);
      done.push(await this.runner.run(numberDecider, numberStream(numberId), command, following));
    }
    return done;
  }
}

const isSilencedBy = (outcome: OutcomeEvent, company: Parameters<typeof blocksOf>[0]): boolean =>
  outcome.type === 'NoMoreCallsRequested' && blocksOf(company).some(({ blockId }) => blockId === outcome.data.blockId);
