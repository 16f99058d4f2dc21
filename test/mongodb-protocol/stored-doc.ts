import type { Document } from 'bson';
import type { RawDoc } from './raw-doc.js';

/** One version of a stored document. */
export interface StoredDoc {
  readonly raw: RawDoc;
  readonly plain: Document;
  /** In the order of insertion; kept by later versions. */
  readonly number: number;
}

export const storedDoc = (raw: RawDoc, number: number): StoredDoc => ({ raw, plain: raw.plain, number });
