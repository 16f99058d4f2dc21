import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '#runtime/config';
import {
  ACCESS,
  BEFORE_PASSWORD_CHANGE,
  PUBLIC_BY_CONFIG,
  type Access,
  type OpeningSetting,
} from '../shared/access.decorators.js';
import type { SignedIn } from '../shared/signed-in.js';
import { InjectConfig } from '../shared/tokens.js';
import { PasswordChangeRequired, RoleMayNot } from './access.errors.js';
import { Sessions } from './sessions.js';

interface Rule {
  readonly access: Access;
  readonly beforePasswordChange: boolean;
}

/** Who asks, and whether the route exists for their role. Answers without a promise where the session is remembered. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly rules = new WeakMap<object, Rule>();

  constructor(
    private readonly sessions: Sessions,
    @InjectConfig() private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.ruleOf(context.getHandler());
    if (rule.access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = this.sessions.verify(request.headers.authorization);
    return signedIn instanceof Promise
      ? signedIn.then((known) => admit(request, known, rule))
      : admit(request, signedIn, rule);
  }

  private ruleOf(handler: object): Rule {
    const known = this.rules.get(handler) ?? this.readRule(handler);
    this.rules.set(handler, known);
    return known;
  }

  /** A route that declares no role is closed. */
  private readRule(handler: object): Rule {
    const setting = Reflect.getMetadata(PUBLIC_BY_CONFIG, handler) as OpeningSetting | undefined;
    const declared = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
    return {
      access: setting !== undefined && this.config[setting] ? 'public' : (declared ?? []),
      beforePasswordChange: Reflect.getMetadata(BEFORE_PASSWORD_CHANGE, handler) === true,
    };
  }
}

function admit(request: FastifyRequest, signedIn: SignedIn, { access, beforePasswordChange }: Rule): true {
  request.signedIn = signedIn;
  if (!access.includes(signedIn.role)) throw new RoleMayNot(signedIn.role);
  if (signedIn.mustChangePassword && !beforePasswordChange) throw new PasswordChangeRequired();
  return true;
}
