import '../../look/checklists.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need } from '../../components/needs.tsx';
import { either } from '../../components/names.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { type Checked, turned, type Verdict } from './check-list.ts';

const EXPLANATION_CHARS_MAX = 1_000;
const TONES: Readonly<Record<Verdict, Tone>> = { met: 'good', unmet: 'bad' };

/** Where the cursor goes when an explanation is lacking. */
export const explanationId = (index: number): string => `explanation-${index}`;

const One = ({
  index,
  item,
  need,
  checked,
  onChange,
}: Readonly<{
  index: number;
  item: string;
  /** It is one that the template needs and the platform does not know. */
  need: Need | undefined;
  checked: Checked;
  onChange: (checked: Checked) => void;
}>) => {
  const { t } = useTranslation();
  const hint = useId();
  const verdict = checked.verdicts[item];
  return (
    <li>
      <button type="button" className="check" onClick={() => onChange(turned(checked, item))}>
        <span className="check-key" aria-hidden="true">
          {index + 1}
        </span>
        <span className="check-item">{need === undefined ? item : either(need.zh, need.en)}</span>
        {verdict === undefined ? (
          <span className="quiet">{t('review.unseen')}</span>
        ) : (
          <Mark tone={TONES[verdict]}>{t(`review.${verdict}`)}</Mark>
        )}
      </button>
      {(verdict === 'unmet' || need !== undefined) && (
        <label className="check-why">
          {t(need === undefined ? 'review.explanation' : 'needs.ground')}
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
            {t(need === undefined ? 'review.explanationHint' : 'needs.groundHint')}
          </span>
        </label>
      )}
    </li>
  );
};

/** What the review looks at: each item met, not met with its reason, or not looked at yet. */
export const CheckListForm = ({
  items,
  needs,
  checked,
  onChange,
}: Readonly<{
  items: readonly string[];
  needs: readonly Need[];
  checked: Checked;
  onChange: (checked: Checked) => void;
}>) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('review.listHint')}</p>
      <ol className="checks" aria-label={t('review.list')}>
        {items.map((item, index) => (
          <One
            key={item}
            index={index}
            item={item}
            need={needs.find((one) => one.item === item)}
            checked={checked}
            onChange={onChange}
          />
        ))}
      </ol>
    </>
  );
};
