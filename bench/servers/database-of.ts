import { randomUUID } from 'node:crypto';

/** A new database on the same server. */
export function databaseOf(url: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/bench-${randomUUID()}`;
  return parsed.href;
}
