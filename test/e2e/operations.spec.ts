import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, test } from '@jest/globals';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { StoreUnavailable } from '#events/store/event-store.errors';
import { projections } from '#read-models/projections';
import { ControlledClock, SystemClock, type Clock } from '#runtime/clock';
import { ClockController } from '../../apps/api/src/operations/clock.controller.js';
import { OperationsModule } from '../../apps/api/src/operations/operations.module.js';
import { Stopping } from '../../apps/api/src/operations/stopping.js';
import { startTestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-client.js';

/** A log that can be taken away. */
class FailingStore extends InMemoryEventStore {
  failure: Error | undefined;

  override append(...args: Parameters<InMemoryEventStore['append']>) {
    return this.failure ? Promise.reject(this.failure) : super.append(...args);
  }

  override head() {
    return this.failure ? Promise.reject(this.failure) : super.head();
  }
}

/** A log whose appends wait until they may go on. */
class SlowStore extends InMemoryEventStore {
  isSlow = false;
  private readonly arrival = Promise.withResolvers<undefined>();
  private readonly permission = Promise.withResolvers<undefined>();
  readonly reached = this.arrival.promise;

  override async append(...args: Parameters<InMemoryEventStore['append']>) {
    if (this.isSlow) {
      this.arrival.resolve(undefined);
      await this.permission.promise;
    }
    return super.append(...args);
  }

  goOn(): void {
    this.permission.resolve(undefined);
  }
}

describe('a process', () => {
  test('is healthy while it runs, and ready while its stores can be read', async () => {
    const store = new FailingStore();
    const api = await startTestApp({ store, projections });
    await api.caughtUp();
    const statuses = async () => [
      (await api.app.inject('/health')).statusCode,
      (await api.app.inject('/ready')).statusCode,
    ];
    expect(await statuses()).toEqual([200, 200]);
    store.failure = new StoreUnavailable('disk-full', 'the disk is full');
    expect(await statuses()).toEqual([200, 503]);
    await api.close();
  });

  test('is not ready before a projector has ever shown anything', async () => {
    const api = await startTestApp();
    const answer = await api.app.inject('/ready');
    expect(answer.json()).toMatchObject({ status: 503, code: 'read-model.building' });
    await api.close();
  });

  test('answers 503 with Retry-After while the log cannot be written, and goes on when it can', async () => {
    const store = new FailingStore();
    const api = await startTestApp({ store });
    const lead = await api.as('lead');
    store.failure = new StoreUnavailable('disk-full', 'the disk is full');
    const refused = await lead.post('/campaigns', { name: 'Vår' });
    expect(refused.json()).toMatchObject({ status: 503, code: 'store.unavailable' });
    expect(refused.headers['retry-after']).toBe('5');
    store.failure = undefined;
    expect((await lead.post('/campaigns', { name: 'Vår' })).statusCode).toBe(201);
    await api.close();
  });

  test('answers a fault of its own without a word of it, and logs it under the id it tells', async () => {
    const lines: string[] = [];
    const stream = new PassThrough().on('data', (line: Buffer) => lines.push(line.toString()));
    const store = new FailingStore();
    const api = await startTestApp({ store, logger: pino(stream) });
    const lead = await api.as('lead');
    store.failure = new TypeError('x is not a function');
    const answer = await lead.post('/campaigns', { name: 'Vår' });
    const { requestId } = answer.json<{ requestId: string }>();
    expect(answer.json()).toMatchObject({ status: 500, code: 'server.failed' });
    expect(answer.body).not.toContain('not a function');
    const line = lines.find((one) => one.includes('x is not a function')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ requestId, accountId: lead.accountId });
    await api.close();
  });

  test('logs no body, no query, no token and no address', async () => {
    const lines: string[] = [];
    const stream = new PassThrough().on('data', (line: Buffer) => lines.push(line.toString()));
    const api = await startTestApp({ logger: pino({ level: 'debug' }, stream) });
    const lead = await api.as('lead');
    await lead.post('/campaigns', { name: 'Hemliga kampanjen' });
    await lead.get('/campaigns/00000000-0000-4000-8000-000000000000?phone=0701234567');
    const log = lines.join('');
    expect(log).toContain('"route":"/api/campaigns/:campaignId"');
    for (const told of ['Hemliga', '0701234567', lead.token, PASSWORD, '127.0.0.1']) expect(log).not.toContain(told);
    await api.close();
  });

  test('measures requests by route, appends and conflicts', async () => {
    const api = await startTestApp({ environment: { METRICS_PUBLIC: 'true' } });
    const lead = await api.as('lead');
    await lead.post('/campaigns', { name: 'Vår' });
    await api.nobody.post('/sessions', { username: 'lead', password: 'wrong' });
    const { body } = await api.app.inject('/metrics');
    expect(body).toContain('aterkom_sign_ins_refused_total 1');
    expect(body).toContain('aterkom_http_request_seconds_count{method="POST",route="/api/campaigns",status="201"} 1');
    expect(body).toMatch(/aterkom_append_seconds_count [1-9]/);
    expect(body).toContain('aterkom_append_conflicts_total 0');
    await api.close();
  });

  test('measures how far the read models are behind the log', async () => {
    const api = await startTestApp({ environment: { METRICS_PUBLIC: 'true' }, projections });
    const lagging = async () =>
      /aterkom_read_model_lag_events (\d+)/.exec((await api.app.inject('/metrics')).body)?.[1];
    await api.caughtUp();
    expect(await lagging()).toBe('0');
    await api.close();
    const without = await startTestApp({ environment: { METRICS_PUBLIC: 'true' } });
    expect((await without.app.inject('/metrics')).body).toMatch(/aterkom_read_model_lag_events [1-9]/);
    await without.close();
  });

  test('gives the answers that are under way before it ends, and then lets go of the log', async () => {
    const store = new SlowStore();
    const api = await startTestApp({ store });
    await api.app.listen(0, '127.0.0.1');
    const { token } = await api.as('lead');
    const url = `${await api.app.getUrl()}/api/campaigns`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    store.isSlow = true;
    const answer = fetch(url, { method: 'POST', headers, body: '{"name":"Vår"}' });
    await store.reached;
    const closed = api.close();
    store.goOn();
    expect((await answer).status).toBe(201);
    await closed;
    await expect(api.store.head()).rejects.toThrow(StoreUnavailable);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('answers 503 to what still comes while it ends', async () => {
    const api = await startTestApp();
    api.app.get(Stopping).beforeApplicationShutdown();
    const answer = await api.nobody.get('/me');
    expect(answer.json()).toMatchObject({ status: 503, code: 'server.stopping' });
    expect(answer.headers['retry-after']).toBe('1');
    await api.close();
  });
});

describe('a controlled clock', () => {
  test('is moved by a service account only', async () => {
    const api = await startTestApp();
    const [service, admin] = [await api.as('service'), await api.as('admin')];
    const now = '2026-02-03T09:00:00.000Z';
    expect((await admin.put('/clock', { now })).statusCode).toBe(403);
    expect((await service.put('/clock', { now: '2026-02-03T10:00:00+01:00' })).json()).toEqual({ now });
    expect((await admin.get('/clock')).json()).toEqual({ now });
    expect((await service.put('/clock', { now: 'tomorrow' })).json()).toMatchObject({ status: 422 });
    await api.close();
  });

  test('cannot be moved where the clock is the system’s', () => {
    const controllers = (clock: Clock) => OperationsModule.with(clock).controllers;
    expect(controllers(new ControlledClock('2026-11-23T08:00:00.000Z'))).toContain(ClockController);
    expect(controllers(new SystemClock())).not.toContain(ClockController);
  });
});
