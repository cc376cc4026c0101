import { covers } from '@jiangong/access';
import { type LocalDate, localDateOf } from '@jiangong/calendar';
import { type Ground, refused } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { Roll } from '../domain/roll/state.ts';
import type { KnownSubject } from '../domain/roll/needs.ts';
import { editionRolls } from './edition-rolls.ts';
import { STANDING } from '../domain/needs/answers.ts';
import { type AskedRoll, enrolsOfficeHolders, isOfPeople, listedKind, listsHolders } from '../domain/programme.ts';
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
    const found = await needs.many(terms, asked, { kind: listedKind(terms.tables), ids, held }, now);
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
      const ofPeople = isOfPeople(terms.tables);
      const day = ofPeople && !enrolsOfficeHolders(terms.tables) ? placedOn(roll.asOf, now) : roll.asOf;
      const committee = await knowledge.organizationOn(committeeId, day);
      if (committee === undefined) return NOBODY;
      if (enrolsOfficeHolders(terms.tables)) {
        const found = await holdersOn(knowledge, terms, roll, committee);
        return { ...found, ...(await knownOn(needs, terms, found, now)) };
      }
      if (ofPeople) {
        const members = await knowledge.membersSince(latestSince(roll, terms.needs), day);
        const people = foundPeople(members, roll, committee, placingOf(terms.tables));
        return { ...people, names: new Map(), ...(await knownOn(needs, terms, people, now)) };
      }
      const kinds = [...new Set(roll.wholes.flatMap((whole) => whole.kinds))];
      const all = await knowledge.organizationsOn(kinds, roll.asOf);
      // Whoever was given the award and has lost it since stands beside the list, with that reason; nobody else is of interest.
      const given = listsHolders(terms.tables)
        ? await knowledge.givenBy(committeeId, codesHeld(terms.needs), roll.asOf)
        : undefined;
      const found = foundOn(
        all.filter(({ id }) => given === undefined || given.has(id)),
        roll,
        committee,
      );
      return { ...found, ...(await knownOn(needs, terms, found, now)) };
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
