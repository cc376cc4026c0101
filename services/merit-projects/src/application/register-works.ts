import { type CallContext, refused } from '@jiangong/service-host';
import type { GivenDocument } from '../domain/entries/about.ts';
import type { Subject } from '../domain/entries/facts.ts';
import { entryOf } from '../domain/entries/state.ts';
import { FILES_PER_CODE_MAX } from '../domain/limits.ts';
import { byAuthor, callOfAuthor, type CodeKnowledge, type CodesHeld } from './codes-held.ts';
import { EMPTY_DOSSIER } from './declare-entries.ts';
import { type EntryCalls, order } from './entry-calls.ts';
import type { AddedHandled, EvidenceFiles } from './evidence-files.ts';
import type { FindNeeds } from './find-needs.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import { entryIdOf } from './streams.ts';

export type RegisterWork = Readonly<{
  code: string;
  track: string;
  title: string;
  summary: string;
  authorName: string;
  authorContact: string;
  evidence: readonly string[];
  documents: readonly GivenDocument[];
}>;
export type AddWorkFile = Readonly<{ code: string; sha256: string; bytes: number; mediaType: string }>;
type Registered = Readonly<{ entryId: string; version: number; handled: EntryHandled }>;

type Ports = Readonly<{
  entries: NominatorsEntries;
  calls: EntryCalls;
  evidence: EvidenceFiles;
  knowledge: CodeKnowledge;
  needs: FindNeeds;
  codes: CodesHeld;
}>;

/** The work itself: entered, or changed. Who made it is in the request's hash as a keyed fingerprint alone. */
const enterWorks =
  ({ entries, calls, evidence, needs, codes }: Ports) =>
  async (request: RegisterWork, call: CallContext): Promise<Registered> => {
    const { code, authorName, authorContact, summary, ...open } = request;
    const { editionId, nominatorId, workId, authorId } = await codes.held(code);
    const subject: Subject = { kind: 'work', id: workId };
    const entryId = entryIdOf(editionId, open.track, subject);
    const context = callOfAuthor(call, authorId);
    const prose = { summary, authorName, authorContact };
    const body = await calls.bodyOf({ open: { rpc: 'RegisterWork', editionId, ...open }, prose }, entryId);
    const { expectedRevision: expected, now } = call;
    const handled = await entries.send({ editionId, nominatorId, body, context }, async (terms) => {
      const known = entryOf((await entries.read(editionId, nominatorId)).state, entryId);
      const missing = await evidence.missing(open.evidence, known ? entryId : null, context);
      if (missing) return { kind: 'refused', refusal: missing };
      return order({
        ...{ type: 'RegisterWork', now, by: byAuthor(authorId, nominatorId), terms, entryId, subject, ...open },
        ...{ homeId: nominatorId, proposerId: nominatorId, answerable: [authorId], dossierEnd: EMPTY_DOSSIER },
        ...prose,
        ...(expected === undefined ? {} : { expected }),
        ...(await needs.found(terms, { track: open.track, subject }, now)),
        ...(await needs.counted(terms, open.track, nominatorId, now)),
      });
    });
    const answered = await entries.asOfEntry(handled, { entryId, editionId, nominatorId });
    if (handled.kind === 'refused') return { entryId, version: 0, handled: answered };
    const { state } = await entries.read(editionId, nominatorId);
    return { entryId, version: entryOf(state, entryId)?.declarations ?? 0, handled: answered };
  };

/** What somebody without an account enters by the code that the office handed out to him. */
export const registerWorks = (ports: Ports) => {
  const { calls, evidence, knowledge, codes } = ports;
  return {
    find: codes.find,
    addFile: async ({ code, ...file }: AddWorkFile, call: CallContext): Promise<AddedHandled> => {
      const { authorId } = await codes.held(code);
      // Whoever brings one again, not having heard of it, is answered as before.
      if ((await knowledge.filesAddedBy(authorId, file.sha256)) >= FILES_PER_CODE_MAX)
        throw refused({ reason: 'TOO_MANY_FILES_BY_CODE', details: { max: FILES_PER_CODE_MAX } });
      return evidence.register(file, callOfAuthor(call, authorId));
    },
    register: enterWorks(ports),
    withdraw: async (
      { code, why }: Readonly<{ code: string; why: string }>,
      call: CallContext,
    ): Promise<EntryHandled> => {
      const { authorId, place } = await codes.ownWork(code);
      const sent = { open: { rpc: 'WithdrawWork', entryId: place.entryId }, prose: { why } };
      const by = byAuthor(authorId, place.nominatorId);
      return calls.sendTo(place, sent, callOfAuthor(call, authorId), (base) =>
        order({ type: 'WithdrawEntry', ...base, by, why, classified: false }),
      );
    },
  };
};
