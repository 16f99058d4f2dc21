import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoDriverError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoSystemError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} from 'mongodb';
import { ReadModelsUnavailable } from '../store/read-store.errors.js';

type Reason = ReadModelsUnavailable['reason'];

const DUPLICATE_KEY = 11000;
const CURSOR_NOT_FOUND = 43;
const NO_SUCH_HINT = 2;
const OUT_OF_DISK = 14031;
/** Not the primary, or on its way down: another member may answer soon. */
const AWAY = new Set([91, 189, 10058, 10107, 11600, 11602, 13435, 13436]);

/** It stands there already: another's, where any will do, or our own, sent twice after a lost answer. */
export function unlessDuplicate(error: unknown): void {
  if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
}

/** The seek's index is not there. */
export const isHintUnknown = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === NO_SUCH_HINT;

/** Every write that failed met a row that was already there; the others have been done. */
export const onlyMetOthers = (error: unknown): error is MongoBulkWriteError =>
  error instanceof MongoBulkWriteError &&
  !error.result.getWriteConcernError() &&
  [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY);

/** What the driver throws, under our name. Its own message may tell keys of rows, so it goes no further than the cause. */
export async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw new ReadModelsUnavailable(reasonOf(error), `the read models' server: ${error.name} ${codeOf(error)}`, {
      cause: error,
    });
  }
}

function reasonOf(error: MongoError): Reason {
  if (error instanceof MongoClientClosedError || error instanceof MongoTopologyClosedError) return 'closed';
  if (codeOf(error) === OUT_OF_DISK) return 'disk-full';
  if (error instanceof MongoWriteConcernError) return 'io';
  return isAway(error) ? 'unreachable' : 'io';
}

const isAway = (error: MongoError): boolean =>
  AWAY.has(Number(codeOf(error))) ||
  [MongoNetworkError, MongoSystemError, MongoDriverError].some((kind) => error instanceof kind);

const codeOf = (error: MongoError): number | string => error.code ?? '';

/** Once more where the server has forgotten the cursor of a long answer: nothing was lost, for the answer is read anew. */
export async function withoutLostCursor<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== CURSOR_NOT_FOUND) throw error;
    return read();
  }
}
