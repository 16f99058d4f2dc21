export interface RegisteredCompany {
  readonly name: string;
  readonly hasCeased: boolean;
}

/** R18: a register of companies. One that cannot answer now throws: it is asked again later, no order waits for it. */
export abstract class CompanyRegistry {
  /** Stands with every answer. */
  abstract readonly name: string;
  /** `companyNumber`: ten digits. Undefined: the register has no such company. */
  abstract find(companyNumber: string): Promise<RegisteredCompany | undefined>;
}
