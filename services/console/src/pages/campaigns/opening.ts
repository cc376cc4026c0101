import type { Schemas } from '../../api/client.ts';

export type Copy = Schemas['EditionCopy'];
type Opening = Schemas['EditionOpening'];
type Days = Readonly<{ stageId: string; opensOn: string; closesOn: string }>;

/** An opening as it is typed: every stage with its days, so that each can be moved. */
export type Filled = Readonly<{
  year: string;
  titleZh: string;
  titleEn: string;
  parameters: Readonly<Record<string, string>>;
  stages: readonly Days[];
}>;

export const filledFrom = ({ opening, plan }: Copy): Filled => ({
  year: String(opening.year),
  titleZh: opening.titleZh,
  titleEn: opening.titleEn,
  parameters: Object.fromEntries(plan.parameters.map(({ parameterId, value }) => [parameterId, value])),
  stages: plan.stages.map(({ stageId, opensOn, closesOn }) => ({ stageId, opensOn, closesOn })),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a draft held, over what would stand there anew: a template that changed meanwhile adds and takes away. */
export const filledIn =
  (first: Filled) =>
  (kept: unknown): Filled => {
    const { year, titleZh, titleEn, parameters, stages } = kept as Partial<Filled>;
    const given = new Map((stages ?? []).map((days) => [days.stageId, days]));
    return {
      year: text(year) || first.year,
      titleZh: text(titleZh),
      titleEn: text(titleEn),
      parameters: Object.fromEntries(
        Object.entries(first.parameters).map(([parameter, value]) => [parameter, parameters?.[parameter] ?? value]),
      ),
      stages: first.stages.map((days) => given.get(days.stageId) ?? days),
    };
  };

const YEAR = /^(?:199[2-9]|20\d\d)$/u;
const DAY = /^\d{4}-\d\d-\d\d$/u;
const DECIMAL = /^-?\d{1,7}(?:\.\d{1,2})?%?$/u;

/** Nothing is missing or misspelt: only then the platform can say what it would make of it. */
export const isWhole = ({ year, titleZh, titleEn, parameters, stages }: Filled): boolean =>
  YEAR.test(year) &&
  titleZh.trim() !== '' &&
  titleEn.trim() !== '' &&
  Object.values(parameters).every((value) => DECIMAL.test(value)) &&
  stages.every(({ opensOn, closesOn }) => DAY.test(opensOn) && DAY.test(closesOn));

export const openingOf = (copy: Copy, filled: Filled): Opening => ({
  committeeId: copy.opening.committeeId,
  seriesId: copy.opening.seriesId,
  // Of another year than the copy's it is that year's first.
  ordinal: filled.year === String(copy.opening.year) ? copy.opening.ordinal : 1,
  templateHash: copy.opening.templateHash,
  year: Number(filled.year),
  titleZh: filled.titleZh.trim(),
  titleEn: filled.titleEn.trim(),
  parameters: { ...filled.parameters },
  stages: filled.stages.map((days) => ({ ...days })),
});

/** The stage that a refusal speaks of, where it speaks of one. */
export const stageRefused = (
  refusal: Schemas['PlanRefusal'] | null | undefined,
  stages: readonly Days[],
): string | undefined => {
  if (refusal === null || refusal === undefined) return undefined;
  const named = refusal.details['stage'];
  if (typeof named === 'string') return named;
  const stage = /^stages\.([^.]+)/u.exec(refusal.field ?? '')?.[1];
  return stages.find(({ stageId }) => stageId === stage)?.stageId;
};
