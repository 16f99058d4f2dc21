import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

function rpcError(code: status, details: string, facts: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(facts)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** The failures of a call, with the code and the metadata that a real server sends along. */
export const rpcErrors = {
  invalidArgument: (what: string) => rpcError(status.INVALID_ARGUMENT, what),
  unknown: (what: string) => rpcError(status.UNKNOWN, what),
  unavailable: () => rpcError(status.UNAVAILABLE, 'Connection dropped'),
  tooBusy: () => rpcError(status.UNAVAILABLE, 'Server Is Too Busy'),
  timeout: () => rpcError(status.ABORTED, 'Operation timed out: the write did not finish'),
  tooSlow: () =>
    rpcError(
      status.ABORTED,
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
    ),
  accessDenied: () => rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  notLeader: (host: string, port: number) =>
    rpcError(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  streamDeleted: (streamName: string) =>
    rpcError(status.FAILED_PRECONDITION, `Event stream '${streamName}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': streamName,
    }),
  wrongExpectedVersion: (streamName: string, expected: string, actual: string) =>
    rpcError(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${streamName}`, {
      exception: 'wrong-expected-version',
      'stream-name': streamName,
      'expected-version': expected,
      'actual-version': actual,
    }),
  appendTooLarge: (limit: number) =>
    rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(limit),
    }),
};
