import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics } from 'prom-client';
import { readConfig } from '#runtime/config';
import { createLogger } from '#runtime/logger';
import { refuseToStart } from '#runtime/refuse-to-start';
import { SERVING } from './cli/supervise.js';
import { FirstAdmin } from './accounts/first-admin.js';
import { ApiModule, openParts } from './api.module.js';
import { Metrics } from './operations/metrics.js';
import { NestLogger } from './operations/nest-logger.js';
import { configureApp } from './shared/configure-app.js';
import { createAdapter } from './shared/server.js';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger('api', config);
  const parts = await openParts(config, logger);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), createAdapter(config), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLogger(logger),
  });
  configureApp(app);
  collectDefaultMetrics({ register: app.get(Metrics).registry });
  // Exit code 0 once every answer is given and the files are closed.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.init();
  const admin = await app.get(FirstAdmin).makeOnce();
  if (admin) tell(`First administrator: ${admin.username}, one-time password: ${admin.oneTimePassword}`);
  await app.listen(config.port, config.host);
  const address = await app.getUrl();
  logger.info({ address }, 'listening');
  // Whoever started this process together with the projector waits for it.
  process.send?.(SERVING);
  tell(`Återkom answers at ${address}, its documentation is at ${address}/docs`);
}

/** To the person at the terminal, never to the log. */
function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

start().catch(refuseToStart);
