import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { meetings } from '../../api/questions/meetings.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { colon, comma, nameIn } from '../../components/names.ts';
import { type Meeting, MeetingDialog, type RecordedAs } from './meeting-dialog.tsx';
import { AttestDialog, RefuteDialog, WithdrawDialog } from './meeting-settle.tsx';
import type { Grants } from './round-frame.tsx';
import { leads, runsRounds } from './may-do.ts';

type Recorded = Schemas['MeetingRecord'];
type Asked =
  | Readonly<{ act: 'record'; kind: RecordedAs }>
  | Readonly<{ act: 'attest' | 'refute'; recordId: string }>
  | Readonly<{ act: 'withdraw' }>;

/** What keeps a leader from attesting, where that is his own to know. */
const SAID = ['OWN_RECORD', 'NOT_AT_MEETING'] as const;

const RecordTold = ({ record }: Readonly<{ record: Recorded }>) => {
  const { t } = useTranslation();
  const { kind, heldOn, late, chairName, present, attendance, place, why, recordedByName, recordedAt } = record;
  return (
    <>
      {heldOn === null ? (
        <p>{t('meetings.saidNone')}</p>
      ) : (
        <>
          <p>
            <strong>{sayDay(heldOn)}</strong> {place} {late && <Mark tone="waiting">{t('meetings.late')}</Mark>}
          </p>
          <p>
            {t('meetings.chair')}
            {colon()}
            {nameIn(chairName) ?? t('none')} · {t('meetings.presentTold')}
            {colon()}
            {present.map(({ personName }) => nameIn(personName) ?? t('none')).join(comma())}
          </p>
          <p>{t('meetings.attendanceTold', { count: attendance })}</p>
        </>
      )}
      {kind !== 'held' && why !== null && (
        <p className="prose">
          {t(`meetings.kind.${kind}`)}
          {colon()}
          {why}
        </p>
      )}
      <p className="quiet">
        {t('meetings.recordedBy', { name: nameIn(recordedByName) ?? t('none'), at: sayMoment(recordedAt) })}
        {record.attestedBy !== null &&
          ` · ${t('meetings.attestedBy', { name: nameIn(record.attestedByName) ?? t('none') })}`}
      </p>
    </>
  );
};

/** Who may do what with what waits: a leader who was there attests it, a leader or the office refutes it. */
const Waiting = ({
  record,
  grants,
  onAsk,
}: Readonly<{ record: Recorded; grants: Grants; onAsk: (asked: Asked) => void }>) => {
  const { t } = useTranslation();
  const { recordId, hindrance } = record;
  const kept = SAID.find((reason) => reason === hindrance);
  return (
    <div className="note">
      <p>
        <Mark tone="waiting">{t('meetings.waits')}</Mark>
      </p>
      <RecordTold record={record} />
      {kept !== undefined && leads(grants) && <p className="quiet">{t(`meetings.kept.${kept}`)}</p>}
      <p className="row">
        {hindrance === null && (
          <Button type="primary" onClick={() => onAsk({ act: 'attest', recordId })}>
            {t('meetings.attest')}
          </Button>
        )}
        {(leads(grants) || runsRounds(grants)) && (
          <Button onClick={() => onAsk({ act: 'refute', recordId })}>{t('meetings.refute')}</Button>
        )}
      </p>
    </div>
  );
};

const OneMeeting = ({ roundId, meeting, grants }: Readonly<{ roundId: string; meeting: Meeting; grants: Grants }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const { stageId, first, last, stands, waits, hindrance, polls } = meeting;
  const close = () => setAsked(undefined);
  return (
    <>
      {first !== null && last !== null && (
        <p className="quiet">{t('meetings.days', { first: sayDay(first), last: sayDay(last) })}</p>
      )}
      {stands === null ? (
        <p>{t(polls.length > 0 ? 'meetings.noneGates' : 'meetings.none')}</p>
      ) : (
        <RecordTold record={stands} />
      )}
      {waits !== null && <Waiting record={waits} grants={grants} onAsk={setAsked} />}
      {hindrance === null && (
        <p className="row">
          {stands === null ? (
            <Button type="primary" onClick={() => setAsked({ act: 'record', kind: 'held' })}>
              {t('meetings.act.held')}
            </Button>
          ) : (
            <>
              <Button onClick={() => setAsked({ act: 'record', kind: 'correction' })}>
                {t('meetings.act.correction')}
              </Button>
              <Button onClick={() => setAsked({ act: 'record', kind: 'again' })}>{t('meetings.act.again')}</Button>
              <Button onClick={() => setAsked({ act: 'withdraw' })}>{t('meetings.withdraw')}</Button>
            </>
          )}
        </p>
      )}
      {asked?.act === 'record' && (
        <MeetingDialog roundId={roundId} meeting={meeting} kind={asked.kind} onClose={close} />
      )}
      {asked?.act === 'attest' && <AttestDialog {...{ roundId, stageId, recordId: asked.recordId }} onClose={close} />}
      {asked?.act === 'refute' && <RefuteDialog {...{ roundId, stageId, recordId: asked.recordId }} onClose={close} />}
      {asked?.act === 'withdraw' && <WithdrawDialog {...{ roundId, stageId }} onClose={close} />}
    </>
  );
};

/** Meetings of the calendar: written down by the office, attested by a leader who was there, put right by two persons. */
export const MeetingsPart = ({ roundId, grants }: Readonly<{ roundId: string; grants: Grants }>) => {
  const { t } = useTranslation();
  const query = useQuery(meetings(roundId));
  return (
    <section className="part" aria-labelledby="meetings">
      <h2 id="meetings">{t('meetings.title')}</h2>
      <p className="quiet">{t('meetings.lead')}</p>
      <Answered query={query}>
        {({ items }) => items.map((meeting) => <OneMeeting key={meeting.stageId} {...{ roundId, meeting, grants }} />)}
      </Answered>
    </section>
  );
};
