import { Injectable } from '@nestjs/common';
import type { Card } from '#domain/card/card';
import { companyDecider } from '#domain/company/company.decider';
import type { Company } from '#domain/company/company';
import { numberDecider } from '#domain/number/number.decider';
import type { PhoneNumber } from '#domain/number/number';
import { companyStream, numberStream } from '#events/contracts/stream-names';
import { DecisionRunner } from '#events/deciding/decision-runner';

/** What may forbid a call beside the card itself, as the log has it at this moment. */
export interface Surroundings {
  readonly numbers: readonly PhoneNumber[];
  readonly company?: Company;
}

@Injectable()
export class GateSurroundings {
  constructor(private readonly runner: DecisionRunner) {}

  /** Of one number, or of all the card's where none is chosen yet. */
  async of({ companyId, numbers }: Card, numberId?: string): Promise<Surroundings> {
    const numberIds = numberId === undefined ? numbers.map((number) => number.numberId) : [numberId];
    const [company, ...loaded] = await Promise.all([
      companyId === undefined ? undefined : this.company(companyId),
      ...numberIds.map((id) => this.number(id)),
    ]);
    return { numbers: loaded, ...(company && { company }) };
  }

  private async number(numberId: string): Promise<PhoneNumber> {
    return (await this.runner.load(numberDecider, numberStream(numberId))).state;
  }

  private async company(companyId: string): Promise<Company> {
    return (await this.runner.load(companyDecider, companyStream(companyId))).state;
  }
}
