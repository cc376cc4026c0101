import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { naming } from '../../api/questions/honours.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { oversees } from '../rounds/may-do.ts';
import type { Would } from '../rounds/minutes-draft.ts';
import type { Grants } from '../rounds/round-frame.tsx';
import type { Rules } from '../rounds/rules.ts';
import '../../look/rounds.css';

type Told = Schemas['GetV1SeriesBySeriesIdNamingAnswer'];
export type FramedNaming = Readonly<{ told: Told; grants: Grants; personId: string }>;

const TABS = [
  ['/honours/naming/$seriesId', 'list'],
  ['/honours/naming/$seriesId/decision', 'decision'],
  ['/honours/naming/$seriesId/circular', 'circular'],
] as const;

/** What pages of decisions ask of the tables: a naming gives each unit on its list the same, unless it is left out. */
export const rulesOfNaming = ({ grades, secondNotice }: Told): Pick<Rules, 'outcome' | 'secondNotice'> => ({
  secondNotice,
  outcome: grades.map(({ grade, gradeZh, gradeEn }) => ({
    ...{ id: grade, zh: gradeZh, en: gradeEn },
    gives: 'honour',
    ...{ to: 'entry', decide: 'confirm', order: [], pick: { by: 'all' } },
  })),
});

/** The list as it lies before the meeting. */
export const listOfNaming = ({ listedIds, listedNames, grades, resultHash }: Told): Would => ({
  ...{ isList: true, resultHash: resultHash ?? '', decimalsBefore: 0 },
  entries: listedIds.map((entryId, index) => ({
    ...{ entryId, entryName: listedNames[index] ?? null, rankBefore: null, scoreBefore: null },
    ...{ awardsBefore: grades.slice(0, 1).map(({ grade }) => grade), openBefore: [] },
  })),
});

export const namesOfNaming = ({ listedIds, listedNames }: Told): ReadonlyMap<string, string> =>
  new Map(listedIds.map((id, index) => [id, nameIn(listedNames[index] ?? null) ?? id]));

const Parts = ({ seriesId, here }: Readonly<{ seriesId: string; here: (typeof TABS)[number][1] }>) => {
  const { t } = useTranslation();
  return (
    <Tabs label={t('naming.tabs')}>
      {TABS.map(([to, tab]) => (
        <li key={tab}>
          <Link
            to={to}
            params={{ seriesId }}
            search={{}}
            activeOptions={{ exact: true }}
            aria-current={tab === here ? 'page' : undefined}
          >
            {t(`naming.tab.${tab}`)}
          </Link>
        </li>
      ))}
    </Tabs>
  );
};

/** What stands around the pages of a naming. Its minutes are for those who oversee; the list is for everybody with a role. Two calls. */
export const NamingFrame = ({
  seriesId,
  here,
  children,
}: Readonly<{
  seriesId: string;
  here: (typeof TABS)[number][1];
  children: (framed: FramedNaming) => ReactNode;
}>) => {
  const { t } = useTranslation();
  const who = useQuery(me);
  const asked = useQuery(naming(seriesId));
  const grants = who.data?.grants ?? [];
  return (
    <Page
      title={here === 'list' ? t('naming.title') : t(`naming.tab.${here}`)}
      lead={here === 'list' ? t('naming.lead') : t('naming.title')}
      actions={<Link to="/honours">{t('awarded.toList')}</Link>}
    >
      {oversees(grants) && <Parts seriesId={seriesId} here={here} />}
      <Answered query={asked}>
        {(told) => (
          <Answered query={who}>
            {(person) => person !== null && children({ told, grants, personId: person.personId })}
          </Answered>
        )}
      </Answered>
    </Page>
  );
};
