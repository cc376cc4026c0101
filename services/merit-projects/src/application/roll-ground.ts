import { covers } from '@jiangong/access';
import { type LocalDate, localDateOf } from '@jiangong/calendar';
import { type Ground, refused } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { Roll } from '../domain/roll/state.ts';
import type { KnownSubject } from '../domain/roll/needs.ts';
import { editionRolls } from './edition-rolls.ts';
import { STANDING } from '../domain/needs/answers.ts';
import { type AskedRoll, enrolsOfficeHolders, listedKind, listsHolders, type RollWhole } from '../domain/programme.ts';
import { type Found, foundOn } from './found-on-roll.ts';
import { foundHolders, type FoundHolders, officesAsked } from './found-holders.ts';
import { foundPeople, latestSince, placingOf } from './found-people.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { OrganizationOnADay, RollKnowledge } from './ports.ts';
import type { FindNeeds } from './find-needs.ts';
import { settleRoll } from './settle-roll.ts';
import { rollStream } from './streams.ts';

export type RollPorts = Readonly<{
  ground: Ground;
  entries: NominatorsEntries;
  knowledge: RollKnowledge;
  needs: FindNeeds;
}>;

/** People are where they are: on the day, or today where it has not come. */
const placedOn = (asOf: LocalDate, now: string): LocalDate => {
  const today = localDateOf(now);
  return asOf < today ? asOf : today;
};

/** The awards whose holders are looked at again, by what the edition asks of them. */
const codesHeld = (needs: EditionTerms['needs']): readonly string[] => [
  ...new Set(
    needs
      .flatMap((asked) => asked.needs.flatMap(({ anyOf }) => anyOf))
      .flatMap(({ over, code }) => (over === STANDING && code !== null ? [code] : [])),
  ),
];

const NOBODY: Found = { on: [], off: [], names: new Map(), known: [], knownTo: 0 };

/** What the platform knows of the needs of everybody who was there. */
const knownOn = async (
  needs: FindNeeds,
  terms: EditionTerms,
  { on, held }: Pick<Found, 'on' | 'held'>,
  now: string,
): Promise<Pick<Found, 'known' | 'knownTo'>> => {
  const known: KnownSubject[] = [];
  let knownTo = 0;
  for (const asked of terms.needs) {
    const ids = on.filter(({ trackId }) => trackId === asked.trackId).map(({ subjectId }) => subjectId);
    const found = await needs.many(terms, asked, { kind: listedKind(terms.tables, asked.trackId), ids, held }, now);
    ({ knownTo } = found);
    const { trackId } = asked;
    known.push(
      ...ids.map((subjectId) => ({ trackId, subjectId, asOf: found.asOf, needs: found.of.get(subjectId) ?? [] })),
    );
  }
  return { known, knownTo };
};

/** Whoever holds the offices that the categories name, by the tree of the roll's day. */
const holdersOn = async (
  knowledge: RollKnowledge,
  { needs }: EditionTerms,
  roll: AskedRoll,
  committee: OrganizationOnADay,
): Promise<FoundHolders & Pick<Found, 'names'>> => {
  const kinds = [...new Set(roll.wholes.flatMap((whole) => whole.kinds))];
  const offices = [...new Set(roll.wholes.flatMap(({ trackId }) => officesAsked(needs, trackId)))];
  const organizations = await knowledge.organizationsOn(kinds, roll.asOf);
  const known = { organizations, offices: await knowledge.officesHeld(offices, roll.asOf) };
  return {
    ...foundHolders(known, roll, needs, committee),
    names: new Map(organizations.map(({ id, name }) => [id, name])),
  };
};

/** Members below the committee who are what the categories of people need, by where they are. */
const peopleOn = async (
  knowledge: RollKnowledge,
  { needs, tables, committeeId }: EditionTerms,
  roll: AskedRoll,
  now: string,
): Promise<Pick<Found, 'on' | 'off'>> => {
  if (roll.wholes.length === 0) return NOBODY;
  const day = placedOn(roll.asOf, now);
  const committee = await knowledge.organizationOn(committeeId, day);
  if (committee === undefined) return NOBODY;
  const members = await knowledge.membersSince(latestSince(roll, needs), day);
  return foundPeople(members, roll, committee, placingOf(tables));
};

/** Organizations of the kinds named, by the tree of the roll's day. */
const organizationsOn = async (
  knowledge: RollKnowledge,
  { needs, tables, committeeId }: EditionTerms,
  roll: AskedRoll,
): Promise<Pick<Found, 'on' | 'off' | 'names'>> => {
  if (roll.wholes.length === 0) return NOBODY;
  const committee = await knowledge.organizationOn(committeeId, roll.asOf);
  if (committee === undefined) return NOBODY;
  const kinds = [...new Set(roll.wholes.flatMap((whole) => whole.kinds))];
  const all = await knowledge.organizationsOn(kinds, roll.asOf);
  // Whoever was given the award and has lost it since stands beside the list, with that reason; nobody else is of interest.
  const given = listsHolders(tables) ? await knowledge.givenBy(committeeId, codesHeld(needs), roll.asOf) : undefined;
  return foundOn(
    all.filter(({ id }) => given === undefined || given.has(id)),
    roll,
    committee,
  );
};

/** What listing a roll and putting it right both stand on. */
export const rollGround = ({ ground, entries, knowledge, needs }: RollPorts) => {
  const handle = editionRolls(ground);
  return {
    handle,
    settle: settleRoll(entries),
    read: async (editionId: string): Promise<Roll> => (await handle.stateOf(rollStream(editionId))).state,
    // A roll concerns no nominator: whose terms they are does not matter.
    termsOf: (editionId: string): Promise<EditionTerms | undefined> => entries.termsOf(editionId, ''),
    /** Who stands on it by everything that is in the log by now. */
    find: async (terms: EditionTerms, now: string): Promise<Found> => {
      const { roll, committeeId } = terms;
      if (roll === null) return NOBODY;
      if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
      if (enrolsOfficeHolders(terms.tables)) {
        const committee = await knowledge.organizationOn(committeeId, roll.asOf);
        if (committee === undefined) return NOBODY;
        const found = await holdersOn(knowledge, terms, roll, committee);
        return { ...found, ...(await knownOn(needs, terms, found, now)) };
      }
      const isOfMembers = ({ trackId }: RollWhole): boolean => listedKind(terms.tables, trackId) === 'person';
      const people = { ...roll, wholes: roll.wholes.filter(isOfMembers) };
      const others = { ...roll, wholes: roll.wholes.filter((whole) => !isOfMembers(whole)) };
      const members = await peopleOn(knowledge, terms, people, now);
      const organizations = await organizationsOn(knowledge, terms, others);
      const on = [...organizations.on, ...members.on];
      const off = [...organizations.off, ...members.off];
      return { on, off, names: organizations.names, ...(await knownOn(needs, terms, { on }, now)) };
    },
    /** A person, where he is below the committee. */
    personPlaced: async ({ roll, committeeId }: EditionTerms, personId: string, now: string) => {
      if (roll === null) return undefined;
      const day = placedOn(roll.asOf, now);
      const [person, committee] = await Promise.all([
        knowledge.personOn(personId, day),
        knowledge.organizationOn(committeeId, day),
      ]);
      return person !== undefined && committee !== undefined && covers(committee.path, person.path)
        ? person
        : undefined;
    },
    /** An organization and the committee, as the tree of the roll's day has them. */
    placed: async (
      { roll, committeeId }: EditionTerms,
      organizationId: string,
    ): Promise<readonly [OrganizationOnADay | undefined, OrganizationOnADay | undefined]> => {
      if (roll === null) return [undefined, undefined];
      const { asOf } = roll;
      return [await knowledge.organizationOn(organizationId, asOf), await knowledge.organizationOn(committeeId, asOf)];
    },
  };
};

export type RollGround = ReturnType<typeof rollGround>;
