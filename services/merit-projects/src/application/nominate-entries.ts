import { covers } from '@jiangong/access';
import type { CallContext } from '@jiangong/service-host';
import type { GivenDocument } from '../domain/entries/about.ts';
import type { Subject } from '../domain/entries/facts.ts';
import { isSubjectKind, trackOf } from '../domain/programme.ts';
import { byOf } from './callers.ts';
import { EMPTY_DOSSIER } from './declare-entries.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { FindNeeds } from './find-needs.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { PeopleNamed } from './people-named.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { entriesStream, entryIdOf, partIdOf } from './streams.ts';

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
}>;

const orNull = (text: string): string | null => (text === '' ? null : text);

type Ports = Readonly<{
  entries: NominatorsEntries;
  calls: EntryCalls;
  evidence: EvidenceFiles;
  knowledge: CampaignKnowledge;
  people: PeopleNamed;
  needs: FindNeeds;
}>;

/** The organization that puts forward, and in whose list it does. */
type PutForward = Readonly<{ organizationId: string; nominatorId: string }>;
type Found = Readonly<{ homeId: string; proposerId: string }> | ReferenceRefusal;

/** Where what is put forward stands in the tree, and whether it may be by this nominator. */
const subjectPlaces = (knowledge: CampaignKnowledge) => {
  /**
   * In whose list it stands: a branch puts forward in the list of its unit and within its numbers, where the unit belongs to the edition;
   * else whoever puts it forward has a list of its own.
   */
  const nominatorOf = async (putForwardBy: string, committeeId: string): Promise<string> => {
    const [committee, found] = [await knowledge.organization(committeeId), await knowledge.branch(putForwardBy)];
    const isWithin = committee && found?.unitPath && covers(committee.path, found.unitPath);
    return isWithin ? (found.unitId ?? putForwardBy) : putForwardBy;
  };
  /** The organization that the subject belongs to, which puts it forward or stands below what does. */
  const placed = async (subject: Subject, by: PutForward, kinds: readonly string[]): Promise<Found> => {
    const nominator = await knowledge.organization(by.organizationId);
    if (!nominator || nominator.dissolved) return { reason: 'NOMINATOR_NOT_FOUND', field: 'nominatorId' };
    const own = { homeId: by.nominatorId, proposerId: by.organizationId };
    if (subject.kind === 'person') {
      const path = await knowledge.personPath(subject.id);
      if (path === undefined) return { reason: 'SUBJECT_NOT_FOUND', field: 'subjectId' };
      if (!covers(nominator.path, path)) return { reason: 'SUBJECT_OUTSIDE_NOMINATOR', field: 'subjectId' };
      return own;
    }
    if (subject.kind !== 'organization') return own;
    const found = await knowledge.branch(subject.id);
    if (!found || found.dissolved) return { reason: 'SUBJECT_NOT_FOUND', field: 'subjectId' };
    if (!covers(nominator.path, found.path)) return { reason: 'SUBJECT_OUTSIDE_NOMINATOR', field: 'subjectId' };
    if (kinds.length > 0 && !kinds.includes(found.kind))
      return { reason: 'SUBJECT_KIND_NOT_ALLOWED', field: 'subjectId' };
    return { homeId: found.unitId ?? by.nominatorId, proposerId: subject.id };
  };
  const unitRefusal = async (committeeId: string, organizationId: string): Promise<ReferenceRefusal | undefined> => {
    const [committee, nominator] = [
      await knowledge.organization(committeeId),
      await knowledge.organization(organizationId),
    ];
    if (!nominator || nominator.dissolved) return { reason: 'NOMINATOR_NOT_FOUND', field: 'nominatorId' };
    return committee && covers(committee.path, nominator.path)
      ? undefined
      : { reason: 'UNIT_OUTSIDE_EDITION', field: 'nominatorId' };
  };
  return { nominatorOf, placed, unitRefusal };
};

/** Putting forward what nobody planned first: an organization, a person, a work. */
export const nominateEntries = ({ entries, calls, evidence, knowledge, people, needs }: Ports) => {
  const { nominatorOf, placed, unitRefusal } = subjectPlaces(knowledge);
  return {
    nominate: async (
      request: NominateEntry,
      call: CallContext,
    ): Promise<Readonly<{ entryId: string; handled: EntryHandled }>> => {
      const { summary, ...open } = request;
      const { editionId, nominatorId: organizationId, track, title } = open;
      const terms = await entries.termsOf(editionId, organizationId);
      const nominatorId = await nominatorOf(organizationId, terms?.committeeId ?? '');
      const rule = terms && trackOf(terms.tables, track);
      const made = partIdOf(entriesStream(editionId, nominatorId), call.requestId, 'subject');
      const kind = rule?.kind ?? 'work';
      const subject: Subject = { kind, id: request.subjectId === '' ? made : request.subjectId };
      const entryId = entryIdOf(editionId, track, subject);
      const body = await calls.bodyOf({ open: { rpc: 'NominateEntry', ...open }, prose: { summary } }, entryId);
      const handled = await entries.send({ editionId, nominatorId, body, context: call }, async (known) => {
        if (!isSubjectKind(kind)) return refused('WORD_UNKNOWN', 'track');
        const place = await placed(subject, { organizationId, nominatorId }, rule?.of ?? []);
        if ('reason' in place) return { kind: 'refused', refusal: place };
        const nominator = await knowledge.organization(organizationId);
        // Its id is the same in every nominator's list: somebody who moved, or a unit below two nominators, enters once.
        const elsewhere = await knowledge.entry(entryId);
        if (elsewhere && elsewhere.nominatorId !== nominatorId)
          return refused('SUBJECT_NOMINATED_ALREADY', 'subjectId');
        const refusal =
          (await unitRefusal(known.committeeId, organizationId)) ??
          (await people.refusal(request.answerable, nominator?.path ?? '')) ??
          (await evidence.missing(request.evidence, elsewhere ? entryId : null, call));
        if (refusal) return { kind: 'refused', refusal };
        return order({
          type: 'NominateEntry',
          ...{ now: call.now, by: byOf(call), terms: known, entryId, subject, track, ...place },
          ...{ answerable: request.answerable, title, summary, evidence: request.evidence },
          documents: request.documents,
          ...(await needs.found(known, { track, subject }, call.now)),
          ...(await needs.counted(known, track, nominatorId, call.now)),
          ...{ dossierEnd: EMPTY_DOSSIER, as: orNull(request.as), from: orNull(request.from) },
        });
      });
      return { entryId, handled: await entries.asOfEntry(handled, { entryId, editionId, nominatorId }) };
    },
  };
};
