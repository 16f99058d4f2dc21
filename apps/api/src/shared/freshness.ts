import type { Position } from '#events/store/recorded-event';
import { DomainError } from '#domain/shared/domain-error';
import { HeaderMalformed } from './request.errors.js';

const FORM = /^(?<storeId>[0-9a-f-]{36})\.(?<position>\d{1,20})$/;

/** Names a moment of one log: a query that is sent it answers with at least that moment. */
export const freshnessToken = (storeId: string, position: Position): string => `${storeId}.${position}`;

export class StoreOfTokenUnknown extends DomainError {
  readonly code = 'freshness.unknown-store';
  constructor() {
    super('the token belongs to another log');
  }
}

export class ReadModelBehind extends DomainError {
  readonly code = 'read-model.behind';
  constructor() {
    super('the read model has not passed the position in time');
  }
}

/** @throws HeaderMalformed, StoreOfTokenUnknown */
export function positionOf(token: string, storeId: string): Position {
  const groups = FORM.exec(token)?.groups;
  if (!groups) throw new HeaderMalformed('Freshness-Token');
  if (groups['storeId'] !== storeId) throw new StoreOfTokenUnknown();
  return BigInt(groups['position'] ?? 0);
}
