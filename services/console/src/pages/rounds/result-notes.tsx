import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';
import { entryNamed, homeOf } from './whose.tsx';

type Told = Schemas['GetV1RoundsByRoundIdResultAnswer'];
type Scored = Pick<Told['result']['entries'][number], 'within' | 'score'>;
type Line = Readonly<{ key: string; text: string; quiet?: string }>;

const Lines = ({ title, lines }: Readonly<{ title: string; lines: readonly Line[] }>) =>
  lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {lines.map(({ key, text, quiet }) => (
          <li key={key}>
            {text} <span className="quiet">{quiet}</span>
          </li>
        ))}
      </ul>
    </>
  );

/** Nobody is scored: the result is the list of whoever was let in, among whom the body chooses. */
export const isList = ({ ranking, absent }: Pick<Told, 'ranking' | 'absent'>): boolean =>
  ranking.length === 0 && absent.length > 0 && absent.every(({ reason }) => reason === 'NOT_SCORED');

/** Hashes of this result and those before it, and everything that it takes to compute it again. */
const Proof = ({ told, roundId }: Readonly<{ told: Told; roundId: string }>) => {
  const { t } = useTranslation();
  const hashes = [
    { name: t('rounds.result.resultHash'), hash: told.resultHash },
    { name: t('rounds.result.inputsHash'), hash: told.inputsHash },
    ...told.earlier.map(({ resultHash, computedAt }) => ({
      name: t('rounds.result.earlier', { date: sayMoment(computedAt) }),
      hash: resultHash,
    })),
  ];
  return (
    <details>
      <summary>{t('rounds.result.proof')}</summary>
      <dl className="facts">
        {hashes.map(({ name, hash }) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>
              <code>{hash}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/v1/rounds/${roundId}/score-sheets`} download>
          {t('rounds.result.sheets')}
        </a>
      </p>
    </details>
  );
};

/** Whether two that tie tie with each other: in the same class, by the same score. */
const isAlike = (one: Scored, other: Scored): boolean => one.within === other.within && one.score === other.score;

/** Beside the ranking: who has no rank, which sheets do not count, ties, why there is another result, and what proves it. */
export const ResultNotes = ({
  told,
  rules,
  roundId,
  isPart,
}: Readonly<{ told: Told; rules: Rules; roundId: string; isPart: boolean }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  const names = new Map(told.ranking.map(({ entryId, entryName }) => [entryId, nameIn(entryName) ?? entryId]));
  const { entries } = told.result;
  const ties = entries.flatMap(({ entryId, rank, tie, ...one }) =>
    tie === null
      ? []
      : [
          {
            key: entryId,
            text: t(isPart ? 'rounds.result.tieOfPart' : 'rounds.result.tie', {
              ...{ rank, name: names.get(entryId) ?? entryId, count: tie.size },
              own: entries.filter((other) => other.tie?.size === tie.size && isAlike(one, other)).length,
            }),
            quiet: say.settled(tie.settledBy),
          },
        ],
  );
  const excluded = told.excluded.map(({ seatId, personName, why }) => ({
    ...{ key: seatId, text: nameIn(personName) ?? t('none'), quiet: t(`rounds.result.excludedWhy.${why}`) },
  }));
  // That nobody is scored is said once, by the heading.
  const listed = isList(told);
  const absent = told.absent.map((entry) => ({
    ...{ key: entry.entryId, text: entryNamed(entry) },
    quiet: [homeOf(entry), listed ? undefined : t(`rounds.result.absent.${entry.reason}`)]
      .filter((part) => part !== undefined)
      .join(' · '),
  }));
  const because = told.because.map(({ change, proposalId }) => ({
    ...{ key: `${change} ${proposalId ?? ''}`, text: t(`rounds.result.change.${change}`) },
  }));
  return (
    <>
      <Lines title={t(listed ? 'rounds.result.list' : 'rounds.result.unranked')} lines={absent} />
      <Lines title={t('rounds.result.ties')} lines={ties} />
      <Lines title={t('rounds.result.excluded')} lines={excluded} />
      <Lines title={t('rounds.result.because')} lines={because} />
      <Proof told={told} roundId={roundId} />
    </>
  );
};
