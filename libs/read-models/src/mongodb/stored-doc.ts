import type { Document } from 'mongodb';
import type { StoredRow, Row } from '../store/row.js';
import { positionOf } from './stored-at.js';
import type { Keyed } from './mongodb-database.js';

/** Every document that a commit writes. Without a body it is a tombstone: what a late write of an older commit must not revive. */
export interface StoredDoc extends Keyed {
  /** See `storedAt`. */
  readonly at: string;
  /** When it was deleted, in milliseconds since 1970. */
  readonly gone?: number;
}

export interface RowDoc extends StoredDoc {
  readonly row?: Row;
  /** The indexes that the row is in: one that lacks a field is in none of the field's. */
  readonly in?: Readonly<Record<string, true>>;
}

export interface CounterDoc extends StoredDoc {
  readonly n?: number;
}

/** One document of a commit, as it is to stand in the end. */
export interface DocWrite {
  readonly collection: string;
  readonly id: string;
  readonly at: string;
  /** Stood there when it was read: replaced, else inserted. */
  readonly isPresent: boolean;
  /** Absent: deleted. */
  readonly body?: Document;
}

export const storedRowOf = ({ at, row }: RowDoc): StoredRow => ({ position: positionOf(at), ...(row && { row }) });

/** Indexes the tombstones alone. */
export const TOMBSTONE_INDEX = { key: { gone: 1 }, sparse: true } as const;
