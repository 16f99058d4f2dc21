import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '#runtime/config';
import { createLogger } from '#runtime/logger';
import { ApiModule, openParts } from '../../apps/api/src/api.module.js';
import { configureApp } from '../../apps/api/src/shared/configure-app.js';
import type { Parts } from '../../apps/api/src/shared/parts.module.js';
import { createAdapter } from '../../apps/api/src/shared/server.js';
import { NoOpController } from './no-op.controller.js';

/** The whole API, and one route that the product does not have. */
@Module({})
class BenchApiModule {
  static of(parts: Parts): DynamicModule {
    return { module: BenchApiModule, imports: [ApiModule.of(parts)], controllers: [NoOpController] };
  }
}

const config = readConfig(process.env);
const parts = await openParts(config, createLogger('bench-api', config));
const app = await NestFactory.create<NestFastifyApplication>(BenchApiModule.of(parts), createAdapter(config), {
  bodyParser: false,
  logger: false,
});
configureApp(app);
app.enableShutdownHooks(['SIGTERM'], { useProcessExit: true });
await app.listen(config.port, config.host);
// To the process that started this one.
process.stdout.write(`listening at ${await app.getUrl()}\n`);
