import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { CloseDialog, PutOffDialog } from './stage-dialogs.tsx';
import { type Contest, type ContestEntry, CONTEST_TOUCHES, type DeskEntry, entryIn, titleOf } from './shared.ts';

type OfEntry = Readonly<{ roundId: string; entryId: string }>;

const POSTS = {
  call: async (path: OfEntry, key: string) =>
    answerOf(api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/call', { params: { path, header: under(key) } })),
  close: async (path: OfEntry, key: string) =>
    answerOf(
      api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/close', {
        ...{ params: { path, header: under(key) }, body: {} },
      }),
    ),
  show: async (path: OfEntry, key: string) =>
    answerOf(api.POST('/v1/rounds/{roundId}/contest/entries/{entryId}/show', { params: { path, header: under(key) } })),
} as const;

const DONE = { call: 'contest.called', close: 'contest.closed', show: 'contest.shownDone' } as const;

/** An order that needs nothing but its button. */
export const useContestOrder = (what: keyof typeof POSTS) => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder({
    send: async (path: OfEntry, key) => POSTS[what](path, key),
    touches: CONTEST_TOUCHES,
    onDone: () => tell(t(DONE[what])),
  });
};

const OnStage = ({
  roundId,
  entry,
  seats,
}: Readonly<{ roundId: string; entry: ContestEntry; seats: DeskEntry['seats'] }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'close' | 'put-off'>();
  const close = useContestOrder('close');
  const awaited = seats.filter(({ handedIn }) => !handedIn);
  const { marksIn, marksWanted, entryId } = entry;
  const end = (): void => (awaited.length > 0 ? setAsked('close') : close.mutate({ roundId, entryId }));
  return (
    <>
      <p className="stage-title">{titleOf(entry)}</p>
      <p className="quiet">{nameIn(entry.homeName)}</p>
      <p role="status">
        <strong>{t('contest.marksIn', { given: marksIn, wanted: marksWanted })}</strong>{' '}
        <progress value={marksIn} max={Math.max(marksWanted, 1)} aria-label={t('contest.marks')} />
      </p>
      {awaited.length > 0 && (
        <p>
          {t('contest.awaited')} {awaited.map(({ personName }) => nameIn(personName)).join(' ')}
        </p>
      )}
      {close.isError && <ProblemNotice error={close.error} />}
      <p className="row">
        <Button type="primary" loading={close.isPending} onClick={end}>
          {t('contest.close')}
        </Button>
        <Button onClick={() => setAsked('put-off')}>{t('contest.putOff')}</Button>
      </p>
      {asked === 'close' && (
        <CloseDialog roundId={roundId} entry={entry} seats={seats} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'put-off' && <PutOffDialog roundId={roundId} entry={entry} onClose={() => setAsked(undefined)} />}
    </>
  );
};

const Next = ({ roundId, entry, isFree }: Readonly<{ roundId: string; entry: ContestEntry; isFree: boolean }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const call = useContestOrder('call');
  return (
    <>
      <p>
        {t('contest.next')} <strong>{titleOf(entry)}</strong>
      </p>
      {call.isError && <ProblemNotice error={call.error} />}
      <p className="row">
        <Button
          type={isFree ? 'primary' : 'default'}
          disabled={!isFree}
          loading={call.isPending}
          onClick={() => call.mutate({ roundId, entryId: entry.entryId })}
        >
          {t('contest.call')}
        </Button>
        <Button onClick={() => setAsked(true)}>
          {t('contest.putOff')}
          <span className="unseen"> {titleOf(entry)}</span>
        </Button>
      </p>
      {isAsked && <PutOffDialog roundId={roundId} entry={entry} onClose={() => setAsked(false)} />}
    </>
  );
};

/** Who is on the stage, whose marks are in, and who is next. */
export const StagePart = ({ contest, called }: Readonly<{ contest: Contest; called: readonly DeskEntry[] }>) => {
  const { t } = useTranslation();
  const { roundId, onStage, next, byLot, draws } = contest;
  const there = entryIn(contest, onStage);
  const following = entryIn(contest, next);
  const isReady = !byLot || draws.length > 0;
  return (
    <section className="part stage" aria-labelledby="stage">
      <h2 id="stage">{t('contest.onStage')}</h2>
      {there === undefined ? (
        <p className="quiet">{t('contest.nobody')}</p>
      ) : (
        <OnStage
          key={there.entryId}
          roundId={roundId}
          entry={there}
          seats={called.find(({ entryId }) => entryId === there.entryId)?.seats ?? []}
        />
      )}
      {isReady && following !== undefined && (
        <Next key={following.entryId} roundId={roundId} entry={following} isFree={there === undefined} />
      )}
      {following === undefined && there === undefined && <p>{t('contest.allDone')}</p>}
    </section>
  );
};
