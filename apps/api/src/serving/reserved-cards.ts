import type { Position } from '#events/store/recorded-event';

/** Cards that this process is handing out, or has tried while the queue does not know the result yet. */
export class ReservedCards {
  /** `undefined`: being claimed now. */
  private readonly positions = new Map<string, Position | undefined>();

  /** True for the one request that got it. */
  reserve(cardId: string): boolean {
    if (this.positions.has(cardId)) return false;
    this.positions.set(cardId, undefined);
    return true;
  }

  /** The queue proposes the card again once it has passed the position, if it still stands in it. */
  holdBackUntil(cardId: string, position: Position): void {
    this.positions.set(cardId, position);
  }

  free(cardId: string): void {
    this.positions.delete(cardId);
  }

  forgetUpTo(checkpoint: Position): void {
    for (const [cardId, position] of this.positions) {
      if (position !== undefined && position <= checkpoint) this.positions.delete(cardId);
    }
  }

  get cardIds(): ReadonlySet<string> {
    return new Set(this.positions.keys());
  }
}
