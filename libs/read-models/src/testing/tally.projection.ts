import type { AterkomEvent } from '#events/contracts/index';
import { defineProjection, deriveView, type Projection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

// A small view that shows all that a projection can do: several keys of an event, deletion, derived rows, a whole stream.

export interface TallyRow extends Row {
  readonly kind: 'card' | 'writer';
  readonly notes: readonly string[];
  /** Of the whole stream, at the latest cure. */
  readonly events?: number;
}

export interface TallyNote extends Row {
  readonly kind: 'note';
  readonly noteId: string;
}

export const tallyNotes = deriveView<TallyRow, TallyNote>({
  name: 'tally-notes',
  projection: 'tally',
  rowsOf({ key, notes }) {
    if (notes.includes('underivable')) throw new TypeError('another mistake of the code');
    return notes.map((noteId) => ({ key: `${key}|${noteId}`, kind: 'note', noteId }));
  },
  readsOnly: ['notes'],
  indexes: [{ name: 'by-note', fields: ['noteId'] }],
  counts: [['kind']],
});

export interface TallyManner {
  readonly version?: number;
  /** The code cannot fold this note. */
  readonly stumblesOver?: string;
}

export const tally = ({ version = 1, stumblesOver }: TallyManner = {}): Projection<TallyRow> =>
  defineProjection<TallyRow>({
    name: 'tally',
    version,
    keysOf: (event) => (event.type === 'NoteAdded' ? [event.streamId, `by-${event.data.addedBy}`] : [event.streamId]),
    indexes: [{ name: 'by-kind', fields: ['kind'] }],
    counts: [['kind']],
    derived: [tallyNotes],
    on: {
      NoteAdded(row, { data, streamId }, key) {
        if (data.noteId === stumblesOver && key === streamId) throw new TypeError('a mistake of the code');
        const kind = key === streamId ? 'card' : 'writer';
        return { kind, ...row, key, notes: [...(row?.notes ?? []), data.noteId] };
      },
      CardBarred: () => undefined,
    },
    onWholeStream: {
      CardCured: (events, key) => ({
        key,
        kind: 'card',
        events: events.length,
        notes: events.flatMap((event) => (event.type === 'NoteAdded' ? [event.data.noteId] : [])),
      }),
    },
  });

const AT = '2026-11-23T09:00:00.000Z';

export const noted = (noteId: string, addedBy = 'ann'): AterkomEvent => ({
  type: 'NoteAdded',
  data: { noteId, text: noteId, addedBy, addedAt: AT },
});

export const barred: AterkomEvent = { type: 'CardBarred', data: { blockId: 'b1', scope: 'number', barredAt: AT } };

export const cured: AterkomEvent = { type: 'CardCured', data: { curedBy: 'ada', reason: 'new number', curedAt: AT } };

/** Tally does not handle it. */
export const unfrozen: AterkomEvent = {
  type: 'CardUnfrozen',
  data: { blockId: 'b1', decidedBy: 'ada', unfrozenAt: AT },
};
