import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstAdmin } from '../../apps/api/src/accounts/first-admin.js';
import { Passwords } from '../../apps/api/src/accounts/passwords.js';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { configureApp } from '../../apps/api/src/shared/configure-app.js';
import type { Parts } from '../../apps/api/src/shared/parts.module.js';
import { createAdapter } from '../../apps/api/src/shared/server.js';
import type { Role } from '#events/contracts/index';
import type { EventStore } from '#events/store/event-store';
import type { Projection } from '#read-models/store/define-projection';
import type { ReadStore } from '#read-models/store/read-store';
import { runGroup, type RunningGroup } from '#read-models/testing/run-group';
import { ControlledClock } from '#runtime/clock';
import { readConfig, type Environment } from '#runtime/config';
import { openInstallation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import { createLogger, type Logger } from '#runtime/logger';
import { signInFirst, TestClient, type SignedInClient } from './test-client.js';
import { openTestStores, type TestStores } from './test-stores.js';

/** A Monday morning in calling hours. */
export const MONDAY_MORNING = '2026-11-23T08:00:00.000Z';

/** The least that argon2 takes: tests sign in all the time. */
const CHEAP = new Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 });

export interface TestAppOptions {
  readonly clock?: ControlledClock;
  readonly store?: EventStore;
  /** Read models that stand already; the app closes them. */
  readonly views?: ReadStore;
  readonly environment?: Environment;
  readonly logger?: Logger;
  /** What a projector beside the API keeps level with the log; none unless they are asked for. */
  readonly projections?: readonly Projection[];
}

type Started = Pick<TestApp, 'app' | 'clock' | 'store' | 'hash' | 'oneTimePassword' | 'routes'> & {
  readonly projector: RunningGroup | undefined;
  readonly stores: TestStores;
};

/** The whole API in this process, over the stores that the run is for; requests go in through `app.inject`. */
export class TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: ControlledClock;
  readonly store: EventStore;
  readonly hash: KeyedHash;
  /** The one-time password of the account `admin`. */
  readonly oneTimePassword: string;
  /** Every route that the server knows: `GET /api/me`. */
  readonly routes: readonly string[];
  private readonly projector: RunningGroup | undefined;
  private readonly stores: TestStores;
  private readonly made = new Map<string, Promise<SignedInClient>>();

  constructor(started: Started) {
    this.app = started.app;
    this.clock = started.clock;
    this.store = started.store;
    this.hash = started.hash;
    this.oneTimePassword = started.oneTimePassword;
    this.routes = started.routes;
    this.projector = started.projector;
    this.stores = started.stores;
  }

  /** Not signed in. */
  get nobody(): TestClient {
    return new TestClient(this.app);
  }

  /** An account of the role, made when it is first asked for; `name` tells several of one role apart. */
  as(role: Role, name: string = role): Promise<SignedInClient> {
    const client = this.made.get(name) ?? this.make(role, name);
    this.made.set(name, client);
    return client;
  }

  /** Resolves when queries show what the log holds now. */
  async caughtUp(): Promise<void> {
    if (!this.projector) throw new Error('the test asked for no projections');
    await this.projector.caughtUp();
  }

  async close(): Promise<void> {
    await this.projector?.stop();
    await this.app.close();
    await this.stores.remove();
  }

  private async make(role: Role, username: string): Promise<SignedInClient> {
    if (username === 'admin') return signInFirst(this.app, username, this.oneTimePassword);
    const admin = await this.as('admin');
    const opened = await admin.post('/accounts', { username, displayName: `Test ${username}`, role });
    return signInFirst(this.app, username, opened.json<{ oneTimePassword: string }>().oneTimePassword);
  }
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const stores = await openTestStores();
  const {
    clock = new ControlledClock(MONDAY_MORNING),
    store = stores.log,
    views = stores.views,
    projections,
  } = options;
  const parts = await partsOf({ ...options, clock, store }, views);
  const { app, routes } = await appOver(parts);
  const { writer } = stores;
  const projector = projections && runGroup({ log: store, writer, reader: parts.views, projections });
  const made = await app.get(FirstAdmin).makeOnce();
  return new TestApp({
    app,
    clock,
    store,
    hash: parts.hash,
    oneTimePassword: made?.oneTimePassword ?? '',
    routes,
    projector,
    stores,
  });
}

type GivenParts = TestAppOptions & Pick<Parts, 'store' | 'clock'>;

async function partsOf({ clock, store, environment, logger }: GivenParts, views: ReadStore): Promise<Parts> {
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment });
  const hash = new KeyedHash('a pepper for tests, 32 characters');
  const installation = await openInstallation(store, hash.fingerprint, clock.now());
  return { config, logger: logger ?? createLogger('test', config), clock, store, views, hash, installation };
}

async function appOver(parts: Parts): Promise<Pick<Started, 'app' | 'routes'>> {
  const module = await Test.createTestingModule({ imports: [ApiModule.of(parts)] })
    .overrideProvider(Passwords)
    .useValue(CHEAP)
    .compile();
  const adapter = createAdapter(parts.config);
  const routes: string[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
  });
  const app = module.createNestApplication<NestFastifyApplication>(adapter, { bodyParser: false, logger: false });
  configureApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, routes };
}
