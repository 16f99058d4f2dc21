export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** By a client of the old TCP protocol: written before the record that commits it, so that its two positions differ. */
  readonly isOfTransaction?: true;
}

export interface Stored extends Proposed {
  readonly streamId: string;
  readonly revision: number;
  readonly position: bigint;
  readonly prepared: bigint;
  /** 100 ns since 1970. */
  readonly created: bigint;
}

export type Expected = number | 'any' | 'no-stream' | 'stream-exists';

export type Appended =
  | { readonly outcome: 'stored'; readonly revision: number; readonly position: bigint }
  | { readonly outcome: 'conflict'; readonly actual: number }
  | { readonly outcome: 'stream-deleted' };

export const NO_REVISION = -1;
