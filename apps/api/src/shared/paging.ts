import type { Cursor } from '#read-models/store/read-store';
import { CursorMalformed } from './request.errors.js';

/** For cursors without personal data only: they stand in URLs. */
export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** `length`: fields of the index after those that are equal, and the key. @throws CursorMalformed */
export function cursorOf(text: string, length: number): Cursor {
  const cursor = parsed(Buffer.from(text, 'base64url').toString());
  if (!isCursor(cursor) || cursor.length !== length) throw new CursorMalformed();
  return cursor;
}

const isCursor = (value: unknown): value is Cursor =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
