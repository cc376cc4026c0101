import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SideBySide } from '../../components/side-by-side.tsx';
import type { Clash, Plan, PlanField } from './plan.ts';
import { saidOf } from './plan.ts';
import { useFieldNames } from './plan-check.tsx';
import { comma } from '../../components/names.ts';

export type Other = Readonly<{
  /** Who changed it, and when, as far as the reader may learn. */
  who: string;
  when: string;
  theirs: Plan;
  clash: Clash;
}>;

type Choice = 'theirs' | 'mine';

/** Somebody else changed the same plan: who, when, which fields; both texts stand here until one has chosen. */
export const ClashNotice = ({
  other,
  mine,
  nameOf,
  onSettled,
}: Readonly<{
  other: Other;
  mine: Plan;
  nameOf: (personId: string) => string;
  /** The fields that are taken as the other wrote them. */
  onSettled: (theirs: readonly PlanField[]) => void;
}>) => {
  const { t } = useTranslation();
  const names = useFieldNames();
  const { who, when, theirs, clash } = other;
  const [chosen, setChosen] = useState<Readonly<Partial<Record<PlanField, Choice>>>>({});
  const left = clash.both.filter((field) => chosen[field] === undefined);
  return (
    <section className="part clash" role="alert" aria-labelledby="clash">
      <h2 id="clash">{t('planning.clash')}</h2>
      <p>{t('planning.clashWho', { who, when })}</p>
      {clash.taken.length > 0 && (
        <p>{t('planning.clashTaken', { fields: clash.taken.map((field) => names[field]).join(comma()) })}</p>
      )}
      {clash.both.map((field) => (
        <fieldset key={field} className="plain">
          <legend>{t('planning.clashBoth', { field: names[field] })}</legend>
          <SideBySide
            before={saidOf(theirs, field, nameOf)}
            after={saidOf(mine, field, nameOf)}
            rivals
            titles={[t('planning.theirs', { who }), t('planning.mine')]}
          />
          <p className="row">
            {(['theirs', 'mine'] as const).map((choice) => (
              <label key={choice} className="radio">
                <input
                  type="radio"
                  name={`clash ${field}`}
                  checked={chosen[field] === choice}
                  onChange={() => setChosen({ ...chosen, [field]: choice })}
                />{' '}
                {t(`planning.take.${choice}`)}
              </label>
            ))}
          </p>
        </fieldset>
      ))}
      <Button
        type="primary"
        disabled={left.length > 0}
        onClick={() => onSettled([...clash.taken, ...clash.both.filter((field) => chosen[field] === 'theirs')])}
      >
        {t('planning.settle')}
      </Button>
    </section>
  );
};
