import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../../api/questions/own.ts';
import { ownNotice } from '../../api/questions/own-notices.ts';
import { Answered } from '../../components/answered.tsx';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { AnswerDialog, ReopenDialog, StopDialog, TakeDialog } from './act-dialogs.tsx';
import { type OwnNotice as Notice, type OwnObjection, STATE_TONES } from './shared.ts';
import '../../look/checklists.css';
import '../../look/rounds.css';

const page = getRouteApi('/own-notices/$ownNoticeId');

/** As which the reader acts here: the nominator answers, the office sends an answer back. */
type Acting = Readonly<{ isOwn: boolean; isOffice: boolean }>;

const Objection = ({
  ownNoticeId,
  objection,
  isOwn,
  isOffice,
}: Acting & Readonly<{ ownNoticeId: string; objection: OwnObjection }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { outcome, objectorName, madeOn, toldTo, statement, answer, why } = objection;
  const Dialog = outcome === null ? AnswerDialog : ReopenDialog;
  const acts = outcome === null ? isOwn : isOffice;
  return (
    <li className="finding">
      <p>
        <strong>{objectorName}</strong>{' '}
        <Mark tone={outcome === null ? 'waiting' : outcome === 'upheld' ? 'bad' : 'good'}>
          {outcome === null ? t('ownNotices.waiting') : t(`ownNotices.outcomes.${outcome}`)}
        </Mark>
      </p>
      <p className="quiet">
        {sayDay(madeOn)} · {t(`ownNotices.toldTo.${toldTo}`)}
      </p>
      <p className="prose">{statement}</p>
      {answer !== '' && (
        <blockquote>
          <p className="quiet">{t('ownNotices.said')}</p>
          <p className="prose">{answer}</p>
        </blockquote>
      )}
      {why !== '' && (
        <blockquote>
          <p className="quiet">{t('ownNotices.sentBack')}</p>
          <p className="prose">{why}</p>
        </blockquote>
      )}
      {acts && (
        <p className="row">
          <Button type={outcome === null ? 'primary' : 'default'} onClick={() => setOpen(true)}>
            {t(outcome === null ? 'ownNotices.answer' : 'ownNotices.reopen')}
          </Button>
        </p>
      )}
      {isOpen && <Dialog {...{ ownNoticeId, objection }} onClose={() => setOpen(false)} />}
    </li>
  );
};

const Acts = ({ notice, isOwn, isOffice }: Acting & Readonly<{ notice: Notice }>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'take' | 'stop'>();
  const close = () => setOpen(undefined);
  if (notice.state === 'stopped' || !(isOwn || isOffice)) return null;
  return (
    <>
      <p className="row">
        <Button onClick={() => setOpen('take')}>{t('ownNotices.take')}</Button>
        {isOwn && <Button onClick={() => setOpen('stop')}>{t('ownNotices.stop')}</Button>}
      </p>
      {open === 'take' && <TakeDialog notice={notice} onClose={close} />}
      {open === 'stop' && <StopDialog ownNoticeId={notice.ownNoticeId} onClose={close} />}
    </>
  );
};

/** One notice of a nominator with who objects, and what was answered. */
export const OwnNotice = () => {
  const { t } = useTranslation();
  const { ownNoticeId } = page.useParams();
  const grants = useQuery(me).data?.grants ?? [];
  return (
    <Answered query={useQuery(ownNotice(ownNoticeId))}>
      {({ notice, objections }) => {
        const { editionId, nominatorId, nominatorName, title, state, noticeFrom, noticeUntil } = notice;
        const isOwn = grants.some(
          ({ role, organizationId }) => role === 'unit-officer' && organizationId === nominatorId,
        );
        const isOffice = grants.some(({ role }) => role === 'committee-officer');
        return (
          <Page
            title={title}
            lead={nameIn(nominatorName)}
            actions={
              <Link to="/editions/$editionId/own-notices" params={{ editionId }}>
                {t('ownNotices.toAll')}
              </Link>
            }
          >
            <p className="standing-line">
              <Mark tone={STATE_TONES[state]}>{t(`ownNotices.states.${state}`)}</Mark>
              <span>{`${sayDay(noticeFrom)} – ${sayDay(lastDayOf(noticeUntil))}`}</span>
            </p>
            <p className="quiet">{t(isOwn ? 'ownNotices.ownHint' : 'ownNotices.officeHint')}</p>
            <Acts {...{ notice, isOwn, isOffice }} />
            <h2>{t('ownNotices.objections')}</h2>
            {objections.length === 0 ? (
              <p>{t('ownNotices.noObjections')}</p>
            ) : (
              <ul className="check-rows">
                {objections.map((objection) => (
                  <Objection key={objection.objectionId} {...{ ownNoticeId, objection, isOwn, isOffice }} />
                ))}
              </ul>
            )}
          </Page>
        );
      }}
    </Answered>
  );
};
