import { covers } from '@jiangong/access';
import { addCalendarDays, type LocalDate } from '@jiangong/calendar';
import type { AskedNeeds } from '../domain/needs/needs.ts';
import type { OffRoll, OnRoll } from '../domain/roll/facts.ts';
import { type AskedRoll, enrolsMembers } from '../domain/programme.ts';
import type { MemberOnADay, OrganizationOnADay } from './ports.ts';

/** Of who left long before the day nobody asks why he is not on the list. */
const LEFT_LATELY_DAYS = 366;

/** The least standing that every category asks for: nobody with less is looked at. */
const yearsAsked = (needs: readonly AskedNeeds[], trackIds: readonly (string | null)[]): number =>
  Math.min(
    ...trackIds.map((trackId) =>
      Math.max(
        0,
        ...(needs.find((one) => one.trackId === trackId)?.needs ?? []).flatMap(({ anyOf: [test, second] }) =>
          test?.fact === 'person.standing-years' && test.compare === 'atLeast' && second === undefined
            ? [Number(test.wanted[0])]
            : [],
        ),
      ),
    ),
  );

/** The last day on which somebody became a full member who can have that standing. One of 29 February has it on 1 March. */
export const latestSince = ({ asOf, wholes }: AskedRoll, needs: readonly AskedNeeds[]): LocalDate => {
  const years = yearsAsked(
    needs,
    wholes.map(({ trackId }) => trackId),
  );
  return `${String(Number(asOf.slice(0, 4)) - years).padStart(4, '0')}${asOf.slice(4)}`;
};

/** Under his unit; who belongs to none, under the organization that he belongs to. */
const placeOfPerson = ({
  path,
  unitId,
}: Pick<MemberOnADay, 'path' | 'unitId'>): Pick<OnRoll, 'nominatorId' | 'homeId'> => {
  const id = unitId ?? path.split('/').findLast((step) => step !== '') ?? '';
  return { nominatorId: id, homeId: id };
};

/** On a roll of members an entry is kept under the branch that somebody belongs to, whose secretary may have to mark him; it is his unit's all the same. */
const placeOfMember = (member: Pick<MemberOnADay, 'path' | 'unitId'>): Pick<OnRoll, 'nominatorId' | 'homeId'> => {
  const place = placeOfPerson(member);
  return { ...place, nominatorId: member.path.split('/').findLast((step) => step !== '') ?? place.nominatorId };
};

/** How people are placed: on a list that is computed under their unit, which confirms its own; on a roll of members under their branch. */
export const placingOf = (tables: Parameters<typeof enrolsMembers>[0]): typeof placeOfPerson =>
  enrolsMembers(tables) ? placeOfMember : placeOfPerson;

const isLately = ({ exitedOn }: MemberOnADay, asOf: LocalDate): boolean =>
  exitedOn >= addCalendarDays(asOf, -LEFT_LATELY_DAYS);

/** Whoever is below the committee and had been a full member for so long, by what is known now; who died or left before the day stands apart. */
export const foundPeople = (
  members: readonly MemberOnADay[],
  { asOf, wholes }: AskedRoll,
  committee: Pick<OrganizationOnADay, 'path'>,
  placeOf = placeOfPerson,
): Readonly<{ on: readonly OnRoll[]; off: readonly OffRoll[] }> => {
  const below = members.filter(({ path }) => covers(committee.path, path));
  const hasLeft = ({ exitedOn }: MemberOnADay): boolean => exitedOn !== '' && exitedOn <= asOf;
  return {
    on: wholes.flatMap(({ trackId }) =>
      below.filter((one) => !hasLeft(one)).map((one) => ({ trackId, subjectId: one.personId, ...placeOf(one) })),
    ),
    off: wholes.flatMap(({ trackId }) =>
      below
        .filter((one) => hasLeft(one) && isLately(one, asOf))
        .map(({ personId: subjectId }) => ({ trackId, subjectId, reason: 'exited-before' as const })),
    ),
  };
};
