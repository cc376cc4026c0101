import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../components/mark.tsx';
import { type Checked, turned, type Verdict } from './check-list.ts';

const EXPLANATION_CHARS_MAX = 1_000;
const TONES: Readonly<Record<Verdict, Tone>> = { met: 'good', unmet: 'bad' };

/** Where the cursor goes when an explanation is lacking. */
export const explanationId = (index: number): string => `explanation-${index}`;

const One = ({
  index,
  item,
  checked,
  onChange,
}: Readonly<{ index: number; item: string; checked: Checked; onChange: (checked: Checked) => void }>) => {
  const { t } = useTranslation();
  const hint = useId();
  const verdict = checked.verdicts[item];
  return (
    <li>
      <button type="button" className="check" onClick={() => onChange(turned(checked, item))}>
        <span className="check-key" aria-hidden="true">
          {index + 1}
        </span>
        <span className="check-item">{item}</span>
        {verdict === undefined ? (
          <span className="quiet">{t('review.unseen')}</span>
        ) : (
          <Mark tone={TONES[verdict]}>{t(`review.${verdict}`)}</Mark>
        )}
      </button>
      {verdict === 'unmet' && (
        <label className="check-why">
          {t('review.explanation')}
          <textarea
            id={explanationId(index)}
            rows={2}
            maxLength={EXPLANATION_CHARS_MAX}
            aria-describedby={hint}
            value={checked.explanations[item] ?? ''}
            onChange={({ target }) =>
              onChange({ ...checked, explanations: { ...checked.explanations, [item]: target.value } })
            }
          />
          <span id={hint} className="quiet">
            {t('review.explanationHint')}
          </span>
        </label>
      )}
    </li>
  );
};

/** What the review looks at: each item met, not met with its reason, or not looked at yet. */
export const CheckListForm = ({
  items,
  checked,
  onChange,
}: Readonly<{ items: readonly string[]; checked: Checked; onChange: (checked: Checked) => void }>) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('review.listHint')}</p>
      <ol className="checks" aria-label={t('review.list')}>
        {items.map((item, index) => (
          <One key={item} index={index} item={item} checked={checked} onChange={onChange} />
        ))}
      </ol>
    </>
  );
};
