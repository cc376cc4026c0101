import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { bodyOn, whatIf } from '../../api/questions/results.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay } from '../../components/dates.ts';
import { DraftMark } from '../../components/draft-mark.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import {
  givenBy,
  type Lacking,
  lackingIn,
  type Minutes,
  NO_AWARD,
  NO_MINUTES,
  restoreMinutes,
  sentMinutes,
  type Would,
} from './minutes-draft.ts';
import { MinutesEdges } from './minutes-edges.tsx';
import { MinutesMeeting } from './minutes-meeting.tsx';
import { MinutesRanking, type Writing } from './minutes-ranking.tsx';
import { awardName, entryRules } from './rules.ts';

type Body = Schemas['GetV1RoundsByRoundIdBodyAnswer'];

const namesOf = ({ entries }: Would): ReadonlyMap<string, string> =>
  new Map(entries.map(({ entryId, entryName }) => [entryId, nameIn(entryName) ?? entryId]));

/** The minutes as they will stand. */
const Whole = ({ minutes, would, rules, body }: Omit<Writing, 'set'> & Readonly<{ body: Body }>) => {
  const { t } = useTranslation();
  const given = givenBy(minutes, would, rules);
  const names = namesOf(would);
  const present = body.members.filter(({ personId }) => minutes.present.includes(personId));
  return (
    <>
      <p>{t('rounds.minutes.checkLead')}</p>
      <dl className="facts">
        <dt>{t('rounds.minutes.number')}</dt>
        <dd>{minutes.minutesNumber}</dd>
        <dt>{t('rounds.minutes.day')}</dt>
        <dd>{sayDay(minutes.meetingOn)}</dd>
        <dt>{t('rounds.minutes.file')}</dt>
        <dd>{minutes.file?.name}</dd>
        <dt>{t('rounds.minutes.there', { count: present.length, all: body.members.length })}</dt>
        <dd>{present.map(({ personName }) => nameIn(personName) ?? '').join(comma())}</dd>
        {entryRules(rules).map((rule) => (
          <div key={rule.id} className="pair">
            <dt>{either(rule.zh, rule.en)}</dt>
            <dd>{t('rounds.minutes.count', { count: given.get(rule.id) ?? 0 })}</dd>
          </div>
        ))}
      </dl>
      {minutes.departures.length > 0 && (
        <>
          <h3>{t(would.isList ? 'rounds.minutes.ofList.reasons' : 'rounds.minutes.departures')}</h3>
          <ul className="plain">
            {minutes.departures.map(({ entryId, rule, reason }) => (
              <li key={entryId}>
                {names.get(entryId)} →{' '}
                {rule === NO_AWARD
                  ? t(would.isList ? 'rounds.minutes.ofList.none' : 'rounds.minutes.noAward')
                  : awardName(rules, rule)}
                <div className="quiet prose">{reason}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** The minutes once more: whoever was there attests exactly this. */
const Check = ({
  roundId,
  onClose,
  onDone,
  ...whole
}: Omit<Writing, 'set'> &
  Readonly<{ roundId: string; body: Body; onClose: () => void; onDone: () => Promise<void> }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { minutes, would, rules } = whole;
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/minutes', {
          params: { path: { roundId }, header: under(key) },
          body: sentMinutes(minutes, would, rules),
        }),
      ),
    touches: [['rounds'], ['honours'], ['work']],
    onDone: () => {
      tell(t('rounds.minutes.done'));
      void onDone();
    },
  });
  return (
    <OrderDialog
      title={t('rounds.minutes.checkTitle')}
      action={t('rounds.minutes.do')}
      order={order}
      onClose={onClose}
      lead={<Whole {...whole} />}
    />
  );
};

const Lacks = ({ lacking, isList }: Readonly<{ lacking: readonly Lacking[]; isList: boolean }>) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="problem" role="alert" ref={box} tabIndex={-1}>
      <h3>{t('rounds.minutes.lacking')}</h3>
      <ul>
        {lacking.map((word) => (
          <li key={word}>
            {t(isList && word === 'departure' ? 'rounds.minutes.ofList.lack' : `rounds.minutes.lack.${word}`)}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Written = ({
  roundId,
  body,
  isPart,
  onDone,
  ...writing
}: Writing & Readonly<{ roundId: string; body: Body; isPart: boolean; onDone: () => Promise<void> }>) => {
  const { t } = useTranslation();
  const { set, would, rules } = writing;
  const minutes: Minutes = {
    ...writing.minutes,
    meetingOn: writing.minutes.meetingOn === '' ? body.meetingOn : writing.minutes.meetingOn,
  };
  const [asked, setAsked] = useState<'lacking' | 'check'>();
  const lacking = lackingIn(minutes, would, rules);
  // Nobody is ranked: the body chooses among whoever was let in.
  const isChoice = !would.isList && would.entries.every(({ rankBefore }) => rankBefore === null);
  return (
    <>
      <h3>{t('rounds.minutes.meeting')}</h3>
      <MinutesMeeting minutes={minutes} set={set} body={body} names={namesOf(would)} isPart={isPart} />
      <h3>{t('rounds.minutes.awards')}</h3>
      {isChoice ? (
        <p className="quiet">{t('rounds.minutes.choiceLead')}</p>
      ) : (
        <>
          <p className="quiet">{t(would.isList ? 'rounds.minutes.ofList.lead' : 'rounds.minutes.awardsLead')}</p>
          <MinutesRanking {...writing} minutes={minutes} />
        </>
      )}
      <MinutesEdges {...writing} minutes={minutes} />
      {asked === 'lacking' && lacking.length > 0 && <Lacks lacking={lacking} isList={would.isList ?? false} />}
      <p className="row">
        <Button type="primary" onClick={() => setAsked(lacking.length > 0 ? 'lacking' : 'check')}>
          {t('rounds.minutes.check')}
        </Button>
      </p>
      {asked === 'check' && (
        <Check
          roundId={roundId}
          minutes={minutes}
          would={would}
          rules={rules}
          body={body}
          onClose={() => setAsked(undefined)}
          onDone={onDone}
        />
      )}
    </>
  );
};

type Asked = Readonly<{
  roundId: string;
  rules: Writing['rules'];
  /** Over a unit's part of a round. */ isPart?: boolean;
}>;

/** Minutes of the meeting that decides over a round: by what its rules give by the result. */
export const MinutesForm = (asked: Asked) => (
  <Answered query={useQuery(whatIf(asked.roundId, {}))}>{(told) => <MinutesOver {...asked} would={told} />}</Answered>
);

/** Minutes of the meeting that decides, kept as a draft while they are written. Two calls, and the draft's. */
export const MinutesOver = ({ roundId, rules, would, isPart = false }: Asked & Readonly<{ would: Would }>) => {
  const { t } = useTranslation();
  const draft = useDraft<Minutes>('decision', roundId, NO_MINUTES, restoreMinutes);
  const { meetingOn, superior } = draft.value;
  const body = useQuery({
    ...bodyOn(roundId, meetingOn === '' ? undefined : meetingOn, superior),
    placeholderData: (before) => before,
  });
  return (
    <section className="part" aria-labelledby="minutes">
      <h2 id="minutes">{t('rounds.minutes.title')}</h2>
      <p className="quiet">{t('rounds.minutes.lead')}</p>
      <DraftMark draft={draft} />
      {draft.state !== 'reading' && (
        <Answered query={body}>
          {(members) => (
            <Written
              roundId={roundId}
              rules={rules}
              would={would}
              body={members}
              isPart={isPart}
              minutes={draft.value}
              set={draft.set}
              onDone={draft.discard}
            />
          )}
        </Answered>
      )}
    </section>
  );
};
