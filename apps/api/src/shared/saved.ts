import type { Position } from '#events/store/recorded-event';

/** What a command's route answers: the body, and the log position that a later query can be made to wait for. */
export class Saved<Body> {
  constructor(
    readonly body: Body,
    /** Absent where nothing was appended. */
    readonly position: Position | undefined,
  ) {}
}

/** `saved({ campaignId }, decision)`; of several decisions the newest position counts. */
export function saved<Body>(body: Body, ...decisions: readonly { readonly position?: Position }[]): Saved<Body> {
  const positions = decisions.flatMap(({ position }) => position ?? []);
  return new Saved(
    body,
    positions.reduce<Position | undefined>(
      (newest, one) => (newest === undefined || one > newest ? one : newest),
      undefined,
    ),
  );
}
