import { HttpException } from '@nestjs/common';
import { DomainError } from '#domain/shared/domain-error';
import {
  AppendOutcomeUnknown,
  EventTooLarge,
  RevisionConflict,
  StoreUnavailable,
} from '#events/store/event-store.errors';
import { ReadModelsUnavailable, ViewUnavailable } from '#read-models/store/read-store.errors';

/** Why a request was not carried out: a stable code and the facts that belong to it. */
export interface Refusal {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Fastify's own refusals, which come before any of our code runs. */
const CODE_OF_FASTIFY_ERROR: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'request.url-malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'request.url-too-long',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.content-type-unsupported',
  FST_REQ_FILE_TOO_LARGE: 'request.too-large',
};

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  404: 'route.unknown',
  413: 'request.too-large',
  415: 'request.content-type-unsupported',
};

/** `server.failed` is a fault of ours, to be logged; everything else is an answer. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError) return { code: error.code, facts: error.facts };
  return { code: codeOf(error), facts: {} };
}

function codeOf(error: unknown): string {
  if (error instanceof RevisionConflict) return 'command.conflict';
  if (error instanceof ReadModelsUnavailable) return 'read-model.unavailable';
  if (error instanceof StoreUnavailable || error instanceof AppendOutcomeUnknown) return 'store.unavailable';
  if (error instanceof ViewUnavailable) return 'read-model.building';
  if (error instanceof EventTooLarge) return 'request.too-large';
  if (error instanceof HttpException) return codeOfHttp(error);
  return 'server.failed';
}

function codeOfHttp(error: HttpException): string {
  const { code = '' } = (error.cause ?? {}) as { readonly code?: string };
  const known = CODE_OF_FASTIFY_ERROR[code] ?? CODE_OF_STATUS[error.getStatus()];
  return known ?? (error.getStatus() < 500 ? 'request.malformed' : 'server.failed');
}

/** What the router refuses before any hook or filter of ours. */
export const refusalOfRouter = ({ code }: { readonly code: string }): Refusal => ({
  code: CODE_OF_FASTIFY_ERROR[code] ?? 'request.malformed',
  facts: {},
});
