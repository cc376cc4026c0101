import type { Act, StageRule } from './template/calendar.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';

/** Acts whose stage is a window of the phase that it names, or of the only one. */
const FILLING: readonly Act[] = ['score', 'check', 'vote'];

/** Acts that are a window only where their party reviews a check-list: else a review is the intake's, and a re-check an honour's. */
const REVIEWING: readonly Act[] = ['review', 'recheck'];

/** Whether a stage fills something only where its party reviews a check-list. */
export const isReviewing = ({ act }: Pick<StageRule, 'act'>): boolean => REVIEWING.includes(act);

type OfTemplate = Pick<Template, 'calendar' | 'result' | 'sources'>;

/** Whether a party of the stage reviews a check-list that the phase takes. */
const reviewsList = ({ result, sources }: OfTemplate, { by }: StageRule, phase: string): boolean => {
  const parties = manyOf(by);
  return result
    .filter((one) => one.phase === phase)
    .flatMap(({ steps }) => steps.flatMap((step) => ('take' in step ? [sources[step.take]] : [])))
    .some((source) => source?.kind === 'checklist' && source.reviews.some((party) => parties.includes(party)));
};

/** Reviews look at what was filled before, and nothing is filled once the body decides. */
const isReviewWindow = (template: OfTemplate, stage: StageRule, phase: string): boolean => {
  if (!reviewsList(template, stage, phase)) return false;
  if (stage.phase !== undefined) return true;
  const before = template.calendar.slice(0, template.calendar.indexOf(stage));
  if (before.some(({ act }) => act === 'decide')) return false;
  return stage.act === 'recheck' || before.some((one) => phaseOfStage(template, one) === phase);
};

/** The phase whose sources are filled in a stage; undefined: in none. A stage that names no phase belongs to the only one there is. */
export const phaseOfStage = (template: OfTemplate, stage: StageRule): string | undefined => {
  const [only, ...others] = template.result;
  const phase = stage.phase ?? (others.length === 0 ? only?.phase : undefined);
  if (phase === undefined || FILLING.includes(stage.act)) return phase;
  return isReviewing(stage) && isReviewWindow(template, stage, phase) ? phase : undefined;
};

/** The stages in which a phase is filled, in the order of time. */
export const stagesOfPhase = (template: OfTemplate, phase: string): readonly StageRule[] =>
  template.calendar.filter((stage) => phaseOfStage(template, stage) === phase);
