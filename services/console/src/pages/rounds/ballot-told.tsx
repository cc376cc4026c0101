import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { comma } from '../../components/names.ts';
import { criterionName, type Rules } from './rules.ts';

type Ballot = NonNullable<Schemas['TallyStep']['ballot']>;

/** What a secret ballot came to: tokens, votes, and of each question how many chose each level. No word of who. */
export const BallotTold = ({ ballot, row, rules }: Readonly<{ ballot: Ballot; row: string; rules: Rules }>) => {
  const { t } = useTranslation();
  const rule = rules.phase?.rows.find(({ id }) => id === row);
  const source = rules.sources.find(({ id }) => id === rule?.source);
  const levels = source?.levels ?? [];
  const asked = source?.questions ?? [];
  const counts = (at: number): string =>
    levels
      .map(({ id }, level) => `${criterionName(rules, id)} ${ballot.counts[at * levels.length + level] ?? 0}`)
      .join(comma());
  return (
    <>
      <p className="quiet">{t('rounds.why.ballot', { issued: ballot.issued, cast: ballot.cast })}</p>
      {ballot.counts.length > 0 && asked.length === 0 && <p className="quiet">{counts(0)}</p>}
      {ballot.counts.length > 0 && asked.length > 0 && (
        <ul className="quiet">
          {asked.map((question, at) =>
            (rule?.questions ?? asked).includes(question) ? (
              <li key={question}>
                {t('rounds.why.question', { name: criterionName(rules, question), counts: counts(at) })}
              </li>
            ) : null,
          )}
        </ul>
      )}
    </>
  );
};
