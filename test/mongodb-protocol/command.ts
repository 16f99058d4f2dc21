import type { Cursors } from './cursors.js';
import type { Databases } from './databases.js';
import type { RawDoc } from './raw-doc.js';
import type { Request } from './request.js';

export interface ServerState {
  readonly databases: Databases;
  readonly cursors: Cursors;
  /** host:port. */
  readonly address: string;
  /** The only member of a replica set; a standalone otherwise. */
  readonly isReplicaSet: boolean;
}

/** @throws CommandFailed */
export type Command = (request: Request, state: ServerState) => RawDoc;
