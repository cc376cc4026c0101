import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { contest as contestOf, myTurn } from '../../api/questions/contest.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import '../../look/contest.css';
import { MarkForm } from './mark-form.tsx';
import type { Contest } from './shared.ts';

const page = getRouteApi('/rounds/$roundId/marking');

type Turn = Schemas['MyTurn'];

/** An evaluator waits with the hall: for somebody to be called, or for the next one. */
const Turn = ({ contest, turn }: Readonly<{ contest: Contest; turn: Turn }>) => {
  const { t } = useTranslation();
  const { roundId, standing } = contest;
  const { entryId, hindrance, recused, handedIn, handedInAt, hash } = turn;
  const title = nameIn(turn.entryName) ?? '';
  if (standing !== 'open') return <EmptyNotice title={t('contest.marking')}>{t('contest.notOpen')}</EmptyNotice>;
  if (entryId === null) return <EmptyNotice title={t('contest.marking')}>{t('contest.waitCall')}</EmptyNotice>;
  if (handedIn)
    return (
      <section className="part turn" role="status">
        <h2>{title}</h2>
        <p>{t('contest.handedIn', { entry: title })}</p>
        <p className="quiet">
          {handedInAt !== null && sayMoment(handedInAt)} {t('contest.handedInHash')}{' '}
          <span className="hash">{hash}</span>
        </p>
      </section>
    );
  if (recused !== null) return <EmptyNotice title={title}>{t('contest.recused')}</EmptyNotice>;
  if (hindrance !== null) return <EmptyNotice title={title}>{t(`sheet.hindrance.${hindrance}`)}</EmptyNotice>;
  return <MarkForm key={entryId} roundId={roundId} entryId={entryId} title={title} marks={turn.marks} />;
};

/** One's own marks of whoever is on the stage, on a phone or a tablet. Two calls. */
export const Marking = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const turn = useQuery(myTurn(roundId));
  return (
    <Answered query={useQuery(contestOf(roundId))}>
      {(contest) => (
        <Page title={t('contest.marking')} lead={either(contest.titleZh, contest.titleEn)}>
          <Answered query={turn}>{(mine) => <Turn contest={contest} turn={mine} />}</Answered>
        </Page>
      )}
    </Answered>
  );
};
