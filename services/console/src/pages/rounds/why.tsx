import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { entrySteps, result, whatIf } from '../../api/questions/results.ts';
import { roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { comma, nameIn } from '../../components/names.ts';
import { decides } from './may-do.ts';
import { awardName, type Rules, rulesOf } from './rules.ts';
import { sayScore } from './points.ts';
import { RoundFrame } from './round-frame.tsx';
import { useRulesWords } from './use-rules-words.ts';
import { WhatIfBeside } from './what-if-beside.tsx';
import { WhySteps } from './why-steps.tsx';

type Steps = Schemas['EntrySteps'];
type Asked = Readonly<{ roundId: string; entryId: string; rules: Rules; asks: boolean }>;

const page = getRouteApi('/rounds/$roundId/result/$entryId');

/** Who stands before and behind, and by how much. */
const Neighbours = ({ roundId, entryId }: Readonly<{ roundId: string; entryId: string }>) => {
  const { t } = useTranslation();
  const { data } = useQuery(result(roundId));
  const at = data?.ranking.findIndex((one) => one.entryId === entryId) ?? -1;
  const own = data?.ranking[at];
  if (data === undefined || own === undefined) return null;
  const beside = [
    { one: data.ranking[at - 1], word: 'before' as const },
    { one: data.ranking[at + 1], word: 'behind' as const },
  ];
  return (
    <nav className="neighbours" aria-label={t('rounds.why.neighbours')}>
      {beside.map(({ one, word }) =>
        one === undefined ? null : (
          <Link key={word} to="/rounds/$roundId/result/$entryId" params={{ roundId, entryId: one.entryId }}>
            {t(`rounds.why.${word}`, {
              rank: one.rank,
              name: nameIn(one.entryName) ?? '',
              points: sayScore(Math.abs(one.score - own.score), data.decimals) ?? '',
            })}
          </Link>
        ),
      )}
    </nav>
  );
};

const Head = ({ told, rules, awards }: Readonly<{ told: Steps; rules: Rules; awards: readonly string[] }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  if (told.rank === null)
    return (
      <p className="big">
        {t('rounds.why.noRank')} {told.absentReason !== null && t(`rounds.result.absent.${told.absentReason}`)}
      </p>
    );
  return (
    <>
      <p className="big">
        {t('rounds.why.head', { rank: told.rank, score: sayScore(told.score, told.decimals) ?? '' })}
        {awards.length > 0 && ` · ${awards.map((id) => awardName(rules, id)).join(comma())}`}
      </p>
      {told.tie !== null && (
        <p>
          {t('rounds.why.tie', { count: told.tie.size })} {say.settled(told.tie.settledBy)}
        </p>
      )}
    </>
  );
};

const Story = ({ roundId, entryId, rules, asks }: Asked) => {
  const { t } = useTranslation();
  const query = useQuery(entrySteps(roundId, entryId));
  const base = useQuery({ ...whatIf(roundId, {}), enabled: asks });
  const awards = base.data?.entries.find((one) => one.entryId === entryId)?.awardsBefore ?? [];
  return (
    <Answered query={query}>
      {(told) => (
        <>
          <section className="part" aria-labelledby="why">
            <h2 id="why">{nameIn(told.entryName) ?? t('none')}</h2>
            <Head told={told} rules={rules} awards={awards} />
            <WhySteps told={told} rules={rules} />
          </section>
          <Neighbours roundId={roundId} entryId={entryId} />
          {asks && told.rank !== null && <WhatIfBeside roundId={roundId} entryId={entryId} rules={rules} />}
          <p className="quiet">{t('rounds.why.recorded')}</p>
        </>
      )}
    </Answered>
  );
};

/** Why an entry has its rank: readable by whoever asks for it, on a phone too. Six calls, two more for a what-if. */
export const Why = () => {
  const { t } = useTranslation();
  const { roundId, entryId } = page.useParams();
  const rules = useQuery(roundRules(roundId));
  return (
    <RoundFrame roundId={roundId} here="result" title={t('rounds.why.title')}>
      {({ grants }) => (
        <Answered query={rules}>
          {(answer) => <Story roundId={roundId} entryId={entryId} rules={rulesOf(answer)} asks={decides(grants)} />}
        </Answered>
      )}
    </RoundFrame>
  );
};
