/** What a person can mend; anything else is a fault, and shown with its stack. */
const TOLD_IN_FULL = new Set([
  'ConfigInvalid',
  'PepperDiffers',
  'PepperUnusable',
  'SecretUnusable',
  'StoreUnavailable',
  'NotAnEventLog',
  'ServerUnfit',
  'ServerUrlRefused',
  'RegistryFileUnusable',
  'LogRolledBack',
]);
const TOLD_BY_SYSTEM = new Set(['EADDRINUSE', 'EACCES', 'ENOENT', 'EADDRNOTAVAIL']);

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  const { name, message, stack, code = '' } = error as NodeJS.ErrnoException;
  return TOLD_IN_FULL.has(name) || TOLD_BY_SYSTEM.has(code) ? message : (stack ?? message);
}

/** Ends the process with exit code 1 and says why on standard error. */
export function refuseToStart(error: unknown): never {
  process.stderr.write(`Återkom cannot start: ${reasonOf(error)}\n`);
  process.exit(1);
}
