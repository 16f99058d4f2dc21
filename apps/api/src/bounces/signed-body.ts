import { applyDecorators, Injectable, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { msOf } from '#domain/shared/instant';
import { isSignedBy } from '#processes/webhooks/signature';
import { Clock } from '#runtime/clock';
import { BouncesSwitchedOff, ReportTooLarge, SignatureRefused } from './bounce.errors.js';
import { BounceSecret } from './bounce-secret.js';

const HEADER = 'aterkom-signature';
const LONGEST_BODY = 16_384;

/** Asked before the body is looked into: what nobody has signed is not read. */
@Injectable()
export class SignatureGuard implements CanActivate {
  constructor(
    private readonly known: BounceSecret,
    private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { secret } = this.known;
    if (secret === undefined) throw new BouncesSwitchedOff();
    const { headers, bytes = new Uint8Array() } = context.switchToHttp().getRequest<FastifyRequest>();
    if (bytes.length > LONGEST_BODY) throw new ReportTooLarge(LONGEST_BODY);
    const signature = String(headers[HEADER] ?? '');
    const seconds = Math.floor(msOf(this.clock.now()) / 1000);
    if (!isSignedBy(secret, { signature, body: bytes }, seconds)) throw new SignatureRefused();
    return true;
  }
}

/** For whoever knows the secret, and signs the body with it. */
export const SignedBody = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ keepsBytes: true }),
    UseGuards(SignatureGuard),
    ApiHeader({
      name: 'Aterkom-Signature',
      required: true,
      description: '`t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>` under the shared secret',
    }),
  );
