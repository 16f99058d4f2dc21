import type { Position } from '#events/store/recorded-event';
import { ReactorProgress, type ParkedEvent } from '../progress/reactor-progress.js';

const keyOf = ({ reactor, eventId }: Pick<ParkedEvent, 'reactor' | 'eventId'>): string => `${reactor}/${eventId}`;

export class InMemoryReactorProgress extends ReactorProgress {
  private readonly positions = new Map<string, Position>();
  private readonly aside = new Map<string, ParkedEvent>();

  override positionOf(reactor: string): Promise<Position> {
    return Promise.resolve(this.positions.get(reactor) ?? 0n);
  }

  override save(positions: ReadonlyMap<string, Position>): Promise<void> {
    for (const [reactor, position] of positions) {
      if (position > (this.positions.get(reactor) ?? 0n)) this.positions.set(reactor, position);
    }
    return Promise.resolve();
  }

  override parked(reactor: string): Promise<readonly ParkedEvent[]> {
    const own = [...this.aside.values()].filter((event) => event.reactor === reactor);
    return Promise.resolve(own.sort((a, b) => (a.position < b.position ? -1 : 1)));
  }

  override park(event: ParkedEvent): Promise<void> {
    this.aside.set(keyOf(event), event);
    return Promise.resolve();
  }

  override unpark(event: Pick<ParkedEvent, 'reactor' | 'eventId'>): Promise<void> {
    this.aside.delete(keyOf(event));
    return Promise.resolve();
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}
