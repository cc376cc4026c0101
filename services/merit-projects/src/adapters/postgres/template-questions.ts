import type { ListAsked } from '@jiangong/service-host';
import { shippedHolidays } from '@jiangong/calendar';
import type { HolidayProposal, HolidayYear, Template } from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList, type SortKey } from '@jiangong/read-models/postgres';

import type { HolidaysActProposed } from '../../domain/holidays/holidays.ts';
import { openProse, textOf } from './kept-prose.ts';

type Placed<T> = T & Readonly<{ position: number }>;

const COLUMNS = `template_hash as "templateHash", committee_id as "committeeId", template_id as "templateId", title_zh as "titleZh", title_en as "titleEn",
  adopted_at as "adoptedAt"`;

export const templateOf = async (
  rows: Rows,
  committeeId: string,
  templateHash: string,
): Promise<Template | undefined> =>
  (
    await rows.query<Template>(
      `select ${COLUMNS}, canonical_text as "canonicalText" from template where committee_id = $1 and template_hash = $2`,
      [committeeId, templateHash],
    )
  )[0];

/** The latest adopted first unless asked otherwise. */
export const TEMPLATE_SORTS = ['-adopted', 'title'] as const;

const SORTS: Readonly<Record<'adopted' | 'title', SortKey>> = {
  adopted: { sql: 'position', kind: 'number' },
  title: { sql: 'title_key', kind: 'text' },
};

/** Adopted templates, without their texts. */
export const templatesOf = (
  rows: Rows,
  { committeeId, search, sort, place }: ListAsked<'adopted' | 'title'> & Readonly<{ committeeId: string }>,
): Promise<ListFound<Placed<Template>>> =>
  readList(rows, (parameter) => ({
    columns: `${COLUMNS}, '' as "canonicalText", position`,
    from: 'template',
    id: `(committee_id || template_hash)`,
    where: committeeId === '' ? [] : [`committee_id = ${parameter(committeeId)}`],
    search: search && { keysColumn: 'search_keys', textColumn: 'search_text', sought: search },
    facets: {},
    sort: { ...SORTS[sort.by], down: sort.down },
    place,
  }));

const spansOf = (spans: readonly (readonly [string, string])[]) => spans.map(([from, to]) => ({ from, to }));

/** Every year whose working days are known, from the first. */
export const holidayYearsOf = async (rows: Rows): Promise<readonly HolidayYear[]> => {
  const entered = await rows.query<{
    year: number;
    noticeNumber: string;
    daysOff: string;
    makeUpDays: string;
    hash: string;
  }>(
    `select year, notice_number as "noticeNumber", days_off as "daysOff", make_up_days as "makeUpDays", hash from holiday_year`,
  );
  const shipped = [...shippedHolidays.values()].map(({ year, source, daysOff, makeUpDays, hash }) => ({
    ...{ year, noticeNumber: source, daysOff: spansOf(daysOff), makeUpDays: [...makeUpDays], hash, shipped: true },
  }));
  const own = entered.map(({ daysOff, makeUpDays, ...year }) => ({
    ...year,
    daysOff: spansOf(JSON.parse(daysOff) as readonly (readonly [string, string])[]),
    makeUpDays: JSON.parse(makeUpDays) as string[],
    shipped: false,
  }));
  return [...shipped, ...own].toSorted((a, b) => a.year - b.year);
};

type ProposalRow = Omit<HolidayProposal, 'proposed' | 'why'> &
  Readonly<{ year: number; terms: string; stream: string; prose: string }>;

/** Corrections that nobody has carried out or turned down, the oldest first; the rule book bounds them for each year. */
export const holidayProposalsOf = async (rows: Rows, privacy: KeyVault): Promise<readonly HolidayProposal[]> => {
  const found = await rows.query<ProposalRow>(
    `select proposal_id as "proposalId", year, proposed_by as "proposedBy", role, proposed_at as "proposedAt", terms, stream, prose
     from holiday_proposal order by position`,
  );
  const prose = await openProse(
    privacy,
    found.map(({ stream, prose: kept }) => ({ stream, prose: kept, type: 'ActProposed.v1' })),
  );
  return found.map(({ proposalId, year, proposedBy, role, proposedAt, terms }, index) => {
    const { noticeNumber, daysOff, makeUpDays, hash } = JSON.parse(terms) as HolidaysActProposed['data']['terms'];
    const days = { daysOff: spansOf(daysOff), makeUpDays: [...makeUpDays] };
    const proposed = { year, noticeNumber, ...days, hash, shipped: false };
    return { proposalId, proposed, proposedBy, role, proposedAt, why: textOf(prose[index], 'why') };
  });
};
