import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { talks } from '../../api/questions/talks.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ConfirmDialog, EndDialog, RecordDialog, type Talk } from './talk-dialogs.tsx';
import '../../look/checklists.css';

const page = getRouteApi('/rounds/$roundId/talks');

type Asked = 'record' | 'confirm' | 'refute' | 'withdraw';

const Standing = ({ talk: { stands, ended, isBehind } }: Readonly<{ talk: Talk }>) => {
  const { t } = useTranslation();
  if (stands === null)
    return (
      <>
        <p>
          <Mark tone="waiting">{t(isBehind ? 'talks.behind' : 'talks.awaited')}</Mark>
        </p>
        {ended !== null && (
          <p className="quiet">
            {t(`talks.how.${ended.how}`, { name: nameIn(ended.byName) ?? t('none'), at: sayMoment(ended.at) })}
            {ended.why !== null && ` · ${ended.why}`}
          </p>
        )}
      </>
    );
  const { heldOn, heldByName, recordedAt, late, confirmedBy, confirmedByName, why } = stands;
  return (
    <>
      <p>
        <strong>{sayDay(heldOn)}</strong>{' '}
        <Mark tone={confirmedBy === null ? 'waiting' : 'good'}>
          {t(confirmedBy === null ? 'talks.unconfirmed' : 'talks.isConfirmed')}
        </Mark>{' '}
        {late && <Mark tone="waiting">{t('talks.late')}</Mark>}
      </p>
      {why !== null && <p className="prose">{`${t('talks.corrected')} · ${why}`}</p>}
      <p className="quiet">
        {t('talks.heldBy', { name: nameIn(heldByName) ?? t('none'), at: sayMoment(recordedAt) })}
        {confirmedBy !== null && ` · ${t('talks.confirmedBy', { name: nameIn(confirmedByName) ?? t('none') })}`}
      </p>
    </>
  );
};

const OneTalk = ({ roundId, talk }: Readonly<{ roundId: string; talk: Talk }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const { title, ruleName, dueOn, stands, mayHold, mayConfirm } = talk;
  const of = { roundId, talk, onClose: () => setAsked(undefined) };
  const recordId = stands?.recordId ?? '';
  return (
    <li>
      <h2>{`${title} · ${nameIn(ruleName) ?? ''}`}</h2>
      {dueOn !== null && <p className="quiet">{t('talks.until', { day: sayDay(dueOn) })}</p>}
      <Standing talk={talk} />
      <p className="row">
        {mayConfirm && (
          <>
            <Button type="primary" onClick={() => setAsked('confirm')}>
              {t('talks.confirm')}
            </Button>
            <Button onClick={() => setAsked('refute')}>{t('talks.refute')}</Button>
          </>
        )}
        {mayHold && (
          <Button type={stands === null ? 'primary' : 'default'} onClick={() => setAsked('record')}>
            {t(stands === null ? 'talks.record' : 'talks.correct')}
          </Button>
        )}
        {mayHold && stands !== null && <Button onClick={() => setAsked('withdraw')}>{t('talks.withdraw')}</Button>}
      </p>
      {asked === 'record' && <RecordDialog {...of} />}
      {asked === 'confirm' && <ConfirmDialog {...of} recordId={recordId} />}
      {(asked === 'refute' || asked === 'withdraw') && <EndDialog {...of} recordId={recordId} how={asked} />}
    </li>
  );
};

/** The talks that a decision asks for: written down by whoever holds them, confirmed by whoever was talked with, on a phone too. One call. */
export const Talks = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  return (
    <Page title={t('talks.title')} lead={t('talks.lead')}>
      <Answered query={useQuery(talks(roundId))}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('talks.none')}</p>
          ) : (
            <ul className="check-rows">
              {items.map((talk) => (
                <OneTalk key={`${talk.entryId} ${talk.rule}`} {...{ roundId, talk }} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
};
