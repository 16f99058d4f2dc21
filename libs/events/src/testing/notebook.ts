import type { NoteAdded } from '../contracts/card.events.js';
import type { Cause } from '../deciding/cause.js';
import type { Decider } from '../deciding/decider.js';
import { newNote } from './new-notes.js';

export class NoteIsTooLong extends Error {}

export const noteOf = (text: string): NoteAdded => newNote(text, `note-${text}`).event;

/** A small decider: notes down each of some words that has not been noted down before. */
export const notebook: Decider<readonly string[], readonly string[], NoteAdded> = {
  initial: [],
  evolve: (words, { data }) => [...words, data.text],
  decide: (words, noted) => {
    if (words.includes('too long')) throw new NoteIsTooLong();
    return words.filter((word) => !noted.includes(word)).map(noteOf);
  },
};

export const causeOf = (commandId: string): Cause => ({
  commandId,
  correlationId: 'call-1',
  causationId: 'click-1',
  actor: 'caller-1',
  actorRole: 'caller',
  occurredAt: '2026-11-23T08:00:00.000Z',
});
