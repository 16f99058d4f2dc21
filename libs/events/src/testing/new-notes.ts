import { randomUUID } from 'node:crypto';
import type { NoteAdded } from '../contracts/card.events.js';
import type { NewEvent, Recorded } from '../store/recorded-event.js';

/** A small event to fill logs with: a note that says `text`. */
export const newNote = (text = 'called', id: string = randomUUID()): NewEvent<NoteAdded> => ({
  id,
  event: { type: 'NoteAdded', data: { noteId: id, text, addedBy: 'caller-1', addedAt: '2026-11-23T08:00:00.000Z' } },
  metadata: {
    commandId: id,
    $correlationId: id,
    $causationId: id,
    actor: 'caller-1',
    actorRole: 'caller',
    occurredAt: '2026-11-23T08:00:00.000Z',
    schema: 'NoteAdded@2',
  },
});

export const newNotes = (...texts: readonly string[]): NewEvent<NoteAdded>[] => texts.map((text) => newNote(text));

/** What the notes among recorded events say. */
export const textsOf = (events: readonly Recorded[]): string[] =>
  events.map((event) => (event.data as NoteAdded['data']).text);

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);
