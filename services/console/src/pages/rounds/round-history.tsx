import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { roundHistory } from '../../api/questions/rounds.ts';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { either, nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';

const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu;

/** Sentences of the log tell moments as the log does. */
const inWords = (sentence: string): string => sentence.replaceAll(INSTANT, (instant) => sayDeadline(instant));

/** What became of the round, the oldest first; no mark, and nobody who sits in it. */
export const RoundHistory = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(roundHistory(roundId));
  return (
    <Part id="history" title={t('project.history')} query={query}>
      {({ pages }) => (
        <>
          <ol className="steps">
            {pages
              .flatMap(({ items }) => items)
              .map(({ eventId, zh, en, occurredAt, actorName, actorRole, why }) => (
                <li key={eventId}>
                  {inWords(either(zh, en))}
                  <br />
                  <span className="quiet">
                    {sayMoment(occurredAt)} {nameIn(actorName) ?? ''}
                    {actorRole !== null && ` ${t(`role.${actorRole}`)}`}
                  </span>
                  {why !== null && <p className="prose">{why}</p>}
                </li>
              ))}
          </ol>
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('rounds.moreHistory')}
            </Button>
          )}
        </>
      )}
    </Part>
  );
};
