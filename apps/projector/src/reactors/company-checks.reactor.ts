import type { DecisionRunner } from '#events/deciding/decision-runner';
import { CompanyChecks } from '#processes/orders/company-checks';
import type { CompanyRegistry } from '#processes/registry/company-registry';
import type { Reactor } from './reactor.js';

/** R18: after the call, never during it. A register may be slow or away: the reactor has a feed of its own. */
export function companyChecksReactor(runner: DecisionRunner, registry: CompanyRegistry): Reactor {
  const checks = new CompanyChecks(runner, registry);
  return {
    name: 'company-checks',
    streamsInParallel: true,
    on: {
      OrderRegistered: ({ streamId }, { cause }) => checks.check(streamId, cause),
      OrderChanged: ({ streamId }, { cause }) => checks.check(streamId, cause),
    },
  };
}
