import type { CompanyCommand } from '#domain/company/company.commands';
import { companyDecider } from '#domain/company/company.decider';
import { companyStream } from '#events/contracts/stream-names';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { DraftCompany } from '../rows/card-draft.js';
import { decideAll } from './decide-all.js';
import { causeOf, type ImportContext } from './import-context.js';

export interface JoiningWorkplace {
  readonly cardId: string;
  readonly numberIds: readonly string[];
}

interface Batch {
  readonly joining: JoiningWorkplace[];
  readonly joined: Promise<unknown>;
}

const manyDecisions = decideAll(companyDecider);

/** While one append to a company is under way, the workplaces that come meanwhile wait and join together in the next. */
export class CompanyJoins {
  private readonly waiting = new Map<string, Batch>();
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly decisions: DecisionRunner,
    private readonly context: ImportContext,
  ) {}

  async join(companyId: string, company: DraftCompany, workplace: JoiningWorkplace): Promise<void> {
    const batch = this.waiting.get(companyId) ?? this.newBatch(companyId, company);
    batch.joining.push(workplace);
    await batch.joined;
  }

  private newBatch(companyId: string, company: DraftCompany): Batch {
    const joining: JoiningWorkplace[] = [];
    const before = Promise.allSettled([this.underWay.get(companyId) ?? Promise.resolve()]);
    const joined = before.then(() => {
      this.waiting.delete(companyId);
      return this.append(companyId, company, joining);
    });
    const batch = { joining, joined };
    this.waiting.set(companyId, batch);
    this.underWay.set(companyId, joined);
    return batch;
  }

  private append(companyId: string, company: DraftCompany, joining: readonly JoiningWorkplace[]): Promise<unknown> {
    const now = this.context.cause.occurredAt;
    const { number: companyNumber, ...facts } = company;
    const commands: CompanyCommand[] = [
      { type: 'RegisterCompany', data: { companyNumber, ...facts, now } },
      ...joining.map((workplace) => ({ type: 'JoinWorkplace', data: { ...workplace, now } }) as const),
    ];
    const who = joining.map(({ cardId, numberIds }) => [cardId, ...numberIds].join()).join();
    const cause = causeOf(this.context, `${companyId}/${who}`);
    return this.decisions.run(manyDecisions, companyStream(companyId), commands, cause);
  }
}
