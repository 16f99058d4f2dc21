import { parse, v5 as uuidv5 } from 'uuid';
import type { Mapping } from '../mapping/import-field.js';

const IMPORT_NAMESPACE = parse('c7d8e1f4-0f5b-5b0e-8a61-2d9c3b7a5e12');

/** The same file, read the same way into the same round, is the same import. */
export function importIdOf(roundId: string, fileHash: string, mapping: Mapping): string {
  const columns = Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1));
  return uuidv5(JSON.stringify([roundId, fileHash, columns]), IMPORT_NAMESPACE);
}
