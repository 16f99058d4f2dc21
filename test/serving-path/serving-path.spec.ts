import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import type { Document } from 'mongodb';
import { MongodbProjectionStore } from '#read-models/mongodb/mongodb-projection-store';
import { MongodbReadStore } from '#read-models/mongodb/mongodb-read-store';
import { projections } from '#read-models/projections';
import { runGroup } from '#read-models/testing/run-group';
import { logOf } from '#read-models/testing/written-log';
import { ControlledClock } from '#runtime/clock';
import { startViewsServer, type ViewsServer } from '../mongodb-protocol/views-server.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { crowdOf, NOW } from './crowd.js';
import { explained, isQuestion } from './examined.js';
import { others, questions, type Ask } from './questions.js';

jest.setTimeout(240_000);

const FEW = 600;
const MANY = 3_000;
/** Beside the rows that are answered: the document that all checkpoints stand in, and the row that says that there is more. */
const A_HANDFUL = 4;

/** An installation whose read models are on a MongoDB, and what is sent to it. */
interface Installation {
  readonly app: TestApp;
  readonly views: MongodbReadStore;
  readonly url: string;
  readonly sent: Document[];
}

async function installationWith(many: number, server: ViewsServer): Promise<Installation> {
  const url = server.urlOf(`serving-${randomUUID()}`);
  const log = await logOf(crowdOf(many));
  const sent: Document[] = [];
  const views = new MongodbReadStore(url, { onCommand: (command) => sent.push(command) });
  const writer = new MongodbProjectionStore(url);
  const running = runGroup({ log, writer, reader: views, projections });
  await running.caughtUp();
  await running.stop();
  await writer.close();
  const app = await startTestApp({ store: log, views, clock: new ControlledClock(NOW) });
  return { app, views, url, sent };
}

/** What each command of the question costs, in the order in which they were sent. */
async function costOf(ask: Ask, { app, views, url, sent }: Installation) {
  sent.length = 0;
  await ask({ queries: app.app.get(QueryBus), views });
  return explained(url, sent.filter(isQuestion));
}

describe('the serving path on MongoDB', () => {
  let server: ViewsServer;
  let small: Installation;
  let large: Installation;

  beforeAll(async () => {
    server = await startViewsServer({ isReplicaSet: true });
    [small, large] = [await installationWith(FEW, server), await installationWith(MANY, server)];
  });

  afterAll(async () => {
    await small.app.close();
    await large.app.close();
    await server.close();
  });

  const asked = Object.entries(questions).flatMap(([query, ways]) =>
    Object.entries(ways).map(([way, ask]) => ({ query, way, ask })),
  );

  test.each(asked)('$query ($way) looks at a handful of rows, however many there are', async ({ ask }) => {
    for (const installation of [small, large]) {
      const costs = await costOf(ask, installation);
      expect(costs).not.toEqual([]);
      expect(costs.filter(({ documents, returned }) => documents > returned + A_HANDFUL)).toEqual([]);
    }
    expect((await costOf(ask, large)).length).toBeLessThanOrEqual((await costOf(ask, small)).length);
  });

  test('every query of the API is one of these, or says why it is not', () => {
    const files = globSync('apps/api/src/**/*.query.ts').map((file) =>
      file.slice('apps/api/src/'.length, -'.query.ts'.length),
    );
    const told = [...Object.keys(questions), ...Object.keys(others)].filter((name) => !name.startsWith('serving/'));
    expect(told.sort()).toEqual(files.filter((name) => !name.startsWith('serving/')).sort());
  });
});
