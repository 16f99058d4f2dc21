import type { FaultOf } from '../../../../test/mongodb-protocol/faults.js';

/** Steps of a commit on MongoDB, by the command and the collection that it goes to. */
export const COMMIT_STEPS: readonly Omit<FaultOf, 'fault'>[] = [
  { command: 'insert', on: 'journal' },
  { command: 'update', on: 'control' },
  { command: 'insert', on: 'rows_' },
  { command: 'update', on: 'rows_' },
  { command: 'update', on: 'counters' },
  { command: 'update', on: 'control', after: 1 },
  { command: 'delete', on: 'journal' },
];
