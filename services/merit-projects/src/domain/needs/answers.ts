import type { LocalDate } from '@jiangong/calendar';
import type { NeedTest, NeedValue } from './needs.ts';

/** An organization as of a day. `foundedOn`: of the oldest that was merged into it; empty: nobody said. */
export type OrganizationKnown = Readonly<{ kind: string; foundedOn: string; children: number }>;

/** An honour of record that the subject held, or was given and holds still. `until`: the last day of its term; empty: it has none. */
export type HonourKnown = Readonly<{
  code: string;
  seriesId: string;
  editionId: string;
  awardYear: number;
  grantedBy: string;
  until: LocalDate;
}>;

/** A member as membership tells of him: since when full, and the day on which he died or left; empty: not. */
export type MemberKnown = Readonly<{ stage: string; fullSince: LocalDate; exitedOn: LocalDate }>;

/** An office that somebody holds, and since which day. */
export type OfficeKnown = Readonly<{ office: string; since: LocalDate }>;

export type SubjectKnown = Readonly<{
  organization: OrganizationKnown | undefined;
  honours: readonly HonourKnown[];
  member?: MemberKnown | undefined;
  office?: OfficeKnown | undefined;
}>;

/** As of which day, told on which day, for which edition. */
export type AskedWhen = Readonly<{
  asOf: LocalDate;
  today: LocalDate;
  editionId: string;
  committeeId: string;
  seriesId: string;
  year: number;
  /** A list of people, and a roll that is made before its day: what they hold is what they hold when it is made. */
  ahead: boolean;
}>;

const partsOf = (day: LocalDate): readonly [number, number, number] => {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return [year, month, dayOfMonth];
};

/** Whole months between two days; none before the first. */
export const monthsBetween = (from: LocalDate, to: LocalDate): number => {
  const [[fromYear, fromMonth, fromDay], [toYear, toMonth, toDay]] = [partsOf(from), partsOf(to)];
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0));
};

const isFull = ({ fullSince, exitedOn }: MemberKnown, asOf: LocalDate): boolean =>
  fullSince !== '' && fullSince <= asOf && (exitedOn === '' || exitedOn > asOf);

/** The span of an award that is looked at again: whoever gave it looks again, in whatever series it was given. */
export const STANDING = 'standing';

/** Given by this very committee, and its term is not over on the day. */
const stands = ({ grantedBy, until }: HonourKnown, { asOf, committeeId }: AskedWhen): boolean =>
  grantedBy === committeeId && (until === '' || until >= asOf);

const isInSpan = ({ over }: NeedTest, honour: HonourKnown, when: AskedWhen): boolean => {
  const [span, years = '0'] = (over ?? 'series').split(':');
  if (span === STANDING) return stands(honour, when);
  if (span === 'edition') return honour.editionId === when.editionId;
  if (honour.seriesId !== when.seriesId) return false;
  return span === 'years' ? honour.awardYear >= when.year - Number(years) && honour.awardYear < when.year : true;
};

/**
 * What the platform knows of one subject, or null. How old an organization will be on a day that has not come is known; how many stand below it
 * then, and what it will have been given, is not.
 */
export const answerOf = (
  test: NeedTest,
  { organization, honours, member, office }: SubjectKnown,
  when: AskedWhen,
): NeedValue | null => {
  if (test.answeredBy === 'person') return null;
  const hasCome = when.ahead || when.asOf <= when.today;
  switch (test.fact) {
    case 'org.kind':
      return organization?.kind ?? null;
    case 'org.age-months':
      return organization === undefined || organization.foundedOn === ''
        ? null
        : monthsBetween(organization.foundedOn, when.asOf);
    case 'org.children':
      return organization === undefined || !hasCome ? null : organization.children;
    case 'count.honours':
      // Of holders the list ahead of its day says who stands on it by what is known now.
      return hasCome || test.over === STANDING
        ? honours.filter((honour) => honour.code === test.code && isInSpan(test, honour, when)).length
        : null;
    case 'person.stage':
      return member === undefined ? null : isFull(member, when.asOf) ? 'full' : member.stage;
    case 'person.standing-years':
      return member === undefined || member.fullSince === ''
        ? null
        : Math.floor(monthsBetween(member.fullSince, when.asOf) / 12);
    case 'person.office':
      return office?.office ?? null;
    case 'person.tenure-months':
      return office === undefined ? null : monthsBetween(office.since, when.asOf);
    default:
      return null;
  }
};
