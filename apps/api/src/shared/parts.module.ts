import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { EventStore } from '#events/store/event-store';
import { ReadStore } from '#read-models/store/read-store';
import { Clock } from '#runtime/clock';
import type { Config } from '#runtime/config';
import { Installation } from '#runtime/installation';
import { KeyedHash } from '#runtime/keyed-hash';
import type { Logger } from '#runtime/logger';
import { MeasuredEventStore } from '../operations/measured-event-store.js';
import { Metrics } from '../operations/metrics.js';
import { Stopping } from '../operations/stopping.js';
import { DomainErrorFilter } from './domain-error.filter.js';
import { FreshnessInterceptor } from './freshness.interceptor.js';
import { RequestCauses } from './request-cause.js';
import { CONFIG, LOGGER } from './tokens.js';
import { createValidationPipe } from './validation.js';

/** What an API is put together from: the same code over files, over servers, and in a test's memory. */
export interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly views: ReadStore;
  readonly hash: KeyedHash;
  readonly installation: Installation;
}

/** What every slice may ask for. */
@Global()
@Module({})
export class PartsModule implements OnApplicationShutdown {
  constructor(
    private readonly store: EventStore,
    private readonly views: ReadStore,
  ) {}

  static of({ config, logger, clock, store, views, hash, installation }: Parts): DynamicModule {
    const metrics = new Metrics();
    const measured = new MeasuredEventStore(store, metrics);
    const parts = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: Clock, useValue: clock },
      { provide: EventStore, useValue: measured },
      { provide: ReadStore, useValue: views },
      { provide: KeyedHash, useValue: hash },
      { provide: Installation, useValue: installation },
      { provide: Metrics, useValue: metrics },
      { provide: DecisionRunner, useValue: new DecisionRunner(measured) },
      RequestCauses,
      Stopping,
    ];
    const http = [
      { provide: APP_FILTER, useClass: DomainErrorFilter },
      { provide: APP_INTERCEPTOR, useClass: FreshnessInterceptor },
      { provide: APP_PIPE, useFactory: createValidationPipe },
    ];
    const exported = parts.map((part) => (typeof part === 'function' ? part : part.provide));
    return { module: PartsModule, imports: [CqrsModule.forRoot()], providers: [...parts, ...http], exports: exported };
  }

  /** After the last answer: what was appended is durable already, so that closing only lets go of the files. */
  async onApplicationShutdown(): Promise<void> {
    await this.views.close();
    await this.store.close();
  }
}
