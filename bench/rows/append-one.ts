import { throughRawTable, throughStore } from '../harness/append-work.js';
import { interleaved } from '../harness/rounds.js';
import type { BenchRow } from '../harness/row.js';

const WORK = { writers: 1, appendsEach: 600 };
const ROUNDS = 15;

export const appendOne: BenchRow = {
  name: 'append-1',
  async measure(run) {
    const { store, raw } = await interleaved(ROUNDS, {
      store: () => throughStore(run, WORK),
      raw: () => throughRawTable(run, WORK),
    });
    return [
      {
        what: 'append, one writer, durable',
        figure: { amount: store, unit: 'events/s' },
        reach: {
          kind: 'ratio',
          limit: { amount: raw, unit: 'events/s' },
          limitIs: 'bare better-sqlite3, one per transaction',
          atLeast: 0.85,
        },
      },
    ];
  },
};
