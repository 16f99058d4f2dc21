import type { Document } from 'bson';
import type { RawDoc } from './raw-doc.js';
import type { Message } from './wire.js';

/** A command with its parts by name. */
export interface Request {
  readonly command: string;
  readonly database: string;
  /** The value under the command's name: mostly a collection. */
  readonly target: unknown;
  readonly body: RawDoc;
  readonly fields: Document;
  /** The documents under a name, in the body or beside it. */
  documents(field: string): readonly RawDoc[];
}

export function requestOf({ body, sequences }: Message): Request {
  const command = body.firstField() ?? '';
  const fields = body.plain;
  return {
    command,
    database: String(fields['$db'] ?? 'admin'),
    target: fields[command],
    body,
    fields,
    documents: (field) => sequences.get(field) ?? body.documents(field),
  };
}

/** A command inside another, as `explain` carries it. */
export const innerRequest = (outer: Request, body: RawDoc): Request => {
  const command = body.firstField() ?? '';
  const fields = body.plain;
  const documents = (field: string): readonly RawDoc[] => body.documents(field);
  return { command, database: outer.database, target: fields[command], body, fields, documents };
};
