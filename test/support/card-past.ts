import type { CardCommand } from '#domain/card/card.commands';
import { inRound, story } from '#domain/card/testing/card-story';
import { cardStream } from '#events/contracts/stream-names';
import type { EventStore } from '#events/store/event-store';
import { write, written } from '#read-models/testing/written-log';

interface CardPast {
  readonly cardId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly commands?: readonly CardCommand[];
}

/** Puts a card into the log as if it had been worked on, past the gate and the numbers. */
export async function writeCard(log: EventStore, { commands = [], cardId, ...entry }: CardPast): Promise<void> {
  const entered = inRound.map((command): CardCommand =>
    command.type === 'EnterRound' ? { ...command, data: { ...command.data, ...entry } } : command,
  );
  await write(log, written(cardStream(cardId), ...story(...entered, ...commands)));
}
