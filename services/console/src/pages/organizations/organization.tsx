import '../../look/people.css';
import '../../look/planning.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { organization, organizationHistory } from '../../api/questions/organizations.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Day } from '../../components/day.tsx';
import { HistoryPart } from '../../components/history-part.tsx';
import { Mark } from '../../components/mark.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { findsPeople, seesRoles } from '../people/person-acts.ts';
import { BelowPart } from './below-part.tsx';
import { ClassifyDialog, FoundDialog, MoveDialog, RenameDialog } from './change-dialogs.tsx';
import { DayPart } from './day-part.tsx';
import { DissolveDialog } from './dissolve-dialog.tsx';
import { OfficersPart } from './officers-part.tsx';
import { actsOver, type Organization, type OrganizationAct } from './organization-acts.ts';
import { Place } from './place.tsx';
import { RestorationPart } from './restoration-part.tsx';

type Me = Schemas['GetV1MeAnswer'];
const page = getRouteApi('/organizations/$organizationId');

const Facts = ({ one }: Readonly<{ one: Organization }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" aria-labelledby="facts">
      <h2 id="facts">{t('organization.facts')}</h2>
      <dl className="facts">
        <dt>{t('organizations.kind')}</dt>
        <dd>{t(`organizations.kinds.${one.kind}`)}</dd>
        <dt>{t('organizations.state')}</dt>
        <dd>
          <Mark tone={one.condition === 'live' ? 'good' : 'bad'}>{t(`organizations.condition.${one.condition}`)}</Mark>
          {one.classified && (
            <>
              {' '}
              <Mark tone="waiting">{t('organization.classified')}</Mark>
            </>
          )}
        </dd>
        {one.code !== '' && (
          <>
            <dt>{t('organizations.code')}</dt>
            <dd>{one.code}</dd>
          </>
        )}
        <dt>{t('organizations.founded')}</dt>
        <dd>
          <Day day={one.foundedOn} />
        </dd>
        {one.endedOn !== null && (
          <>
            <dt>{t('organization.endedOn')}</dt>
            <dd>
              <Day day={one.endedOn} />
              {one.endedKind !== null && ` ${t(`organization.ended.${one.endedKind}`)}`}
            </dd>
          </>
        )}
        {one.successorIds.length > 0 && (
          <>
            <dt>{t('organization.successors')}</dt>
            <dd>
              {one.successorIds.map((organizationId, index) => (
                <span key={organizationId}>
                  {index > 0 && comma()}
                  <Link to="/organizations/$organizationId" params={{ organizationId }}>
                    {nameIn(one.successorNames[index]) ?? t('none')}
                  </Link>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};

type Asked = 'found' | 'rename' | 'move' | 'classify' | 'dissolve';

const Acts = ({
  one,
  acts,
  ask,
}: Readonly<{ one: Organization; acts: ReadonlySet<OrganizationAct>; ask: (asked: Asked) => void }>) => {
  const { t } = useTranslation();
  const shown = (['rename', 'move', 'classify', 'dissolve'] as const).filter((act) => acts.has(act));
  if (shown.length === 0) return null;
  return (
    <section className="part" aria-labelledby="acts">
      <h2 id="acts">{t('organization.acts')}</h2>
      <div className="row">
        {shown.map((act) => (
          <Button key={act} danger={act === 'dissolve'} onClick={() => ask(act)}>
            {t(`organization.${act === 'classify' && one.classified ? 'declassify' : act}`)}…
          </Button>
        ))}
      </div>
    </section>
  );
};

const Dialogs = ({
  one,
  asked,
  onClose,
}: Readonly<{ one: Organization; asked: Asked | undefined; onClose: () => void }>) => {
  switch (asked) {
    case 'found':
      return <FoundDialog one={one} onClose={onClose} />;
    case 'rename':
      return <RenameDialog one={one} onClose={onClose} />;
    case 'move':
      return <MoveDialog one={one} onClose={onClose} />;
    case 'classify':
      return <ClassifyDialog one={one} onClose={onClose} />;
    case 'dissolve':
      return <DissolveDialog one={one} onClose={onClose} />;
    case undefined:
      return null;
  }
};

const History = ({ organizationId }: Readonly<{ organizationId: string }>) => {
  const { t } = useTranslation();
  return (
    <HistoryPart title={t('organization.history')} query={useInfiniteQuery(organizationHistory(organizationId))} />
  );
};

const Shown = ({ one, who }: Readonly<{ one: Organization; who: Me }>) => {
  const { t } = useTranslation();
  const { on } = page.useSearch();
  const navigate = useNavigate({ from: '/organizations/$organizationId' });
  const [asked, setAsked] = useState<Asked>();
  const acts = actsOver(one, who.grants);
  const scope = who.grants.find((grant) => findsPeople([grant]))?.organizationId ?? who.organizationId;
  return (
    <Page
      title={either(one.nameZh, one.nameEn)}
      actions={
        seesRoles(who.grants) && (
          <Link to="/people" search={{ under: one.organizationId }}>
            {t('organization.toRoles')}
          </Link>
        )
      }
    >
      <Place one={one} />
      <Facts one={one} />
      <OfficersPart one={one} mayAppoint={acts.has('appoint')} scope={scope} />
      <BelowPart one={one} onFound={acts.has('found') ? () => setAsked('found') : undefined} />
      <Acts one={one} acts={acts} ask={setAsked} />
      {acts.has('restore') && <RestorationPart one={one} mine={who.personId} />}
      <DayPart
        organizationId={one.organizationId}
        on={on}
        onDay={(day) => void navigate({ search: { on: day }, replace: true, resetScroll: false })}
      />
      <History organizationId={one.organizationId} />
      <Dialogs one={one} asked={asked} onClose={() => setAsked(undefined)} />
    </Page>
  );
};

/** One organization: its place, who is in office, what stands below, what happened, and what may be done. Four calls. */
export const OrganizationPage = () => {
  const { organizationId } = page.useParams();
  const who = useQuery(me);
  const query = useQuery(organization(organizationId));
  return (
    <Answered query={who}>
      {(person) => (
        <Answered query={query}>
          {(one) => person !== null && <Shown key={organizationId} one={one} who={person} />}
        </Answered>
      )}
    </Answered>
  );
};
