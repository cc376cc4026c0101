import { addCalendarDays, type LocalDate } from '@jiangong/calendar';
import { type AskedNeeds, needsOf } from '../domain/needs/needs.ts';
import type { OffRoll, OnRoll } from '../domain/roll/facts.ts';
import type { AskedRoll } from '../domain/programme.ts';
import { type HeldOn, isBelow, missed, placeOf } from './found-on-roll.ts';
import type { OfficeHeld, OrganizationOnADay } from './ports.ts';

/** Of who left office long before the day nobody asks why he is not on the roll. */
const LEFT_LATELY_DAYS = 366;

/** Offices of all times, and the organizations of the kinds by the tree of the day. */
export type KnownOffices = Readonly<{ offices: readonly OfficeHeld[]; organizations: readonly OrganizationOnADay[] }>;

export type FoundHolders = Readonly<{
  on: readonly OnRoll[];
  off: readonly OffRoll[];
  held: ReadonlyMap<string, HeldOn>;
}>;

/** The offices that a category names: nobody is looked for who holds another. */
export const officesAsked = (needs: readonly AskedNeeds[], trackId: string | null): readonly string[] =>
  (needsOf(needs, trackId)?.needs ?? []).flatMap(({ anyOf: [test, second] }) =>
    test?.fact === 'person.office' && second === undefined ? test.wanted.map(String) : [],
  );

const sameOffice = (one: OfficeHeld, other: OfficeHeld): boolean =>
  one.personId === other.personId && one.organizationId === other.organizationId && one.office === other.office;

/** Whoever was appointed again on the day on which his term ended, or before, went on without a gap: his office began with the first of these. */
export const withoutGaps = (all: readonly OfficeHeld[]): readonly OfficeHeld[] =>
  all
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .reduce<readonly OfficeHeld[]>((joined, one) => {
      const before = joined.find((each) => sameOffice(each, one) && (each.until === '' || each.until >= one.since));
      if (before === undefined) return [...joined, one];
      const until = before.until === '' || one.until === '' ? '' : one.until > before.until ? one.until : before.until;
      return joined.map((each) => (each === before ? { ...before, until } : each));
    }, []);

const holdsOn = ({ since, until }: OfficeHeld, asOf: LocalDate): boolean =>
  since <= asOf && (until === '' || until > asOf);

const leftLately = ({ until }: OfficeHeld, asOf: LocalDate): boolean =>
  until !== '' && until <= asOf && until >= addCalendarDays(asOf, -LEFT_LATELY_DAYS);

type Placed = OfficeHeld & Readonly<{ place: OrganizationOnADay; rank: number }>;

/** Whoever holds several is judged once: in the organization whose kind the template names first. */
const firstOf = (all: readonly Placed[]): Placed | undefined =>
  all.toSorted((a, b) => a.rank - b.rank || (a.organizationId < b.organizationId ? -1 : 1))[0];

/**
 * Whoever held the office on the day in an organization of the kinds that stood below the committee then; who left it before the day
 * stands apart. His entry is kept under the unit of his organization.
 */
export const foundHolders = (
  { offices: all, organizations }: KnownOffices,
  { asOf, wholes }: AskedRoll,
  needs: readonly AskedNeeds[],
  committee: Pick<OrganizationOnADay, 'id' | 'path'>,
): FoundHolders => {
  const places = new Map(organizations.filter((one) => isBelow(one, committee)).map((one) => [one.id, one]));
  const held = new Map<string, HeldOn>();
  const of = wholes.map(({ trackId, kinds }) => {
    const offices = officesAsked(needs, trackId);
    const placed = withoutGaps(all.filter(({ office }) => offices.includes(office))).flatMap(
      (one): readonly Placed[] => {
        const place = places.get(one.organizationId);
        const rank = kinds.indexOf(place?.kind ?? '');
        return place === undefined || rank === -1 ? [] : [{ ...one, place, rank }];
      },
    );
    const on: OnRoll[] = [];
    const off: OffRoll[] = [];
    for (const [subjectId, own] of Map.groupBy(placed, ({ personId }) => personId)) {
      const holding = own.filter((one) => holdsOn(one, asOf));
      const first = firstOf(holding.filter(({ place }) => missed(place, asOf) === undefined));
      if (first !== undefined) {
        on.push({ trackId, subjectId, ...placeOf(first.place) });
        held.set(subjectId, first);
      } else if (holding.length > 0) off.push({ trackId, subjectId, reason: 'ended-before' });
      else if (own.some((one) => leftLately(one, asOf))) off.push({ trackId, subjectId, reason: 'left-office' });
    }
    return { on, off };
  });
  return { on: of.flatMap(({ on }) => on), off: of.flatMap(({ off }) => off), held };
};
