import '../../look/campaigns.css';
import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { calendarOf, holidays } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayDay, today } from '../../components/dates.ts';
import { Page } from '../../components/page.tsx';
import { HolidayForm } from './holiday-form.tsx';
import { HolidayProposals, sayDaysOff } from './holiday-proposals.tsx';
import { YearCalendar } from './year-calendar.tsx';
import type { Schemas } from '../../api/client.ts';
import { comma } from '../../components/names.ts';

const page = getRouteApi('/holidays');

type Year = Schemas['CalendarYear'];
type Entered = Schemas['HolidayYear'];

/** Who proposes corrections, and who is their second person. */
const SEES_CORRECTIONS: readonly Schemas['Grant']['role'][] = [
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
];

const Facts = ({ year, entered }: Readonly<{ year: Year; entered: Entered | undefined }>) => {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('holidays.source')}</dt>
      <dd>{t(`holidays.from.${year.source}`)}</dd>
      <dt>{t('holidays.number')}</dt>
      <dd>{year.noticeNumber ?? t('none')}</dd>
      <dt>{t('holidays.workingDays')}</dt>
      <dd>{year.workingDays ?? t('none')}</dd>
      {entered !== undefined && (
        <>
          <dt>{t('holidays.daysOff')}</dt>
          <dd>{entered.daysOff.length === 0 ? t('none') : sayDaysOff(entered.daysOff)}</dd>
          <dt>{t('holidays.makeUpDays')}</dt>
          <dd>{entered.makeUpDays.map((day) => sayDay(day)).join(comma()) || t('none')}</dd>
        </>
      )}
    </dl>
  );
};

/** A year's working days: where they are from, and, where nobody has entered them or they are wrong, the form. */
export const Holidays = () => {
  const { t } = useTranslation();
  const thisYear = Number(today().slice(0, 4));
  const { year = thisYear } = page.useSearch();
  const navigate = useNavigate({ from: '/holidays' });
  const { data: who } = useQuery(me);
  const known = useQuery(holidays);
  const isOfficer = who?.grants.some(({ role }) => role === 'committee-officer') ?? false;
  const years = [...new Set([...(known.data?.items.map((one) => one.year) ?? []), thisYear, thisYear + 1, year])];
  const entered = known.data?.items.find((one) => one.year === year);
  return (
    <Page
      title={t('campaigns.holidays')}
      lead={t('holidays.lead')}
      actions={<Link to="/editions">{t('campaigns.toList')}</Link>}
    >
      <div className="filters">
        <Choice
          label={t('campaigns.ofYear')}
          value={String(year)}
          options={years.toSorted((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
          onChoose={(chosen) => void navigate({ search: { year: Number(chosen) }, replace: true })}
        />
      </div>
      <Answered query={useQuery(calendarOf(year))}>
        {(calendar) => (
          <>
            {calendar.completeness === 'unknown' && <p className="note">{t('holidays.unknown', { year })}</p>}
            {calendar.completeness === 'open' && (
              <p className="quiet">{t('holidays.open', { year, next: year + 1 })}</p>
            )}
            {calendar.completeness !== 'unknown' && (
              <section className="part" aria-labelledby="facts">
                <h2 id="facts">{t('holidays.year', { year })}</h2>
                <Facts year={calendar} entered={entered} />
              </section>
            )}
            {entered !== undefined &&
              calendar.source !== 'shipped' &&
              who &&
              who.grants.some(({ role }) => SEES_CORRECTIONS.includes(role)) && (
                <HolidayProposals year={year} entered={entered} person={who} />
              )}
            {isOfficer && known.data !== undefined && calendar.source !== 'shipped' && (
              <HolidayForm key={year} year={year} entered={entered} />
            )}
            <YearCalendar days={calendar.days} />
          </>
        )}
      </Answered>
    </Page>
  );
};
