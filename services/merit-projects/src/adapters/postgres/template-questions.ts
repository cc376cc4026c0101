import type { PagePlace } from '@jiangong/service-host';
import { shippedHolidays } from '@jiangong/calendar';
import type { HolidayYear, Template } from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import type { Rows } from '@jiangong/read-models';

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

/** The latest adopted first, without their texts; one more than the page. */
export const templatesOf = (
  rows: Rows,
  committeeId: string,
  page: PagePlace<number>,
): Promise<readonly Placed<Template>[]> =>
  rows.query<Placed<Template>>(
    `select ${COLUMNS}, '' as "canonicalText", position from template
     where ($1 = '' or committee_id = $1) and ($2::bigint is null or position < $2) order by position desc limit $3`,
    [committeeId, page.after ?? null, page.size + 1],
  );

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
