import { createHash } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { Role } from '#events/contracts/account.events';
import type { Cause } from '#events/deciding/cause';
import { Clock } from '#runtime/clock';
import { HeaderMalformed, IdempotencyKeyReused } from './request.errors.js';
import './signed-in.js';

const KEY_NAMESPACE = 'f3a1c4de-7f0b-5f59-8a6e-2b8f5d1c9e40';
const KEY_FORM = /^[\x21-\x7e]{1,100}$/;
const CLIENT_FORM = /^[\w./-]{1,40}$/;
const TRACEPARENT_FORM = /^00-(?<traceId>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const REMEMBERED_KEYS = 10_000;
/** Who asks on a public route. */
const NOBODY = { accountId: 'nobody', role: 'none' };

/** R20: what every event of the command will say of who, when, from which client and why. */
export const RequestCause = createParamDecorator(
  (_: unknown, context: ExecutionContext): Cause => context.switchToHttp().getRequest<FastifyRequest>().cause,
);

@Injectable()
export class RequestCauses {
  /** Command id → what was done with it. A bounded memory: after a restart a reused key answers as its first use did. */
  private readonly done = new LRUCache<string, string>({ max: REMEMBERED_KEYS });

  constructor(private readonly clock: Clock) {}

  of(request: FastifyRequest): Cause {
    const { accountId: actor, role: actorRole } = request.signedIn ?? NOBODY;
    const commandId = this.commandId(request, actor);
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    return { ...ids, actor, actorRole, occurredAt: this.clock.now(), ...traceOf(request), ...clientOf(request) };
  }

  /** The client's key, scoped to its account: nobody can repeat, or foresee, another's command. */
  private commandId(request: FastifyRequest, actor: string): string {
    const key = oneHeader(request, 'idempotency-key');
    if (key === undefined) return uuidv7();
    if (!KEY_FORM.test(key)) throw new HeaderMalformed('Idempotency-Key');
    const commandId = uuidv5(`${actor}/${key}`, KEY_NAMESPACE);
    const fingerprint = fingerprintOf(request);
    if ((this.done.get(commandId) ?? fingerprint) !== fingerprint) throw new IdempotencyKeyReused();
    request.keyed = { commandId, fingerprint };
    return commandId;
  }

  /** The command was carried out: its key means this request from now on. A refused one may be mended and sent again. */
  remember({ keyed }: FastifyRequest): void {
    if (keyed) this.done.set(keyed.commandId, keyed.fingerprint);
  }
}

const fingerprintOf = ({ method, url, body }: FastifyRequest): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('base64');

function oneHeader({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** A trace that the client began goes on in our events; what is not in the form of W3C trace context is ignored. */
function traceOf(request: FastifyRequest): Pick<Cause, 'traceparent' | 'correlationId'> | undefined {
  const traceparent = oneHeader(request, 'traceparent');
  const correlationId = TRACEPARENT_FORM.exec(traceparent ?? '')?.groups?.['traceId'];
  return traceparent !== undefined && correlationId !== undefined ? { traceparent, correlationId } : undefined;
}

/** `Aterkom-Client: web/1.4`; the browser's own line says too much about a person. */
function clientOf(request: FastifyRequest): Pick<Cause, 'client'> | undefined {
  const client = oneHeader(request, 'aterkom-client');
  if (client === undefined) return undefined;
  if (!CLIENT_FORM.test(client)) throw new HeaderMalformed('Aterkom-Client');
  return { client };
}

/** The id of what a command makes is the command's own: a repeat finds the same stream and changes nothing. */
export const idOfMade = ({ commandId }: Cause): string => commandId;

/** The cast: the guard has let a known role through. */
export const roleOf = ({ actorRole }: Cause): Role => actorRole as Role;
