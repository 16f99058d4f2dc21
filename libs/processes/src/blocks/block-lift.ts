import { companyDecider } from '#domain/company/company.decider';
import type { CompanyCommand } from '#domain/company/company.commands';
import type { BlockStatus, Company } from '#domain/company/company';
import { liftsOnCards, liftsOnNumbers, type LiftFacts } from '#domain/consequences/block-consequences';
import { companyStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import { Consequences, type Done } from '../consequences.js';
import type { BlockReach } from '../finding/block-finder.js';

/** R6: lifts a block wherever it holds: an admin's word in the API, once more by a reactor for what a crash left. */
export class BlockLift {
  private readonly consequences: Consequences;

  constructor(private readonly runner: DecisionRunner) {
    this.consequences = new Consequences(runner);
  }

  /**
   * The company first: from its lift on a reactor completes the others. Numbers take the lift before its block as well,
   * which then comes to nothing.
   */
  async lift(reach: BlockReach, lift: LiftFacts, cause: Cause): Promise<readonly Done[]> {
    const { companyId } = reach;
    const atCompany = companyId === undefined ? undefined : await this.onCompany(companyId, lift, cause);
    const { numberIds = [], workplaces = [] } = atCompany?.company ?? {};
    const numbers = liftsOnNumbers(lift, [...reach.numberIds, ...numberIds], cause.occurredAt);
    const cards = liftsOnCards(lift, [...reach.cardIds, ...workplaces], cause.occurredAt);
    return [
      ...(atCompany?.done ?? []),
      ...(await this.consequences.onNumbers(numbers, cause)),
      ...(await this.consequences.onCards(cards, cause)),
    ];
  }

  /** A proposal that nobody has decided on falls with the block that it came from. */
  private async onCompany(
    companyId: string,
    lift: LiftFacts,
    cause: Cause,
  ): Promise<{ company: Company; done: readonly Done[] }> {
    const { state } = await this.runner.load(companyDecider, companyStream(companyId));
    const command = commandFor(statusOf(state, lift.blockId), lift, cause);
    if (!command) return { company: state, done: [] };
    const step = followingFrom(cause, `${command.type}/${companyId}`);
    const decision = await this.runner.run(companyDecider, companyStream(companyId), command, step);
    return { company: decision.state, done: [decision] };
  }
}

export const statusOf = ({ blocks }: Company, wanted: string): BlockStatus | undefined =>
  blocks.find(({ blockId }) => blockId === wanted)?.status;

function commandFor(
  status: BlockStatus | undefined,
  { blockId, liftedBy, reason, evidence }: LiftFacts,
  { occurredAt: now }: Cause,
): CompanyCommand | undefined {
  if (status === 'blocked') return { type: 'LiftCompanyBlock', data: { blockId, liftedBy, reason, evidence, now } };
  if (status === 'proposed') return { type: 'DismissBlock', data: { blockId, dismissedBy: liftedBy, reason, now } };
  return undefined;
}
