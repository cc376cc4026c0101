import { useTranslation } from 'react-i18next';
import type { Criterion, Level } from '../../sheets/criteria.ts';
import { asWritten } from '../../sheets/written-mark.ts';
import { languageNow } from '../../words/speak.ts';

export const criterionName = ({ zh, en }: Criterion): string => (languageNow() === 'en' ? en : zh);

const levelName = ({ zh, en }: Level): string => (languageNow() === 'en' ? en : zh);

/** A level by its id, as the first criterion calls it that names it. */
export const levelCalled = (criteria: readonly Criterion[], id: string): string => {
  const found = criteria.flatMap(({ levels }) => levels ?? []).find((level) => level.id === id);
  return found === undefined ? id : levelName(found);
};

/** What may be written for a criterion, in words. */
export const useBounds = (): ((criterion: Criterion) => string) => {
  const { t } = useTranslation();
  return ({ most, step, ranges, choices, levels, isFactor }) => {
    const called = (at: number): string => (levels?.[at] === undefined ? '' : `${levelName(levels[at])} `);
    if (choices !== null)
      return t('sheet.boundsChoices', {
        choices: choices.map((points, at) => `${called(at)}${asWritten(points)}`).join(' / '),
      });
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
