import { caseDecider } from '#domain/case/case.decider';
import type { AterkomEvent, WebhookMessage } from '#events/contracts/index';
import type { DecisionRunner } from '#events/deciding/decision-runner';
import type { Recorded } from '#events/store/recorded-event';
import { idOf } from '#processes/shared/stream-id';
import { WebhookSender, type WebhookOptions } from '#processes/webhooks/webhook-sender';
import type { Moment, Reactor } from './reactor.js';

/** R7: tells a webhook what becomes of cases. It may be slow or away: the reactor has a feed of its own. */
export function webhooksReactor(runner: DecisionRunner, options: WebhookOptions): Reactor {
  const sender = new WebhookSender(runner, options);
  const told =
    (message: WebhookMessage) =>
    async ({ id, streamId, metadata }: Recorded<AterkomEvent>, { cause }: Moment): Promise<void> => {
      const { state } = await runner.load(caseDecider, streamId);
      if (state.status === 'unraised') return;
      const { kind, urgent } = state.raised;
      const content = { message, caseId: idOf(streamId), kind, urgent, at: metadata.occurredAt };
      await sender.tell(id, content, cause);
    };
  return {
    name: 'webhooks',
    streamsInParallel: true,
    on: { CaseRaised: told('case.raised'), CaseAlarmed: told('case.alarmed'), CaseResolved: told('case.resolved') },
  };
}
