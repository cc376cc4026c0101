import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../sheets/criteria.ts';
import { asWritten } from '../../sheets/written-mark.ts';
import { languageNow } from '../../words/speak.ts';

export const criterionName = ({ zh, en }: Criterion): string => (languageNow() === 'en' ? en : zh);

/** What may be written for a criterion, in words. */
export const useBounds = (): ((criterion: Criterion) => string) => {
  const { t } = useTranslation();
  return ({ most, step, ranges, choices, isFactor }) => {
    if (choices !== null) return t('sheet.boundsChoices', { choices: choices.map(asWritten).join(' / ') });
    const given = { most: asWritten(most), step: asWritten(step) };
    if (isFactor) return t('sheet.boundsFactor', given);
    if (ranges !== null)
      return t('sheet.boundsRanges', {
        ...given,
        ranges: ranges.map(([low, high]) => `${asWritten(low)}—${asWritten(high)}`).join(' / '),
      });
    return step > 1 ? t('sheet.boundsStep', given) : t('sheet.bounds', given);
  };
};
