import { CompanyRegistry, type RegisteredCompany } from './company-registry.js';

const PATIENCE_MS = 10_000;
const NOT_FOUND = 404;

export interface HttpCompanyRegistryOptions {
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string;
}

/** The register did not answer, or in another form than was agreed. Never holds what was asked. */
export class RegistryDidNotAnswer extends Error {
  override readonly name = 'RegistryDidNotAnswer';
  constructor(reason: string, options?: ErrorOptions) {
    super(`the company register did not answer: ${reason}`, options);
  }
}

/**
 * Asks with POST `{"companyNumber":"5560360793"}`, for a company number may be personal and a URL is logged;
 * the answer is 200 `{"name":"…","ceased":false}` or 404.
 */
export class HttpCompanyRegistry extends CompanyRegistry {
  override readonly name = 'http';

  constructor(private readonly options: HttpCompanyRegistryOptions) {
    super();
  }

  /** @throws RegistryDidNotAnswer */
  override async find(companyNumber: string): Promise<RegisteredCompany | undefined> {
    const answer = await this.ask(companyNumber);
    if (answer.status === NOT_FOUND) return undefined;
    if (!answer.ok) throw new RegistryDidNotAnswer(`status ${answer.status}`);
    const found: unknown = await answer.json().catch(() => undefined);
    if (!isCompany(found)) throw new RegistryDidNotAnswer('another form than was agreed');
    return { name: found.name, hasCeased: found.ceased === true };
  }

  private async ask(companyNumber: string): Promise<Response> {
    const { url, token } = this.options;
    try {
      return await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ companyNumber }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (cause) {
      throw new RegistryDidNotAnswer('no connection, or too late', { cause });
    }
  }
}

const isCompany = (value: unknown): value is { readonly name: string; readonly ceased?: unknown } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
