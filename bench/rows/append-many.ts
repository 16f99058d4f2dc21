import { throughRawTable, throughStore } from '../harness/append-work.js';
import { interleaved } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';

const WORK = { writers: 50, appendsEach: 80 };
const ROUNDS = 15;

export const appendMany: BenchRow = {
  name: 'append-50',
  async measure(run) {
    const { store, raw } = await interleaved(ROUNDS, {
      store: () => throughStore(run, WORK),
      raw: () => throughRawTable(run, WORK),
    });
    return [
      {
        what: 'append, 50 concurrent writers, durable',
        figure: { amount: store, unit: 'events/s' },
        reach: {
          kind: 'ratio',
          limit: { amount: raw, unit: 'events/s' },
          limitIs: 'bare better-sqlite3, transactions of 50',
          atLeast: 0.8,
        },
      },
    ];
  },
};
