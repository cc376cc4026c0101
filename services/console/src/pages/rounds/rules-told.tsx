import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Mark } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';
import { criterionName, type Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';

const HUNDREDTHS = 100;

const percent = (basisPoints: number): string => `${basisPoints / HUNDREDTHS}%`;

/** What one paper may hold, told before anybody fills one in. */
const PaperLimits = ({ controls }: Readonly<{ controls: Rules['seating'][number]['controls'] }>) => {
  const { t } = useTranslation();
  if (controls === undefined) return null;
  const { fullAtMost, spread, distinct } = controls;
  return (
    <>
      {fullAtMost !== null && <li>{t('rounds.rules.fullAtMost', { share: percent(fullAtMost) })}</li>}
      {Object.entries(spread).map(([level, share]) => (
        <li key={level}>{t('rounds.rules.levelAtMost', { level, share: percent(share) })}</li>
      ))}
      {distinct && <li>{t('rounds.rules.distinct')}</li>}
    </>
  );
};

/** What decides in a round, in words: sheets with their criteria, how the score comes about, and what the ranks are given. */
export const RulesTold = ({
  rules,
  isFrozen,
  filledBy,
}: Readonly<{ rules: Rules; isFrozen: boolean; filledBy: Schemas['RoundFilledBy'] }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  // A ballot has no criteria and no name of its own: its questions are told with the score.
  const isTold = ({ id, criteria }: Rules['sources'][number]): boolean =>
    (criteria ?? []).length > 0 || say.source(id) !== id;
  return (
    <>
      <p>
        <Mark tone={isFrozen ? 'good' : 'waiting'}>
          {isFrozen ? t('rounds.rules.frozen') : t(`rounds.by.${filledBy}.rulesOpen`)}
        </Mark>
      </p>
      <div className="columns-2">
        {rules.sources.filter(isTold).map(({ id, criteria }) => (
          <div key={id}>
            <h3>{say.source(id)}</h3>
            <ul className="plain">
              {(criteria ?? []).map((criterion) => (
                <li key={criterion.id}>
                  {criterionName(rules, criterion.id)}{' '}
                  <span className="quiet">{t('rounds.rules.points', { count: criterion.points / HUNDREDTHS })}</span>
                </li>
              ))}
              <PaperLimits controls={rules.seating.find(({ sourceId }) => sourceId === id)?.controls} />
            </ul>
          </div>
        ))}
        {filledBy !== 'choice' && (
          <div>
            <h3>{t('rounds.rules.score')}</h3>
            <ul className="plain">
              {(rules.phase?.rows ?? []).map(({ id }) => (
                <li key={id}>
                  {say.row(id)}
                  <div className="quiet">{say.how(id)}</div>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h3>{t('rounds.rules.awards')}</h3>
          <ul className="plain">
            {rules.outcome.map((rule) => (
              <li key={rule.id}>
                {either(rule.zh, rule.en)} <span className="quiet">{say.award(rule)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
};
