import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { dutiesOf } from '../../api/questions/people.ts';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { PageLink } from '../../components/page-link.tsx';
import { Part } from '../../components/part.tsx';

type Duty = Schemas['Duty'];

/** Words of the list of duties that are others on every other page. */
const STANDINGS: Readonly<Record<string, string>> = {
  confirmed: 'underway',
  entered: 'in-evaluation',
  objected: 'published',
};

/** A role, an office, how far a sheet is, or where a project stands. */
const useWord = (): ((duty: Duty) => string) => {
  const { t, i18n } = useTranslation();
  return ({ kind, word }) => {
    const family = {
      grant: 'role',
      office: 'offices',
      seat: 'people.seat',
      'seat-left': 'people.seat',
      entry: 'standing',
    };
    const key = `${family[kind]}.${kind === 'entry' ? (STANDINGS[word] ?? word) : word}`;
    return i18n.exists(key) ? t(key as never) : word;
  };
};

const linkOf = ({ kind, id, organizationId }: Duty): string =>
  kind === 'entry'
    ? `/entries/${id}`
    : kind === 'office' && organizationId !== null
      ? `/organizations/${organizationId}`
      : '';

/** What somebody holds beside roles, and what would be left to do if he went. */
export const DutiesPart = ({ personId }: Readonly<{ personId: string }>) => {
  const { t } = useTranslation();
  const wordOf = useWord();
  return (
    <Part id="duties" title={t('people.duties')} query={useQuery(dutiesOf(personId))}>
      {({ items }) => {
        const others = items.filter(({ kind }) => kind !== 'grant');
        if (others.length === 0) return <p className="quiet">{t('people.noDuties')}</p>;
        return (
          <ul className="bare">
            {others.map((duty) => {
              const what = [
                t(`people.duty.${duty.kind}`),
                duty.title,
                nameIn(duty.organizationName),
                nameIn(duty.editionName),
              ].filter((part) => part !== undefined && part !== '');
              return (
                <li key={`${duty.kind} ${duty.id}`}>
                  <PageLink href={linkOf(duty)} instead={what.join(' · ')}>
                    {what.join(' · ')}
                  </PageLink>{' '}
                  <span className="quiet">
                    {wordOf(duty)}
                    {duty.since !== null && ` · ${t('people.since', { day: sayDay(duty.since) })}`}
                    {duty.until !== null && ` · ${t('people.untilDay', { day: sayDay(lastDayOf(duty.until)) })}`}
                  </span>
                </li>
              );
            })}
          </ul>
        );
      }}
    </Part>
  );
};
