import '../../look/campaigns.css';
import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edition, standingsOf } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { seesProjects } from '../../components/who-sees.ts';
import { Page } from '../../components/page.tsx';
import { Part } from '../../components/part.tsx';
import { StandingMark, STANDINGS } from '../../components/standing-mark.tsx';
import { CodesPart } from './codes-part.tsx';
import { AbandonDialog, AmendDialog, CloseDialog, ReviewListDialog } from './edition-dialogs.tsx';
import { EditionTold } from './edition-told.tsx';
import { LateList } from './late-list.tsx';
import { ReopenDialog, RescheduleDialog } from './stage-dialogs.tsx';
import { type Edition, mayReopen, type Stage, touchesScores } from './stages.ts';
import { TimeLine } from './time-line.tsx';
import { UnitRounds } from './unit-rounds.tsx';
import { useRoles } from './use-roles.ts';
import { puttingForward, standsForVote } from '../nominating/nomination.ts';

const page = getRouteApi('/editions/$editionId');

/** How many projects stand where, each the way to them; of the whole edition for its office, else of one's own part. */
const Numbers = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const { editionId, committeeId } = one;
  const { data } = useQuery(me);
  const grants = (data?.grants ?? []).filter((grant) => seesProjects([grant]));
  const own = grants.find(({ organizationId }) => organizationId === committeeId) ?? grants[0];
  const scope = own?.organizationId ?? '';
  const query = useQuery({ ...standingsOf(editionId, scope), enabled: own !== undefined });
  if (data !== undefined && own === undefined) return null;
  return (
    <Part
      id="numbers"
      title={t('campaigns.numbers')}
      query={query}
      actions={
        <Link to="/editions/$editionId/entries" params={{ editionId }} search={{ under: scope }}>
          {t('campaigns.allProjects')}
        </Link>
      }
    >
      {({ total, facets }) =>
        total === 0 ? (
          <p className="quiet">{t('campaigns.noProjects')}</p>
        ) : (
          <>
            <p>{t('campaigns.total', { count: total, name: nameIn(own?.organizationName) ?? '' })}</p>
            <ul className="numbers">
              {STANDINGS.filter((standing) => (facets?.standing[standing] ?? 0) > 0).map((standing) => (
                <li key={standing}>
                  <Link to="/editions/$editionId/entries" params={{ editionId }} search={{ standing, under: scope }}>
                    <strong>{facets?.standing[standing]}</strong> <StandingMark standing={standing} />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Part>
  );
};

type Opened =
  | Readonly<{ kind: 'reschedule' | 'reopen' | 'proposeReopen'; stage: Stage }>
  | Readonly<{ kind: 'amend' | 'reviewList' | 'close' | 'abandon' }>;

const OpenedDialog = ({ opened, one, onClose }: Readonly<{ opened: Opened; one: Edition; onClose: () => void }>) => {
  switch (opened.kind) {
    case 'reschedule':
      return <RescheduleDialog edition={one} stage={opened.stage} onClose={onClose} />;
    case 'reopen':
    case 'proposeReopen':
      return (
        <ReopenDialog
          edition={one}
          stage={opened.stage}
          isProposed={opened.kind === 'proposeReopen'}
          onClose={onClose}
        />
      );
    case 'amend':
      return <AmendDialog edition={one} onClose={onClose} />;
    case 'reviewList':
      return <ReviewListDialog edition={one} onClose={onClose} />;
    case 'close':
      return <CloseDialog edition={one} onClose={onClose} />;
    case 'abandon':
      return <AbandonDialog edition={one} onClose={onClose} />;
  }
};

/** Frozen once entries enter: nobody changes what is being scored. */
const isFrozen = ({ stages }: Edition): boolean => {
  const entrance = stages.find(({ act, phase }) => act === 'score' || phase !== null);
  return entrance !== undefined && entrance.progress !== 'ahead';
};

const Acts = ({
  one,
  isOfficer,
  onOpen,
}: Readonly<{ one: Edition; isOfficer: boolean; onOpen: (opened: Opened) => void }>) => {
  const { t } = useTranslation();
  const { editionId } = one;
  const isOver = one.stages.every(({ progress }) => progress === 'closed');
  const reviewAhead = one.stages.some(
    ({ act, phase, progress }) => act === 'review' && phase === null && progress === 'ahead',
  );
  return (
    <section className="acts" aria-label={t('acts.title')}>
      {isOfficer && (
        <Link to="/editions/$editionId/next" params={{ editionId }} className="secondary">
          {t('campaigns.openNext')}
        </Link>
      )}
      {isOfficer && !isFrozen(one) && <Button onClick={() => onOpen({ kind: 'amend' })}>{t('campaigns.amend')}</Button>}
      {isOfficer && reviewAhead && (
        <Button onClick={() => onOpen({ kind: 'reviewList' })}>{t('campaigns.reviewList')}</Button>
      )}
      {isOfficer && isOver && <Button onClick={() => onOpen({ kind: 'close' })}>{t('campaigns.close')}</Button>}
      {isOfficer && (
        <Link to="/editions/$editionId/late-units" params={{ editionId }} className="secondary">
          {t('lateUnits.title')}
        </Link>
      )}
      {one.rollAsOf !== null && (
        <Link to="/editions/$editionId/roll" params={{ editionId }} className="secondary">
          {t('roll.title')}
        </Link>
      )}
      <Link to="/editions/$editionId/proposals" params={{ editionId }} className="secondary">
        {t('proposals.title')}
      </Link>
      <details className="more-acts">
        <summary>{t('acts.more')}</summary>
        <div>
          <Button onClick={() => onOpen({ kind: 'abandon' })}>{t('campaigns.abandon')}</Button>
        </div>
      </details>
    </section>
  );
};

/** The way to putting something forward, for who holds the role that the template leaves it to. */
const ToNominate = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const { data } = useQuery(me);
  const isTheirs = data?.grants.some(({ role }) => role === puttingForward(one)) ?? false;
  if ((one.intake !== 'nominate' && !standsForVote(one)) || !isTheirs) return null;
  return (
    <p>
      <Link to="/editions/$editionId/nominate" params={{ editionId: one.editionId }} className="primary">
        {t(standsForVote(one) ? 'nominating.candidates' : 'nominating.title')}
      </Link>
    </p>
  );
};

/** The way to what nominators make known before they declare, where the template asks for it. */
const ToOwnNotices = ({ one: { ownNotice, editionId } }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  if (ownNotice === null) return null;
  return (
    <p>
      <Link to="/editions/$editionId/own-notices" params={{ editionId }}>
        {t('ownNotices.title')}
      </Link>
    </p>
  );
};

const Whole = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const { editionId, state } = one;
  const { told } = page.useSearch();
  const navigate = useNavigate({ from: '/editions/$editionId' });
  const roles = useRoles(one);
  const [opened, setOpened] = useState<Opened>();
  const isOfficer = roles.has('committee-officer');
  const mayPropose = isOfficer || roles.has('discipline-inspector');
  const isOpen = state === 'open';
  const stageActs = (stage: Stage) => {
    if (stage.progress !== 'closed')
      return isOfficer && isOpen ? (
        <Button onClick={() => setOpened({ kind: 'reschedule', stage })}>{t('campaigns.reschedule')}</Button>
      ) : null;
    if (!mayReopen(one.stages, stage)) return null;
    const kind = touchesScores(stage) ? 'proposeReopen' : 'reopen';
    return <Button onClick={() => setOpened({ kind, stage })}>{t(`campaigns.${kind}`)}</Button>;
  };
  return (
    <Page
      title={either(one.titleZh, one.titleEn)}
      lead={t('campaigns.lead', { committee: nameIn(one.committeeName) ?? '', year: one.year })}
      actions={<Link to="/editions">{t('campaigns.toList')}</Link>}
    >
      {!isOpen && (
        <p className="note">
          <Mark tone={state === 'closed' ? 'good' : 'bad'}>{t(`campaigns.editionState.${state}`)}</Mark>
        </p>
      )}
      {mayPropose && isOpen && <Acts one={one} isOfficer={isOfficer} onOpen={setOpened} />}
      {isOpen && <ToNominate one={one} />}
      <ToOwnNotices one={one} />
      {isOfficer && !isOpen && (
        <p>
          <Link to="/editions/$editionId/next" params={{ editionId }} className="primary">
            {t('campaigns.openNext')}
          </Link>
        </p>
      )}
      <section className="part" aria-labelledby="time-line">
        <h2 id="time-line">{t('campaigns.timeLine')}</h2>
        <TimeLine stages={one.stages} actsOf={mayPropose && state !== 'abandoned' ? stageActs : undefined} />
      </section>
      {isOfficer && isOpen && one.intake === 'register' && <CodesPart editionId={editionId} />}
      <UnitRounds editionId={editionId} />
      <Numbers one={one} />
      <LateList one={one} isOfficer={isOfficer && isOpen} isShort />
      <EditionTold
        editionId={editionId}
        told={told ?? 'history'}
        onTold={(next) =>
          void navigate({
            search: (before) => ({ ...before, told: next === 'history' ? undefined : next }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {opened !== undefined && <OpenedDialog opened={opened} one={one} onClose={() => setOpened(undefined)} />}
    </Page>
  );
};

/** One campaign of one year: its line with today, where its projects stand, who may be late, what was changed. */
export const EditionPage = () => {
  const { editionId } = page.useParams();
  return <Answered query={useQuery(edition(editionId))}>{(one) => <Whole one={one} />}</Answered>;
};
