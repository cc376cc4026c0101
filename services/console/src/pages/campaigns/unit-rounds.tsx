import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { me } from '../../api/questions/own.ts';
import { rounds } from '../../api/questions/rounds.ts';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { decidesForUnit } from '../rounds/may-do.ts';
import { RoundMark } from '../rounds/round-mark.tsx';

type Round = Schemas['Round'];

/** What a unit's officers do in a round themselves: they count papers, and decide over their unit's part. */
const isTheirs = ({ status, hasPaperBoxes, decidedByUnits }: Round): boolean =>
  status !== 'annulled' && (hasPaperBoxes || decidedByUnits);

const Row = ({ round }: Readonly<{ round: Round }>) => {
  const { t } = useTranslation();
  const { roundId, roundName, hasPaperBoxes, decidedByUnits } = round;
  return (
    <li>
      <p>
        {nameIn(roundName)} <RoundMark round={round} />
      </p>
      <p className="row">
        {hasPaperBoxes && (
          <Link to="/rounds/$roundId/paper-boxes" params={{ roundId }} className="secondary">
            {t('paperBoxes.title')}
          </Link>
        )}
        {decidedByUnits && (
          <Link to="/rounds/$roundId/decision" params={{ roundId }} className="secondary">
            {t('rounds.parts.title')}
          </Link>
        )}
      </p>
    </li>
  );
};

/** For a unit's officers the way to what they do in the rounds of an edition; for nobody else, and where there is nothing, nothing. One call. */
export const UnitRounds = ({ editionId }: Readonly<{ editionId: string }>) => {
  const { t } = useTranslation();
  const { data } = useQuery(me);
  const isOfficer = decidesForUnit(data?.grants ?? []);
  const query = useQuery({ ...rounds(editionId), enabled: isOfficer });
  if (!isOfficer || (query.isSuccess && !query.data.items.some(isTheirs))) return null;
  return (
    <Part id="unit-rounds" title={t('rounds.parts.ofUnit')} query={query}>
      {({ items }) => (
        <ul className="plain">
          {items.filter(isTheirs).map((round) => (
            <Row key={round.roundId} round={round} />
          ))}
        </ul>
      )}
    </Part>
  );
};
