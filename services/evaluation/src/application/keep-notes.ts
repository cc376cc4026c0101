import type { CallContext } from '@jiangong/service-host';
import type { ProcessManager } from '@jiangong/messaging';
import type { NotesFact, NotesRefusal } from '../domain/notes/notes.ts';
import { isCommended, isPrepared } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { ownSheet } from './own-sheet.ts';
import { openProse, proseKey } from './prose-codec.ts';
import type { Outcome } from './reasons.ts';
import { notesIdOf, notesStream } from './streams.ts';

export type Note = Readonly<{ entryId: string; note: string; keptAt: string }>;
export type KeepMyNoteRequest = Readonly<{ roundId: string; entryId: string; note: string }>;

/** What somebody has written down for himself, by entry; nothing once the key is gone. */
const readMine =
  ({ ground }: Evaluation) =>
  async (roundId: string, { caller }: CallContext): Promise<readonly Note[]> => {
    const events = await ground.store.readStream(notesStream(notesIdOf(roundId, caller.personId ?? '')));
    const latest = new Map(events.map((event) => [(event.data as NotesFact['data']).entryId, event]));
    const notes: Note[] = [];
    for (const [entryId, event] of latest) {
      if (event.type !== 'NoteKept.v1') continue;
      const prose = await openProse<Readonly<{ note: string }>>(ground.privacy, event);
      if (prose !== undefined) notes.push({ entryId, note: prose.note, keptAt: event.entry.occurredAt });
    }
    return notes.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1));
  };

const keepMine =
  (evaluation: Evaluation) =>
  async (request: KeepMyNoteRequest, call: CallContext): Promise<Outcome<NotesFact, NotesRefusal>> => {
    const { roundId, entryId, note } = request;
    const { ground, handleNotes, readRound } = evaluation;
    const { personId, round } = await ownSheet(evaluation, roundId, call);
    const { round: read } = await readRound(roundId);
    const notesId = notesIdOf(roundId, personId);
    const over = isCommended(read) || read.kind === 'annulled';
    const order = { type: 'KeepNote', notesId, roundId, personId, entryId, note, round, over } as const;
    const fingerprint = await ground.privacy.fingerprint(proseKey(notesId), note);
    return handleNotes({
      stream: notesStream(notesId),
      order,
      ...sentBy(call, 'KeepMyNote', { roundId, entryId, fingerprint }),
    });
  };

/** Notes to oneself: nobody but their author reads them, in no answer and under no role. */
export const keepNotes = (evaluation: Evaluation) => ({ read: readMine(evaluation), keep: keepMine(evaluation) });

/** Notes are working papers: their keys go when the round is over, and those of an erased person at once. */
export const forgetNotes = ({ ground, knowledge, readRound }: Evaluation): ProcessManager => {
  const forget = (roundId: string, personId: string): Promise<void> =>
    ground.privacy.destroy(proseKey(notesIdOf(roundId, personId)));
  return {
    name: 'forget-notes',
    contexts: ['evaluation', 'membership'],
    handle: async ({ type, data }) => {
      const { roundId = '', personId = '' } = data as Readonly<{ roundId?: string; personId?: string }>;
      if (type === 'membership.PersonErased.v1')
        for (const live of await knowledge.roundsNotOver()) await forget(live, personId);
      if (type !== 'evaluation.RoundAnnulled.v1' && type !== 'evaluation.CircularIssued.v1') return;
      const { round } = await readRound(roundId);
      if (!isPrepared(round)) return;
      const sat = new Set(round.seats.flatMap((seat) => [seat.personId, ...seat.authors]));
      for (const one of sat) await forget(roundId, one);
    },
  };
};
