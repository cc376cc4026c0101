import { localDateOf } from '@jiangong/calendar';
import { type Ground, refused } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { DeclareEntry } from '../domain/entries/orders.ts';
import { shareFor } from '../domain/entries/quota.ts';
import type { CountedOf } from '../domain/needs/shares.ts';
import { answerOf, type OfficeKnown, type SubjectKnown } from '../domain/needs/answers.ts';
import { type AskedNeeds, needsOf, type NeedValues } from '../domain/needs/needs.ts';
import { isListedAhead } from '../domain/edition/roll-day.ts';
import { listsPeople, type SubjectKind } from '../domain/programme.ts';
import type { NeedKnowledge } from './ports.ts';

type Terms = Pick<
  EditionTerms,
  'editionId' | 'committeeId' | 'seriesId' | 'year' | 'needs' | 'shares' | 'tables' | 'roll'
>;

type Declaration = Pick<DeclareEntry, 'found' | 'counted'>;

/** `held`: of office-holders, which office each holds on the day. */
type AskedOf = Readonly<{
  kind: SubjectKind;
  ids: readonly string[];
  held?: ReadonlyMap<string, OfficeKnown> | undefined;
}>;

/** Many subjects of one track at once. */
export type KnownNeeds = Readonly<{ asOf: string; knownTo: number; of: ReadonlyMap<string, readonly NeedValues[]> }>;

const COUNTING: Readonly<Record<CountedOf, (knowledge: NeedKnowledge) => NeedKnowledge['branchesBelow']>> = {
  branches: ({ branchesBelow }) => branchesBelow,
  members: ({ membersBelow }) => membersBelow,
};

/** What the platform knows of needs and of numbers in proportion, with the position of the log up to which it has heard. */
export const findNeeds = (ground: Ground, knowledge: NeedKnowledge) => {
  const heardTo = async (): Promise<number> => {
    const head = await ground.store.head();
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    return head;
  };

  const many = async (
    { editionId, committeeId, seriesId, year, tables, roll }: Terms,
    { asOf: day, needs }: AskedNeeds,
    { kind, ids, held }: AskedOf,
    now: string,
  ): Promise<KnownNeeds> => {
    const today = localDateOf(now);
    const of = { editionId, committeeId, seriesId, year };
    const isAhead = listsPeople(tables) || (roll !== null && roll.enters && isListedAhead(roll));
    const when = { asOf: day ?? today, today, ...of, ahead: isAhead };
    const knownTo = await heardTo();
    const tests = needs.flatMap(({ anyOf }) => anyOf).filter(({ answeredBy }) => answeredBy === 'platform');
    const codes = [...new Set(tests.flatMap(({ code }) => code ?? []))];
    const isOfTree = kind === 'organization' && tests.some(({ fact }) => fact.startsWith('org.'));
    const organizations = isOfTree ? await knowledge.organizationsAsOf(ids, when.asOf) : new Map();
    const honours = codes.length === 0 ? [] : await knowledge.honoursAsOf(ids, codes, when.asOf);
    const members = kind === 'person' || kind === 'office-holder' ? await knowledge.membersOf(ids) : new Map();
    const given = Map.groupBy(honours, ({ holderId }) => holderId);
    const found = ids.map((id) => {
      const known: SubjectKnown = {
        organization: organizations.get(id),
        honours: given.get(id) ?? [],
        member: members.get(id),
        office: held?.get(id),
      };
      const values = needs.map(({ needId, anyOf }) => ({
        needId,
        values: anyOf.map((test) => answerOf(test, known, when)),
      }));
      return [id, values] as const;
    });
    return { asOf: when.asOf, knownTo, of: new Map(found) };
  };

  return {
    many,
    heardTo,
    /** Of one who is put forward; nothing where the track needs nothing. */
    found: async (
      terms: Terms,
      { track, subject }: Readonly<{ track: string; subject: Readonly<{ kind: SubjectKind; id: string }> }>,
      now: string,
    ): Promise<Pick<Declaration, 'found'>> => {
      const asked = needsOf(terms.needs, track);
      if (asked === undefined) return {};
      const { asOf, knownTo, of } = await many(terms, asked, { kind: subject.kind, ids: [subject.id] }, now);
      return { found: { asOf, knownTo, needs: of.get(subject.id) ?? [] } };
    },
    /** What a nominator's number follows from; nothing where it is in proportion to nothing. */
    counted: async (
      terms: Terms,
      track: string,
      nominatorId: string,
      now: string,
    ): Promise<Pick<Declaration, 'counted'>> => {
      const share = shareFor(terms, track);
      if (share === undefined) return {};
      const asOf = share.asOf ?? localDateOf(now);
      const knownTo = await heardTo();
      return { counted: { asOf, count: await COUNTING[share.counted](knowledge)(nominatorId, asOf), knownTo } };
    },
  };
};

export type FindNeeds = ReturnType<typeof findNeeds>;
