import type { FaultOf } from '../../../../test/mongodb-protocol/faults.js';

export type CommitStep = Omit<FaultOf, 'fault'>;

/** Steps of a commit on MongoDB, by the command and the collection that it goes to; renewals of the lease are none. */
export const COMMIT_STEPS: readonly CommitStep[] = [
  { command: 'insert', on: 'journal' },
  { command: 'update', on: 'control', sets: 'pending' },
  { command: 'insert', on: 'rows_' },
  { command: 'update', on: 'rows_' },
  { command: 'update', on: 'counters' },
  { command: 'update', on: 'control', sets: 'pending', after: 1 },
  { command: 'delete', on: 'journal' },
];
