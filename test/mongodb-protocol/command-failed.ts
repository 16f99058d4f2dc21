/** A command that the server refuses, with MongoDB's own error code. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  constructor(
    readonly code: number,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The codes that this server gives. */
export const CODES = {
  badValue: 2,
  typeMismatch: 14,
  namespaceNotFound: 26,
  indexNotFound: 27,
  conflictingUpdate: 40,
  cursorNotFound: 43,
  namespaceExists: 48,
  commandNotFound: 59,
  immutableField: 66,
  indexKeySpecsConflict: 86,
  shuttingDown: 91,
  notPrimary: 10107,
  objectTooLarge: 10334,
  duplicateKey: 11000,
  outOfDisk: 14031,
  unknownStage: 40324,
} as const;
