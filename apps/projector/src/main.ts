import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#runtime/config';
import { createLogger } from '#runtime/logger';
import { refuseToStart } from '#runtime/refuse-to-start';
import { openParts, ProjectorModule } from './projector.module.js';
import { Projector } from './projector.js';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger('projector', config);
  const parts = await openParts(config, logger);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares plain options as a class
  const app = await NestFactory.createApplicationContext(ProjectorModule.of(parts), {
    abortOnError: false,
    logger: false,
  });
  // Exit code 0 once the commit under way is done and the files are closed.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.get(Projector).run();
}

start().catch(refuseToStart);
