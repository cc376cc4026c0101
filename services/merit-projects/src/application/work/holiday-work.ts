import { decide, type Grant } from '@jiangong/access';
import { endOfDay, knownYears, localDateOf, shippedHolidays } from '@jiangong/calendar';
import type { WorkItem } from '@jiangong/service-host';
import { SECOND_ROLES } from '../../domain/holidays/holidays.ts';

/** A correction of a year's holidays that nobody has carried out or turned down. */
export type HolidayProposal = Readonly<{ year: number; proposedBy: string; role: string }>;

type Asker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/** From this day of a year on the next one's holidays are waited for: they are announced in the autumn. */
export const WAITED_FROM = '11-01';

/** Holidays are the whole country's: no organization's path narrows who keeps them. */
const NOBODYS = { organizationPath: '' } as const;

const aboutYear = (year: number) => ({
  ...{ subjectKind: 'year', subjectId: String(year), editionId: '', titleZh: `${year}年`, titleEn: String(year) },
  ...{ done: 0, total: 1 },
});

const grantedRole = ({ personId, grants, now }: Asker, action: string): string => {
  const said = decide({ subject: { kind: 'person', personId }, grants, action, resource: NOBODYS, now });
  return said.allow ? (said.grant?.role ?? '') : '';
};

/** This year, should it be unknown still, and from the autumn on the next one: to be there before it begins. */
const entering = (entered: readonly number[], asker: Asker): readonly WorkItem[] => {
  const role = grantedRole(asker, 'holidays.enter');
  if (role === '') return [];
  const today = localDateOf(asker.now);
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5) >= WAITED_FROM ? [year, year + 1] : [year];
  const known = new Set([...knownYears(shippedHolidays), ...entered]);
  return wanted
    .filter((one) => !known.has(one))
    .map((one) => ({ kind: 'enter-holidays', role, ...aboutYear(one), dueAt: endOfDay(`${one - 1}-12-31`) }));
};

const correcting = (found: readonly HolidayProposal[], asker: Asker): readonly WorkItem[] => {
  const role = grantedRole(asker, 'holidays.correct');
  if (!SECOND_ROLES.includes(role)) return [];
  const waiting = found.filter((one) => one.proposedBy !== asker.personId && one.role !== role);
  return [...new Set(waiting.map(({ year }) => year))].map((year) => ({
    ...{ kind: 'carry-out-holiday-correction', role, ...aboutYear(year), dueAt: '' },
  }));
};

/** What waits about the years' holidays. */
export const holidayWork = (
  { entered, proposals }: Readonly<{ entered: readonly number[]; proposals: readonly HolidayProposal[] }>,
  asker: Asker,
): readonly WorkItem[] => [...entering(entered, asker), ...correcting(proposals, asker)];
