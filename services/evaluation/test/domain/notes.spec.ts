import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { NOTE_CHANGES_MAX, NOTE_CHARACTERS_MAX } from '../../src/domain/limits.ts';
import { type KeepNote, type NotesFact, notesDecider } from '../../src/domain/notes/notes.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import { after, known, NOW, ROUND, untilClosed, untilOpen } from './round/example-round.ts';

const { given } = deciderSpec(notesDecider);
const IDS = { notesId: 'notes', roundId: ROUND, personId: 'officer-a' };
const round = sheetRoundOf(after(...untilOpen), known('officer-a'), NOW);
const keep = (note: string, more: Partial<KeepNote> = {}): KeepNote => ({
  ...{ type: 'KeepNote', ...IDS, entryId: 'entry-b', note, round, over: false },
  ...more,
});
const kept = (note: string): NotesFact => ({
  type: 'NoteKept.v1',
  data: { ...IDS, entryId: 'entry-b', prose: { note } },
});
const removed: NotesFact = { type: 'NoteRemoved.v1', data: { ...IDS, entryId: 'entry-b' } };

describe('notes to oneself', () => {
  it('are kept, one an entry: the next takes the place of the one before', () => {
    given().when(keep('亮点突出')).then(kept('亮点突出'));
    given(kept('亮点突出')).when(keep('再看佐证')).then(kept('再看佐证'));
  });
  it('are taken away with an empty text; where there is none, nothing happens', () => {
    given(kept('亮点突出')).when(keep('')).then(removed);
    given(kept('亮点突出'), removed).when(keep('')).then();
  });
  it('are kept after the closing too, until the round is over', () => {
    const closed = sheetRoundOf(after(...untilClosed), known('officer-a'), NOW);
    given()
      .when(keep('会上再问', { round: closed }))
      .then(kept('会上再问'));
    given()
      .when(keep('太晚', { over: true }))
      .thenRefused({ reason: 'ROUND_OVER', field: 'roundId' });
  });
  it('are about entries that one scores', () => {
    given()
      .when(keep('本单位', { entryId: 'entry-a' }))
      .thenRefused({ reason: 'OWN_UNIT', field: 'entryId' });
    given()
      .when(keep('没有', { entryId: 'entry-z' }))
      .thenRefused({ reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' });
  });
  it('are kept by whoever sits, and by nobody else', () => {
    const stranger = sheetRoundOf(after(...untilOpen), known('stranger'), NOW);
    given()
      .when(keep('路过', { round: stranger }))
      .thenRefused({ reason: 'NOT_AN_EVALUATOR', field: 'roundId' });
  });
  it('are bounded, in length and in number', () => {
    given()
      .when(keep('长'.repeat(NOTE_CHARACTERS_MAX + 1)))
      .thenRefused({ reason: 'TEXT_TOO_LONG', field: 'note' });
    const state = { changes: NOTE_CHANGES_MAX, kept: [] };
    expect(notesDecider.decide(state, keep('又一条'))).toMatchObject({ reason: 'NOTES_CHANGED_TOO_OFTEN' });
  });
});
