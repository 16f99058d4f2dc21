import { v7 as uuidv7 } from 'uuid';
import { companyDecider } from '#domain/company/company.decider';
import type { Company } from '#domain/company/company';
import { companyNumberKeyStream, companyStream } from '#events/contracts/stream-names';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { KeyedHash } from '#runtime/keyed-hash';
import type { DraftCompany } from '../rows/card-draft.js';
import { CompanyJoins, type JoiningWorkplace } from './company-joins.js';
import type { ImportContext } from './import-context.js';
import type { UniqueKeys } from './unique-keys.js';

interface Registered {
  readonly companyId: string;
  readonly company: Company;
}

/** The companies of some rows: each is looked up once, and its workplaces join together. */
export class Companies {
  private readonly known = new Map<string, Promise<Registered | undefined>>();
  private readonly ids = new Map<string, Promise<string>>();
  private readonly joins: CompanyJoins;

  constructor(
    private readonly decisions: DecisionRunner,
    private readonly hash: KeyedHash,
    private readonly uniqueKeys: UniqueKeys,
    context: ImportContext,
  ) {
    this.joins = new CompanyJoins(decisions, context);
  }

  /** As it was when the first of the rows asked; absent where nobody has registered it. */
  async look({ number }: DraftCompany): Promise<Company | undefined> {
    return (await this.registered(number))?.company;
  }

  /** The workplace is the company's before its card exists, so that no block of the company misses it (R6). */
  async join(company: DraftCompany, workplace: JoiningWorkplace): Promise<string> {
    const companyId = await kept(this.ids, company.number, async (number) => {
      const known = await this.registered(number);
      return known?.companyId ?? this.uniqueKeys.claim(this.keyOf(number), uuidv7());
    });
    await this.joins.join(companyId, company, workplace);
    return companyId;
  }

  private registered(companyNumber: string): Promise<Registered | undefined> {
    return kept(this.known, companyNumber, async (number) => {
      const companyId = await this.uniqueKeys.holderOf(this.keyOf(number));
      if (companyId === undefined) return undefined;
      const { state: company } = await this.decisions.load(companyDecider, companyStream(companyId));
      return { companyId, company };
    });
  }

  private keyOf = (number: string): string => companyNumberKeyStream(this.hash.of('companynumber', number));
}

function kept<T>(known: Map<string, Promise<T>>, key: string, find: (key: string) => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find(key);
  known.set(key, found);
  return found;
}
