import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { edition } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { round } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { OfWhat, whatIn } from '../../components/what-it-is.tsx';
import { decidesForUnit, meets, oversees } from './may-do.ts';
import { RoundMark } from './round-mark.tsx';
import '../../look/rounds.css';

export type RoundTold = Schemas['GetV1RoundsByRoundIdAnswer'];
export type Grants = readonly Schemas['Grant'][];
export type Framed = Readonly<{ told: RoundTold; grants: Grants; personId: string }>;

/** Whether anything can have been decided over it. */
export const hasResult = (status: Schemas['RoundStatus']): boolean =>
  status === 'tallied' || status === 'decided' || status === 'commended';

const TABS = [
  ['/rounds/$roundId', 'overview'],
  ['/rounds/$roundId/seats', 'seats'],
  ['/rounds/$roundId/dealing', 'dealing'],
  ['/rounds/$roundId/contest', 'contest'],
  ['/rounds/$roundId/checklists', 'checklists'],
  ['/rounds/$roundId/ballots', 'ballots'],
  ['/rounds/$roundId/paper-boxes', 'paperBoxes'],
  ['/rounds/$roundId/bonuses', 'bonuses'],
  ['/rounds/$roundId/measures', 'measures'],
  ['/rounds/$roundId/result', 'result'],
  ['/rounds/$roundId/decision', 'decision'],
  ['/rounds/$roundId/circular', 'circular'],
  ['/rounds/$roundId/appeals', 'appeals'],
  ['/rounds/$roundId/proposals', 'proposals'],
] as const;

export type Tab = (typeof TABS)[number][1];

/** What there is of a part of a round that a unit decides over. */
const OF_PART: readonly Tab[] = ['result', 'decision'];

/** A circular of a part has its tab once it is issued, and where one is to issue it. */
const isOfPart = (tab: Tab, { status }: RoundTold, here: Tab | undefined): boolean =>
  OF_PART.includes(tab) || (tab === 'circular' && (status === 'commended' || here === tab));

/** A source of points of its own has a tab where the round has it; nobody is seated where a body chooses or people vote. */
const hasTab = (tab: Tab, told: RoundTold, here: Tab | undefined): boolean =>
  (tab !== 'seats' || told.filledBy === 'marks') &&
  (told.partOf === null || isOfPart(tab, told, here)) &&
  (tab !== 'dealing' || told.isDealtOut) &&
  (tab !== 'contest' || told.hasContest) &&
  (tab !== 'checklists' || told.hasChecklists) &&
  (tab !== 'appeals' || told.hasAppeals) &&
  (tab !== 'bonuses' || told.hasBonuses) &&
  (tab !== 'measures' || told.hasMeasures) &&
  (tab !== 'ballots' || told.hasBallots) &&
  (tab !== 'paperBoxes' || told.hasPaperBoxes);

/** What a unit's officers are shown of a round: papers that they count, and the way to what their unit decides over. */
const isOfUnit = (tab: Tab, told: RoundTold, here: Tab | undefined): boolean =>
  told.partOf === null
    ? tab === 'paperBoxes' || (tab === 'decision' && told.decidedByUnits)
    : isOfPart(tab, told, here);

const tabsFor = (told: RoundTold, grants: Grants, here: Tab | undefined): readonly (typeof TABS)[number][] =>
  TABS.filter(
    ([, tab]) =>
      hasTab(tab, told, here) &&
      (oversees(grants) ||
        (decidesForUnit(grants) && isOfUnit(tab, told, here)) ||
        (meets(grants) && told.partOf !== null)),
  );

type Tabbed = Readonly<{ roundId: string; here: Tab | undefined; told: RoundTold; tabs: ReturnType<typeof tabsFor> }>;

const Parts = ({ roundId, here, told, tabs }: Tabbed) => {
  const { t } = useTranslation();
  const proposals = told.proposals + told.reopeningRequests;
  return (
    <Tabs label={t('rounds.tabs')}>
      {tabs.map(([to, tab]) => (
        <li key={tab}>
          <Link
            to={to}
            params={{ roundId }}
            search={{}}
            activeOptions={{ exact: true }}
            aria-current={tab === here ? 'page' : undefined}
          >
            {t(`rounds.tab.${tab}`)}
            {tab === 'proposals' && proposals > 0 && ` (${proposals})`}
          </Link>
        </li>
      ))}
    </Tabs>
  );
};

const Standing = ({ told }: Readonly<{ told: RoundTold }>) => {
  const { t } = useTranslation();
  const { status, closesAt, documentNumber, outdated, filledBy } = told;
  return (
    <p className="standing-line">
      <RoundMark round={told} />
      {closesAt !== null && (status === 'prepared' || status === 'open') && (
        <span>{t(`rounds.by.${filledBy}.closesAt`, { date: sayDeadline(closesAt) })}</span>
      )}
      {documentNumber !== null && <span>{documentNumber}</span>}
      {outdated && <Mark tone="bad">{t('rounds.outdated')}</Mark>}
    </p>
  );
};

/** This page asks more than others; what its entries are is said where it is known already. */
const asksMuch = (here: Tab | undefined): boolean => here === 'decision';

/** Texts speak of what is judged in the round, for whoever reads its edition. */
const OfJudged = ({
  here,
  told,
  grants,
  children,
}: Readonly<{ here: Tab | undefined; told: RoundTold; grants: Grants; children: ReactNode }>) => {
  const { data } = useQuery({
    ...edition(told.editionId),
    enabled: (oversees(grants) || decidesForUnit(grants)) && !asksMuch(here),
  });
  return <OfWhat what={data === undefined ? 'any' : whatIn(data)}>{children}</OfWhat>;
};

/** What stands around every page of a round: its name, how it stands, and the way to its other pages. Three calls. */
export const RoundFrame = ({
  roundId,
  here,
  title,
  children,
}: Readonly<{
  roundId: string;
  /** Absent: a page below one of them. */
  here?: Tab;
  /** What the window is called beside the round's name. */
  title: string;
  children: (framed: Framed) => ReactNode;
}>) => {
  const { t } = useTranslation();
  const who = useQuery(me);
  const asked = useQuery(round(roundId));
  return (
    <Answered query={who}>
      {(person) => (
        <Answered query={asked}>
          {(told) => {
            const grants = person?.grants ?? [];
            const tabs = tabsFor(told, grants, here);
            return (
              <Page
                title={title}
                lead={nameIn(told.roundName)}
                actions={
                  oversees(grants) ? (
                    <Link to="/editions/$editionId/rounds" params={{ editionId: told.editionId }}>
                      {t('rounds.toList')}
                    </Link>
                  ) : (
                    tabs.length > 0 && (
                      <Link to="/editions/$editionId" params={{ editionId: told.editionId }}>
                        {t('back')}
                      </Link>
                    )
                  )
                }
              >
                <Standing told={told} />
                {tabs.length > 0 && <Parts {...{ roundId, here, told, tabs }} />}
                {person !== null && (
                  <OfJudged {...{ here, told, grants }}>
                    {children({ told, grants, personId: person.personId })}
                  </OfJudged>
                )}
              </Page>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
};
