import { readFileSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

const PATIENCE = /jest\.setTimeout\((?<ms>[\d_]+)\)/;

/** What the file itself says that a test of it may take. */
const patienceOf = ({ path }) => Number(PATIENCE.exec(readFileSync(path, 'utf8'))?.groups.ms.replaceAll('_', '') ?? 0);

/** The slowest first, so that no worker is left with one of them at the end; a fresh clone knows no durations. */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const patience = new Map(tests.map((test) => [test, patienceOf(test)]));
    return [...super.sort(tests)].sort((one, other) => patience.get(other) - patience.get(one));
  }
}
