import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { StandingMark } from '../../components/standing-mark.tsx';

type Line = Schemas['EntryLine'];

type Shown = Readonly<{
  line: Line;
  isOpen: boolean;
  isPicked: boolean;
  /** The queue holds several standings: each row says its own. */
  saysStanding: boolean;
  personId: string | undefined;
  onPick: () => void;
}>;

const Row = ({ line, isOpen, isPicked, saysStanding, personId, onPick }: Shown) => {
  const { t } = useTranslation();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={element} className={isOpen ? 'queue-row open' : 'queue-row'}>
      <label className="queue-pick">
        <input type="checkbox" checked={isPicked} onChange={onPick} />
        <span className="unseen">{t('review.pick', { title: line.title })}</span>
      </label>
      <Link
        from="/editions/$editionId/review"
        to="/editions/$editionId/review"
        search={(before) => ({ ...before, entry: line.entryId })}
        replace
        resetScroll={false}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className="queue-title">{line.title}</span>
        <span className="quiet">{nameIn(line.nominatorName)}</span>
        <span className="quiet queue-notes">
          {saysStanding && <StandingMark standing={line.standing} />}
          {line.dueOn !== null && <span>{t('review.due', { date: sayDay(line.dueOn) })}</span>}
          {line.declarations > 1 && <span>{t('review.again', { count: line.declarations })}</span>}
          {line.claimedUntil !== null && (
            <span>
              {line.claimedBy === personId
                ? t('claims.own', { date: sayDay(lastDayOf(line.claimedUntil)) })
                : t('claims.by', {
                    name: nameIn(line.claimedByName) ?? t('none'),
                    date: sayDay(lastDayOf(line.claimedUntil)),
                  })}
            </span>
          )}
          {line.openObjections > 0 && <span>{t('review.objections', { count: line.openObjections })}</span>}
        </span>
      </Link>
    </li>
  );
};

/** What is to be reviewed, in the order that was chosen. */
export const ReviewQueue = ({
  lines,
  openId,
  picked,
  saysStanding,
  personId,
  onPick,
}: Readonly<{
  lines: readonly Line[];
  openId: string | undefined;
  picked: ReadonlySet<string>;
  saysStanding: boolean;
  /** Whoever looks. */
  personId: string | undefined;
  onPick: (entryId: string) => void;
}>) => {
  const { t } = useTranslation();
  return (
    <ol className="queue" aria-label={t('review.queue')}>
      {lines.map((line) => (
        <Row
          key={line.entryId}
          line={line}
          isOpen={line.entryId === openId}
          isPicked={picked.has(line.entryId)}
          saysStanding={saysStanding}
          personId={personId}
          onPick={() => onPick(line.entryId)}
        />
      ))}
    </ol>
  );
};
