import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { toInstant } from '#domain/shared/instant';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { InMemoryReadStore } from '#read-models/in-memory/in-memory-read-store';
import { InMemoryViews } from '#read-models/in-memory/in-memory-views';
import { ControlledClock } from '#runtime/clock';
import { readConfig } from '#runtime/config';
import { Installation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import { createLogger } from '#runtime/logger';
import { ApiModule } from '../api.module.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureApp } from '../shared/configure-app.js';
import { createOpenApi } from '../shared/openapi.js';
import { createAdapter } from '../shared/server.js';

/** The API over empty stores in memory: enough to be described. With a clock that can be moved, so that no route is left out. */
async function describe(): Promise<string> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const parts = {
    config,
    logger: createLogger('openapi', config),
    clock: new ControlledClock(toInstant(0)),
    store: new InMemoryEventStore(),
    views: new InMemoryReadStore(new InMemoryViews()),
    hash: new KeyedHash(''),
    installation: new Installation(''),
  };
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), createAdapter(config), {
    bodyParser: false,
    logger: false,
  });
  configureApp(app);
  return JSON.stringify(createOpenApi(app), undefined, 2);
}

/** `npm run openapi` writes it to docs/openapi.json; a test finds a committed one that lags behind. */
export const openApiCommand = new Command('openapi')
  .description('Print the OpenAPI document of the API')
  .action(async () => {
    process.stdout.write(`${await describe()}\n`);
  });
