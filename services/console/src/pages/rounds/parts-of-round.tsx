import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { roundParts } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { ROUND_TONES } from './round-mark.tsx';

type Part = Schemas['GetV1RoundsByRoundIdPartsAnswer']['parts'][number];

const Row = ({ part }: Readonly<{ part: Part }>) => {
  const { t } = useTranslation();
  const { partId, unitName, entries, status, minutesNumber, documentNumber } = part;
  const waits = status === 'tallied';
  return (
    <li className="looked-up">
      <p>
        <strong>{nameIn(unitName) ?? t('none')}</strong>{' '}
        <Mark tone={waits ? 'waiting' : ROUND_TONES[status]}>
          {t(waits ? 'rounds.parts.waits' : `rounds.status.${status}`)}
        </Mark>
      </p>
      <p className="quiet">
        {t('rounds.parts.entries')} {entries}
        {minutesNumber !== null && ` · ${t('rounds.parts.minutes')} ${minutesNumber}`}
        {documentNumber !== null && ` · ${t('rounds.parts.circular')} ${documentNumber}`}
      </p>
      <p>
        <Link to="/rounds/$roundId/decision" params={{ roundId: partId }}>
          {t('rounds.parts.open')}
        </Link>
        {documentNumber !== null && (
          <>
            {' · '}
            <Link to="/rounds/$roundId/circular" params={{ roundId: partId }}>
              {t('rounds.tab.circular')}
            </Link>
          </>
        )}
      </p>
    </li>
  );
};

/** The units whose committees decide over this result, each with the way to its part. A unit's officer finds his own alone. One call. */
export const PartsOfRound = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" aria-labelledby="parts">
      <h2 id="parts">{t('rounds.parts.title')}</h2>
      <p className="quiet">{t('rounds.parts.lead')}</p>
      <Answered query={useQuery(roundParts(roundId))}>
        {({ parts }) => (
          <>
            <p>
              {parts.length === 0
                ? t('rounds.parts.none')
                : t('rounds.parts.progress', {
                    done: parts.filter(({ status }) => status !== 'tallied').length,
                    count: parts.length,
                  })}
            </p>
            <ul className="plain" aria-label={t('rounds.parts.table')}>
              {parts.map((part) => (
                <Row key={part.partId} part={part} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
};
