import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import { type TextReason, textRefusal } from '@jiangong/wording';
import { NOTE_CHARACTERS_MAX, NOTE_CHANGES_MAX } from '../limits.ts';
import { recusalReason } from '../sheet/recusal-reason.ts';
import type { SheetRefusal } from '../sheet/refusals.ts';
import type { SheetRound } from '../sheet/state.ts';

type OfNotes = Readonly<{ notesId: string; roundId: string; personId: string; entryId: string }>;

/** An evaluator wrote something down for himself about an entry. Sealed; `prose` reads `SEALED` wherever it is not his own reading. */
export type NoteKept = Fact<'NoteKept.v1', OfNotes & Readonly<{ prose: Readonly<{ note: string }> | 'SEALED' }>>;
export type NoteRemoved = Fact<'NoteRemoved.v1', OfNotes>;
export type NotesFact = NoteKept | NoteRemoved;

/** One person's notes in one round. `kept`: entries that he has a note about; what it says is no state. */
export type Notes = Readonly<{ changes: number; kept: readonly string[] }>;

/** An empty `note` takes the note away. */
export type KeepNote = Readonly<{
  type: 'KeepNote';
  notesId: string;
  roundId: string;
  personId: string;
  entryId: string;
  note: string;
  round: SheetRound;
  over: boolean;
}>;

export type NotesRefusal = SheetRefusal | Refusal<'NOTES_CHANGED_TOO_OFTEN' | 'ROUND_OVER' | TextReason>;

const refusalOf = (notes: Notes, { round, over, entryId, note }: KeepNote): NotesRefusal | undefined => {
  if (round.hindrance === 'NOT_AN_EVALUATOR') return { reason: round.hindrance, field: 'roundId' };
  if (over) return { reason: 'ROUND_OVER', field: 'roundId' };
  const entry = round.entries.find((one) => one.entryId === entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (entry.recused !== null) return { reason: recusalReason(entry.recused), field: 'entryId' };
  if (notes.changes >= NOTE_CHANGES_MAX)
    return { reason: 'NOTES_CHANGED_TOO_OFTEN', details: { changesMax: NOTE_CHANGES_MAX } };
  return textRefusal(note, { field: 'note', charactersMax: NOTE_CHARACTERS_MAX, lines: 'many', mayBeEmpty: true });
};

/** Notes may be kept as long as somebody sits and the round is not over, also when his sheet is handed in: it is no part of it. */
export const notesDecider: Decider<Notes, KeepNote, NotesFact, NotesRefusal> = {
  initial: { changes: 0, kept: [] },
  evolve: ({ changes, kept }, { type, data: { entryId } }) => {
    const others = kept.filter((one) => one !== entryId);
    return { changes: changes + 1, kept: type === 'NoteKept.v1' ? [...others, entryId] : others };
  },
  decide: (notes, order) => {
    const refusal = refusalOf(notes, order);
    if (refusal) return refusal;
    const { notesId, roundId, personId, entryId, note } = order;
    const ids = { notesId, roundId, personId, entryId };
    if (note !== '') return [{ type: 'NoteKept.v1', data: { ...ids, prose: { note } } }];
    return notes.kept.includes(entryId) ? [{ type: 'NoteRemoved.v1', data: ids }] : [];
  },
};
