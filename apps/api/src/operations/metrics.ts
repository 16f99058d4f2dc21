import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What is measured; the names are read by dashboards and stay. No label holds an id or anything personal. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'aterkom_http_request_seconds',
    help: 'Time from the whole request to the whole answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly appends = new Histogram({
    name: 'aterkom_append_seconds',
    help: 'Time until an append was durable',
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly conflicts = new Counter({
    name: 'aterkom_append_conflicts_total',
    help: 'Appends refused because somebody else was first; the command decides again',
    registers: [this.registry],
  });
  readonly storeFailures = new Counter({
    name: 'aterkom_append_failures_total',
    help: 'Appends that the store could not take',
    registers: [this.registry],
  });

  readonly signInsRefused = new Counter({
    name: 'aterkom_sign_ins_refused_total',
    help: 'Attempts to sign in that failed; who made them is not recorded',
    registers: [this.registry],
  });

  /** A number that is looked up when somebody reads the metrics. */
  gauge(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }
}
