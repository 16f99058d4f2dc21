import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Role } from '#events/contracts/index';
import { EVERY_ROLE } from '../../apps/api/src/shared/access.decorators.js';
import { createOpenApi } from '../../apps/api/src/shared/openapi.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { PASSWORD, signIn, TestClient, type Method } from '../support/test-client.js';

/** The pages that describe the API and their files. */
const DOCUMENTATION = /^\w+ \/docs(?:\/|$)/;
const SOME_ID = '00000000-0000-4000-8000-000000000000';

interface Route {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly roles: readonly string[];
  /** Its answer does not end by itself. */
  readonly isLive: boolean;
}

function routesOf({ paths }: OpenAPIObject): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, Record<string, unknown>>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      method: method.toUpperCase() as Method,
      path: path.replaceAll(/\{\w+\}/g, SOME_ID),
      roles: (operation['x-roles'] ?? []) as string[],
      isLive: JSON.stringify(operation['responses']).includes('text/event-stream'),
    })),
  );
}

describe('every route', () => {
  let api: TestApp;
  let routes: readonly Route[];

  beforeAll(async () => {
    api = await startTestApp();
    routes = routesOf(createOpenApi(api.app));
    for (const role of EVERY_ROLE) await api.as(role);
  });

  afterAll(() => api.close());

  /** `nobody` and every role, a fresh session each time, since a route may end it. */
  const codeFor = async ({ method, path }: Route, who: Role | 'nobody'): Promise<string> => {
    const authorization = who === 'nobody' ? {} : await bearer(who);
    const answer = await api.app.inject({ method, url: path, headers: authorization, payload: {} });
    return answer.statusCode < 400 ? 'ok' : answer.json<{ code: string }>().code;
  };
  const bearer = async (role: Role) => ({ authorization: `Bearer ${(await signIn(api.app, role, PASSWORD)).token}` });

  test('stands in the OpenAPI document and declares for whom it exists', () => {
    const known = api.routes.filter((route) => !DOCUMENTATION.test(route)).sort();
    expect(known.length).toBeGreaterThan(15);
    expect(routes.map(({ name }) => name).sort()).toEqual(known);
    expect(routes.filter(({ roles }) => roles.length === 0)).toEqual([]);
  });

  test('is closed to those who are not signed in, unless it is public', async () => {
    for (const route of routes) {
      const code = await codeFor(route, 'nobody');
      const isPublic = route.roles.includes('public');
      expect([route.name, code === 'session.required']).toEqual([route.name, !isPublic]);
    }
  });

  test.each(EVERY_ROLE)('opens to %s exactly where it says so', async (role) => {
    for (const route of routes.filter(({ isLive }) => !isLive)) {
      const isOpen = route.roles.includes('public') || route.roles.includes(role);
      const code = await codeFor(route, role);
      expect([route.name, code !== 'account.role-may-not']).toEqual([route.name, isOpen]);
    }
  });
});

test('a route that declares no role is closed to everybody', async () => {
  const api = await startTestApp();
  const { AccessGuard } = await import('../../apps/api/src/accounts/access.guard.js');
  const { Sessions } = await import('../../apps/api/src/accounts/sessions.js');
  const { CONFIG } = await import('../../apps/api/src/shared/tokens.js');
  const admin = await api.as('admin');
  const guard = new AccessGuard(api.app.get(Sessions), api.app.get(CONFIG));
  const request = { headers: { authorization: `Bearer ${admin.token}` } };
  const context = { getHandler: () => () => undefined, switchToHttp: () => ({ getRequest: () => request }) };
  await expect(async () => guard.canActivate(context as never)).rejects.toMatchObject({ code: 'account.role-may-not' });
  await api.close();
});

test('the metrics are open to anybody only where the configuration says so', async () => {
  const closed = await startTestApp();
  const open = await startTestApp({ environment: { METRICS_PUBLIC: 'true' } });
  const read = ({ app }: TestApp) => app.inject({ method: 'GET', url: '/metrics' });
  expect((await read(closed)).statusCode).toBe(401);
  expect((await read(open)).body).toContain('aterkom_append_seconds_count');
  expect(new TestClient(open.app)).toBeDefined();
  await Promise.all([closed.close(), open.close()]);
});
