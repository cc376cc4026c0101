import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { honour } from '../../api/questions/honours.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { HONOUR_TONES } from '../public/honours.tsx';
import { isSecond, runsRounds } from '../rounds/may-do.ts';
import { HonourCare } from './honour-care.tsx';
import { CarryOutHonourAct, ProposeHonourAct, RejectHonourAct } from './honour-orders.tsx';

type Told = Schemas['GetV1HonoursByHonourIdAnswer'];
type Who = Readonly<{ grants: readonly Schemas['Grant'][]; personId: string }>;
type Proposal = Told['proposals'][number];

const page = getRouteApi('/honours/$honourId');

const Facts = ({ told }: Readonly<{ told: Told }>) => {
  const { t } = useTranslation();
  const { honour: one, certificateNumber } = told;
  return (
    <section className="part" aria-labelledby="facts">
      <h2 id="facts">{t('project.facts')}</h2>
      <dl className="facts">
        <dt>{t('honours.standing')}</dt>
        <dd>
          <Mark tone={HONOUR_TONES[one.standing]}>{t(`honours.standings.${one.standing}`)}</Mark>
          {one.withdrawnOn !== null && ` ${sayDay(one.withdrawnOn)}`}
        </dd>
        <dt>{t('honours.grade')}</dt>
        <dd>{either(one.gradeZh, one.gradeEn)}</dd>
        <dt>{t('honours.unit')}</dt>
        <dd>{either(one.organizationZh, one.organizationEn)}</dd>
        <dt>{t('honours.grantedBy')}</dt>
        <dd>{either(one.grantedByZh, one.grantedByEn)}</dd>
        <dt>{t('honours.document')}</dt>
        <dd>{one.documentNumber}</dd>
        <dt>{t('certificates.grantedOn')}</dt>
        <dd>{sayDay(one.grantedAt)}</dd>
        {one.until !== null && (
          <>
            <dt>{t('certificates.until')}</dt>
            <dd>{sayDay(one.until)}</dd>
          </>
        )}
        <dt>{t('certificates.number')}</dt>
        <dd>
          <code>{certificateNumber}</code>{' '}
          <Link to="/public/certificates" search={{ number: certificateNumber }}>
            {t('awarded.verify')}
          </Link>
        </dd>
      </dl>
    </section>
  );
};

const Open = ({ honourId, proposal, who }: Readonly<{ honourId: string; proposal: Proposal; who: Who }>) => {
  const { t } = useTranslation();
  const { proposalId, act, reason, effectiveOn, proposedBy, proposedByName, role, proposedAt, why } = proposal;
  const [asked, setAsked] = useState<'carry-out' | 'reject'>();
  const close = (): void => setAsked(undefined);
  const isOwn = proposedBy === who.personId;
  const mayCarryOut = !isOwn && who.grants.some((one) => isSecond([one]) && one.role !== role);
  return (
    <div className="note">
      <p>
        <strong>{t(`awarded.act.${act}`)}</strong> {t(`awarded.reason.${reason}`)}{' '}
        {t('awarded.from', { date: sayDay(effectiveOn) })}
      </p>
      <p className="prose">{why}</p>
      <p className="quiet">
        {t('rounds.proposals.by', { name: nameIn(proposedByName) ?? '', role: t(`role.${role}`) })}{' '}
        {sayMoment(proposedAt)}
      </p>
      {!mayCarryOut && <p className="quiet">{t('rounds.proposals.secondNext')}</p>}
      <p className="row">
        {mayCarryOut && (
          <Button type="primary" onClick={() => setAsked('carry-out')}>
            {t('rounds.proposals.carryOut')}
          </Button>
        )}
        <Button onClick={() => setAsked('reject')}>
          {t(isOwn ? 'rounds.proposals.takeBack' : 'rounds.proposals.reject')}
        </Button>
      </p>
      {asked === 'carry-out' && (
        <CarryOutHonourAct honourId={honourId} proposalId={proposalId} act={act} onClose={close} />
      )}
      {asked === 'reject' && <RejectHonourAct honourId={honourId} proposalId={proposalId} onClose={close} />}
    </div>
  );
};

const Withdrawing = ({ told, who }: Readonly<{ told: Told; who: Who }>) => {
  const { t } = useTranslation();
  const { honourId, state } = told.honour;
  const [asks, setAsks] = useState(false);
  const act = state === 'granted' ? 'WithdrawHonour' : 'RestoreHonour';
  const mayPropose = isSecond(who.grants) || runsRounds(who.grants);
  return (
    <section className="part" aria-labelledby="withdrawing">
      <h2 id="withdrawing">{t('awarded.withdrawing')}</h2>
      {told.proposals.map((proposal) => (
        <Open key={proposal.proposalId} honourId={honourId} proposal={proposal} who={who} />
      ))}
      {told.proposals.length === 0 && (
        <>
          <p className="quiet">{t(`awarded.actLead.${act}`)}</p>
          {mayPropose && <Button onClick={() => setAsks(true)}>{t(`awarded.propose.${act}`)}</Button>}
        </>
      )}
      {asks && <ProposeHonourAct honourId={honourId} act={act} onClose={() => setAsks(false)} />}
    </section>
  );
};

/** One honour: whether it stands, its certificate, and what becomes of it. Two calls. */
export const OneHonour = () => {
  const { t } = useTranslation();
  const { honourId } = page.useParams();
  const person = useQuery(me);
  const asked = useQuery(honour(honourId));
  return (
    <Answered query={asked}>
      {(told) => (
        <Answered query={person}>
          {(who) =>
            who !== null && (
              <Page
                title={
                  told.honour.title === ''
                    ? either(told.honour.organizationZh, told.honour.organizationEn)
                    : told.honour.title
                }
                lead={either(told.honour.gradeZh, told.honour.gradeEn)}
                actions={<Link to="/honours">{t('awarded.toList')}</Link>}
              >
                <Facts told={told} />
                <Withdrawing told={told} who={who} />
                <HonourCare told={told} mayCare={runsRounds(who.grants)} />
              </Page>
            )
          }
        </Answered>
      )}
    </Answered>
  );
};
