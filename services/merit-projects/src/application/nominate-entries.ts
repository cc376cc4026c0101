import type { CallContext } from '@jiangong/service-host';
import type { GivenDocument } from '../domain/entries/about.ts';
import type { Subject } from '../domain/entries/facts.ts';
import { isSubjectKind, standsForVote, trackOf } from '../domain/programme.ts';
import { byOf } from './callers.ts';
import { EMPTY_DOSSIER } from './declare-entries.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { FindNeeds } from './find-needs.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { PeopleNamed } from './people-named.ts';
import type { OwnNoticesKept } from './own-notices.ts';
import type { CampaignKnowledge } from './ports.ts';
import { entriesStream, entryIdOf, partIdOf } from './streams.ts';
import { subjectPlaces } from './subject-places.ts';

export type NominateEntry = Readonly<{
  editionId: string;
  nominatorId: string;
  track: string;
  /** Empty for what has no id of its own on the platform: a work, a line, a collective. */
  subjectId: string;
  title: string;
  answerable: readonly string[];
  summary: string;
  evidence: readonly string[];
  documents: readonly GivenDocument[];
  as: string;
  from: string;
  /** What its nominator had made known before of what it declares; empty: nothing. */
  ownNoticeId: string;
}>;

const orNull = (text: string): string | null => (text === '' ? null : text);

type Ports = Readonly<{
  entries: NominatorsEntries;
  calls: EntryCalls;
  evidence: EvidenceFiles;
  knowledge: CampaignKnowledge;
  people: PeopleNamed;
  needs: FindNeeds;
  ownNotices: OwnNoticesKept;
}>;

/** Putting forward what nobody planned first: an organization, a person, a work. */
export const nominateEntries = ({ entries, calls, evidence, knowledge, people, needs, ownNotices }: Ports) => {
  const { nominatorOf, placed, placedInBranch, unitRefusal } = subjectPlaces(knowledge);
  return {
    nominate: async (
      request: NominateEntry,
      call: CallContext,
    ): Promise<Readonly<{ entryId: string; alsoIn: readonly string[]; handled: EntryHandled }>> => {
      const { summary, ...open } = request;
      const { editionId, nominatorId: organizationId, track, title } = open;
      const edition = await entries.termsOf(editionId, organizationId);
      const nominatorId = await nominatorOf(organizationId, edition?.committeeId ?? '');
      const rule = edition && trackOf(edition.tables, track);
      const made = partIdOf(entriesStream(editionId, nominatorId), call.requestId, 'subject');
      const kind = rule?.kind ?? 'work';
      // What has no id of its own is what was made known: one entry comes of one notice.
      const known =
        request.ownNoticeId === '' ? undefined : await ownNotices.find(editionId, nominatorId, request.ownNoticeId);
      const fresh = known?.subject.kind === kind ? known.subject.id : made;
      const subject: Subject = { kind, id: request.subjectId === '' ? fresh : request.subjectId };
      const entryId = entryIdOf(editionId, track, subject);
      const body = await calls.bodyOf({ open: { rpc: 'NominateEntry', ...open }, prose: { summary } }, entryId);
      const handled = await entries.send({ editionId, nominatorId, body, context: call }, async (terms) => {
        if (!isSubjectKind(kind)) return refused('WORD_UNKNOWN', 'track');
        const put = { organizationId, nominatorId };
        const place = standsForVote(terms.tables)
          ? await placedInBranch(subject, put, rule?.of ?? [])
          : await placed(subject, put, rule?.of ?? []);
        if ('reason' in place) return { kind: 'refused', refusal: place };
        const nominator = await knowledge.organization(organizationId);
        // Its id is the same in every nominator's list: somebody who moved, or a unit below two nominators, enters once.
        const elsewhere = await knowledge.entry(entryId);
        if (elsewhere && elsewhere.nominatorId !== nominatorId)
          return refused('SUBJECT_NOMINATED_ALREADY', 'subjectId');
        const refusal =
          (await unitRefusal(terms.committeeId, organizationId)) ??
          (await people.refusal(request.answerable, nominator?.path ?? '')) ??
          (await evidence.missing(request.evidence, elsewhere ? entryId : null, call));
        if (refusal) return { kind: 'refused', refusal };
        return order({
          type: 'NominateEntry',
          ...{ now: call.now, by: byOf(call), terms, entryId, subject, track, ...place },
          ...{ answerable: request.answerable, title, summary, evidence: request.evidence },
          documents: request.documents,
          ...(known === undefined ? {} : { ownNotice: known }),
          ...(await needs.found(terms, { track, subject }, call.now)),
          ...(await needs.counted(terms, track, nominatorId, call.now)),
          ...{ dossierEnd: EMPTY_DOSSIER, as: orNull(request.as), from: orNull(request.from) },
        });
      });
      // The form tells whoever put it forward: judged is it once, by the first of its entries.
      const alsoIn = await knowledge.alsoIn({ editionId, entryId, subject });
      return { entryId, alsoIn, handled: await entries.asOfEntry(handled, { entryId, editionId, nominatorId }) };
    },
  };
};
