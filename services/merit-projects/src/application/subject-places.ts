import { covers } from '@jiangong/access';
import type { Subject } from '../domain/entries/facts.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';

/** The organization that puts forward, and in whose list it does. */
type PutForward = Readonly<{ organizationId: string; nominatorId: string }>;
type Found = Readonly<{ homeId: string; proposerId: string }> | ReferenceRefusal;

/** Where what is put forward stands in the tree, and whether it may be by this nominator. */
export const subjectPlaces = (knowledge: CampaignKnowledge) => {
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
  /** A candidate is its branch's own: one of its members, or the branch itself; the branch votes upon it, and so is its home. */
  const placedInBranch = async (subject: Subject, by: PutForward, kinds: readonly string[]): Promise<Found> => {
    if (subject.kind === 'organization' && subject.id !== by.organizationId)
      return { reason: 'SUBJECT_OUTSIDE_NOMINATOR', field: 'subjectId' };
    const place = await placed(subject, by, kinds);
    return 'reason' in place ? place : { homeId: by.organizationId, proposerId: by.organizationId };
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
  return { nominatorOf, placed, placedInBranch, unitRefusal };
};
