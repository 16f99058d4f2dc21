import { DomainError } from '#domain/shared/domain-error';

export class ServerStopping extends DomainError {
  readonly code = 'server.stopping';
  readonly retryAfterSeconds = 1;
  constructor() {
    super('the process is ending');
  }
}
