import { orderDecider } from '#domain/order-life/order-life.decider';
import { nameKey } from '#domain/shared/name-key';
import type { CompanyNumberChecked } from '#events/contracts/index';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { CompanyRegistry, RegisteredCompany } from '../registry/company-registry.js';

/** R18: asks a register about the number and the name of an order as they are now. Done twice it changes nothing. */
export class CompanyChecks {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly registry: CompanyRegistry,
  ) {}

  async check(streamId: string, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(orderDecider, streamId);
    if (state.status !== 'standing') return;
    const { companyNumber, legalName } = state.form;
    const found = await this.registry.find(companyNumber);
    const data = {
      result: resultOf(found, legalName),
      registry: this.registry.name,
      ...(found && { registeredName: found.name }),
      companyNumber,
      legalName,
      now: cause.occurredAt,
    };
    const command = { type: 'RecordCompanyCheck', data } as const;
    await this.runner.run(orderDecider, streamId, command, followingFrom(cause, 'company-check'));
  }
}

function resultOf(found: RegisteredCompany | undefined, legalName: string): CompanyNumberChecked['data']['result'] {
  if (!found) return 'unknown-number';
  if (found.hasCeased) return 'ceased';
  return nameKey(found.name) === nameKey(legalName) ? 'match' : 'mismatch';
}
