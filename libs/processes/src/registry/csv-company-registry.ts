import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { readCompanyNumber } from '#domain/shared/company-number';
import { CompanyRegistry, type RegisteredCompany } from './company-registry.js';

interface Line {
  readonly companyNumber?: string;
  readonly name?: string;
  readonly ceased?: string;
}

/** A line that says nothing usable stops the start: a register with holes would raise cases for honest orders. */
export class RegistryFileUnusable extends Error {
  override readonly name = 'RegistryFileUnusable';
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(`${file}, line ${line}: needs companyNumber and name, and ceased empty, yes or no`);
  }
}

/** Offline: a file with the columns `companyNumber`, `name` and `ceased`, separated by commas or semicolons, read once. */
export class CsvCompanyRegistry extends CompanyRegistry {
  override readonly name = 'file';

  private constructor(private readonly companies: ReadonlyMap<string, RegisteredCompany>) {
    super();
  }

  /** @throws RegistryFileUnusable */
  static async read(file: string): Promise<CsvCompanyRegistry> {
    const lines = linesOf(await readFile(file), file);
    // The heading is line 1.
    const companies = lines.map((line, index) => companyOn(line) ?? unusable(file, index + 2));
    return new CsvCompanyRegistry(new Map(companies));
  }

  override find(companyNumber: string): Promise<RegisteredCompany | undefined> {
    return Promise.resolve(this.companies.get(companyNumber));
  }
}

/** The package's own error may quote the line, which may be personal. */
function linesOf(content: Buffer, file: string): readonly Line[] {
  try {
    return parse<Line>(content, {
      bom: true,
      columns: true,
      delimiter: [',', ';'],
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw new RegistryFileUnusable(file, error instanceof CsvError ? Number(error['lines']) : 1);
  }
}

const CEASED: Readonly<Record<string, boolean>> = { '': false, no: false, yes: true };

function companyOn({ companyNumber = '', name = '', ceased = '' }: Line): [string, RegisteredCompany] | undefined {
  const number = readCompanyNumber(companyNumber);
  const hasCeased = CEASED[ceased.toLowerCase()];
  if (!number.readable || name === '' || hasCeased === undefined) return undefined;
  return [number.companyNumber.digits, { name, hasCeased }];
}

function unusable(file: string, line: number): never {
  throw new RegistryFileUnusable(file, line);
}
