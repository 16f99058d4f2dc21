import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '#events/contracts/account.events';
import type { Config } from '#runtime/config';

export const ACCESS = 'aterkom:access';
export const BEFORE_PASSWORD_CHANGE = 'aterkom:before-password-change';
export const PUBLIC_BY_CONFIG = 'aterkom:public-by-config';

/** Who may use a route. A route that declares nothing is closed to everybody. */
export type Access = readonly Role[] | 'public';

export const EVERY_ROLE = ['caller', 'lead', 'admin', 'auditor', 'service'] as const satisfies readonly Role[];

/** The roles for which the route exists. */
export const Roles = (...roles: readonly [Role, ...Role[]]): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, roles), ApiBearerAuth(), ApiExtension('x-roles', roles));

/** For anybody, signed in or not. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, 'public'), ApiExtension('x-roles', ['public']));

/** May be used with a one-time password that has not been changed yet. */
export const BeforePasswordChange = (): MethodDecorator => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** Those settings that can open a route to anybody. */
export type OpeningSetting = { [Key in keyof Config]: Config[Key] extends boolean ? Key : never }[keyof Config];

/** Open to anybody where this setting says so. */
export const PublicByConfig = (setting: OpeningSetting): MethodDecorator => SetMetadata(PUBLIC_BY_CONFIG, setting);
