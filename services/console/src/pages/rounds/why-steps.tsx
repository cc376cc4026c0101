import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Mark } from '../../components/mark.tsx';
import { sayHundredths } from '../../components/hundredths.ts';
import { BallotTold } from './ballot-told.tsx';
import { addsUp, sayPoints, sayScore, sayShare } from './points.ts';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';

type Steps = Schemas['EntrySteps'];
type Step = Schemas['TallyStep'];
type Fraction = Schemas['Fraction'];
type Words = ReturnType<typeof useRulesWords>;

/** How a panel's marks became one value: how many counted, and who was left out why. */
const Panel = ({ panel }: Readonly<{ panel: NonNullable<Step['panel']> }>) => {
  const { t } = useTranslation();
  const dropped = panel.droppedHighest.length + panel.droppedLowest.length;
  return (
    <p className="quiet">
      {t('rounds.why.panel', { count: panel.panel })}
      {dropped > 0 && t('rounds.why.dropped', { high: panel.droppedHighest.length, low: panel.droppedLowest.length })}
      {panel.recused.length > 0 && t('rounds.why.recused', { count: panel.recused.length })}
      {panel.holes.length > 0 && t('rounds.why.holes', { count: panel.holes.length })}
    </p>
  );
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** How bonus points came about: how many claims count, and what the caps held down. */
const BonusTold = ({
  bonus: { groups },
  value,
}: Readonly<{ bonus: NonNullable<Step['bonus']>; value: Step['value'] }>) => {
  const { t } = useTranslation();
  const items = groups.flatMap((group) => group.items);
  const before = sum(items.map((one) => one.before));
  const points = Number(value?.numerator ?? 0);
  return (
    <p className="quiet">
      {t('rounds.why.bonus', {
        counted: sum(items.map(({ counted }) => counted)),
        granted: sum(items.map(({ granted }) => granted)),
        before: sayHundredths(before),
      })}
      {points < before && t('rounds.why.capped', { points: sayHundredths(points) })}
    </p>
  );
};

const isFraction = (value: Fraction | null): value is Fraction => value !== null;

const Sum = ({ step, say }: Readonly<{ step: Step; say: Words }>) => {
  const { t } = useTranslation();
  const gives = step.terms.map(({ gives: part }) => part).filter(isFraction);
  const holds = step.value !== null && gives.length > 0 && addsUp(gives, step.value);
  return (
    <>
      <ul className="sum">
        {step.terms.map(({ row, weight, value, gives: part }) => (
          <li key={row}>
            <span>
              {say.row(row)} {value === null ? t('rounds.why.left') : sayPoints(value)}
              {weight !== null && ` × ${sayShare(weight)}`}
            </span>
            <strong>{part === null ? '' : sayPoints(part)}</strong>
          </li>
        ))}
        <li className="sum-total">
          <span>{say.row(step.row)}</span>
          <strong>{step.value === null ? t('none') : sayPoints(step.value)}</strong>
        </li>
      </ul>
      {holds && <Mark tone="good">{t('rounds.why.addsUp')}</Mark>}
    </>
  );
};

/** The steps from the sheets to the score, in the order in which they are computed; each adds up under one's eyes. */
export const WhySteps = ({ told, rules }: Readonly<{ told: Steps; rules: Rules }>) => {
  const { t } = useTranslation();
  const say = useRulesWords(rules);
  return (
    <ol className="steps why">
      {told.steps.map((step) => (
        <li key={step.row}>
          <h3>
            {say.row(step.row)}
            {step.terms.length === 0 && step.value !== null && <strong> {sayPoints(step.value)}</strong>}
          </h3>
          {say.how(step.row) !== say.row(step.row) && <p className="quiet">{say.how(step.row)}</p>}
          {step.panel !== null && <Panel panel={step.panel} />}
          {step.ballot !== null && <BallotTold ballot={step.ballot} row={step.row} rules={rules} />}
          {step.bonus !== null && <BonusTold bonus={step.bonus} value={step.value} />}
          {step.terms.length > 0 && <Sum step={step} say={say} />}
          {step.absentReason !== null && <Mark tone="bad">{t(`rounds.result.absent.${step.absentReason}`)}</Mark>}
        </li>
      ))}
      <li>
        <h3>
          {t('rounds.why.score')} <strong>{sayScore(told.score, told.decimals) ?? t('none')}</strong>
        </h3>
        <p className="quiet">{t('rounds.why.rounded', { count: told.decimals })}</p>
      </li>
    </ol>
  );
};
