import { describe, expect, test } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { defer, lastValueFrom } from 'rxjs';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { FreshnessInterceptor } from './freshness.interceptor.js';

const STORE = '0d6f5f0e-2b2f-5c53-9a55-6c1c1a1b7f10';

/** A route whose view is shown at the so many-th look. */
async function asked(method: string, shownAt: number, freshnessWaitMs = 60_000): Promise<unknown> {
  let looks = 0;
  const handle = () =>
    defer(() => (++looks < shownAt ? Promise.reject(new ViewUnavailable('cards')) : Promise.resolve(`look ${looks}`)));
  const views = { waitUntil: () => Promise.resolve(true) };
  const parts = [views, { storeId: STORE }, {}, { freshnessWaitMs }] as unknown as ConstructorParameters<
    typeof FreshnessInterceptor
  >;
  const request = { method, headers: { 'freshness-token': `${STORE}.1` } };
  const http = { getRequest: () => request, getResponse: () => ({}) };
  const context = { switchToHttp: () => http } as unknown as ExecutionContext;
  return lastValueFrom(new FreshnessInterceptor(...parts).intercept(context, { handle }));
}

describe('a query that is sent a token', () => {
  test('waits for a view that is shown in a moment', async () => {
    expect(await asked('GET', 3)).toBe('look 3');
  });

  test('says that the view is being built where that takes longer', async () => {
    await expect(asked('GET', 3, 0)).rejects.toThrow(ViewUnavailable);
  });

  test('is the only one: a command is not carried out again', async () => {
    await expect(asked('POST', 2)).rejects.toThrow(ViewUnavailable);
  });
});
