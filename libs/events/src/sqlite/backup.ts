import { rename } from 'node:fs/promises';
import type { Position } from '../store/recorded-event.js';
import { openToRead } from './log-file.js';
import { LogReader } from './log-reader.js';

/**
 * Copies the log as it stands now. The open read transaction holds that moment for the copy: without it every commit of
 * another process would make the copy begin anew. The name appears when the copy is whole.
 */
export async function backUp(file: string, toFile: string): Promise<Position> {
  const unfinished = `${toFile}.unfinished`;
  const db = openToRead(file);
  try {
    db.exec('BEGIN');
    const head = new LogReader(db).head();
    await db.backup(unfinished);
    await rename(unfinished, toFile);
    return head;
  } finally {
    db.close();
  }
}
