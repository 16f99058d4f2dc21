import type { DecisionRunner } from '#events/deciding/decision-runner';
import { InvoiceRecording } from '#processes/invoices/invoice-recording';
import type { Reactor } from './reactor.js';

/** Orders learn their numbers, where a crash kept the one who decided them from it. A feed of its own: a day may be long. */
export function invoicesReactor(runner: DecisionRunner): Reactor {
  const recording = new InvoiceRecording(runner);
  return {
    name: 'invoices',
    on: {
      InvoiceRunDecided: async ({ data }, { cause }) => {
        await recording.record(data, cause);
      },
    },
  };
}
