/**
 * Node's options for the API and the projector, in MB. Left alone, V8 sizes its heap by the machine's memory and
 * collects late: an hour of calling over 1,000,000 cards took twice the memory that it needed, in either process.
 */
export const HEAP_OPTIONS = '--max-semi-space-size=8 --max-old-space-size=512';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the operator set in NODE_OPTIONS comes last, and so wins. */
export const withHeapOptions = (environment: Environment): Environment => ({
  ...environment,
  NODE_OPTIONS: [HEAP_OPTIONS, environment['NODE_OPTIONS']].filter(Boolean).join(' '),
});
