import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isKeepable } from './keepable-text.js';
import { BodyMalformed, EncodingUnsupported, JsonMalformed, JsonTooDeep, TextMalformed } from './request.errors.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly keepsBytes?: boolean;
  }
  interface FastifyRequest {
    /** The body as it came, where the route keeps it: a signature holds for these bytes only. */
    bytes?: Buffer;
  }
}

const DEEPEST = 32;
const OTHER_CHARSET = /charset=(?!"?utf-?8"?\s*(?:;|$))/i;
const NO_OBJECT = { field: '', code: 'field.object-expected' };
/** What would reach a prototype when the object is copied. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON in UTF-8 is the only body; files are another parser's. What JSON allows and storage cannot keep as it came,
 * or an invoice not carry, is refused here, once, instead of being changed in silence. No body at all is left to the
 * validation.
 */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.decorateRequest('bytes');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (request.routeOptions.config.keepsBytes) request.bytes = bytes;
    try {
      done(null, parseJson(request, bytes));
    } catch (error) {
      done(error as Error);
    }
  });
}

function parseJson({ headers }: FastifyRequest, body: Buffer): unknown {
  if (OTHER_CHARSET.test(headers['content-type'] ?? '') || isEncoded(headers['content-encoding'])) {
    throw new EncodingUnsupported();
  }
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new EncodingUnsupported();
  return refuseUnlessObject(parsed(body.toString()));
}

const isEncoded = (encoding: string | undefined): boolean => encoding !== undefined && encoding !== 'identity';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonMalformed();
  }
}

function refuseUnlessObject(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw new BodyMalformed([NO_OBJECT]);
  refuseUnkeepable(value, DEEPEST);
  return value;
}

/** Also bounds the depth, so that nothing behind this needs to fear a body that nests without end. */
function refuseUnkeepable(value: object, levelsLeft: number): void {
  if (levelsLeft === 0) throw new JsonTooDeep(DEEPEST);
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (PROTOTYPE_KEYS.has(key)) throw new JsonMalformed();
    if (typeof member === 'string' && !isKeepable(member)) throw new TextMalformed();
    if (typeof member === 'object' && member !== null) refuseUnkeepable(member, levelsLeft - 1);
  }
}
