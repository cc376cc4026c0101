import { stagesOfPhase } from './round-stages.ts';
import type { Template } from './template/template.ts';

type Measure = Extract<Template['sources'][string], { kind: 'measure' }>;

/** The one number that is computed of what somebody planned: the share of it that he delivered, in percent. */
const isShareDelivered = ({ unit, compute }: Measure): boolean => {
  if (compute === undefined || unit !== 'percent') return false;
  const { fact, state, holder = 'self', over = 'edition', share, code, kind, distinct, source } = compute;
  const isOfOthers = [code, kind, distinct, source].some((argument) => argument !== undefined);
  return (
    fact === 'count.milestones' &&
    state === 'done' &&
    share === true &&
    holder === 'self' &&
    over === 'edition' &&
    !isOfOthers
  );
};

/**
 * Whether the platform counts a computed measure: of what whoever stands on a roll planned and delivered himself. It is counted when the round
 * is; so all is delivered before the last of its stages opens.
 */
export const isCountedOfPlans = (id: string, measure: Measure, template: Template): boolean => {
  const { intake, calendar, result } = template;
  if (intake.how !== 'whole-roll' || !isShareDelivered(measure)) return false;
  const places = (act: string): readonly number[] => calendar.flatMap((stage, at) => (stage.act === act ? [at] : []));
  const delivering = places('deliver');
  if (places('plan').length === 0 || delivering.length === 0) return false;
  return result
    .filter(({ steps }) => steps.some((step) => 'take' in step && step.take === id))
    .every(({ phase }) => {
      const last = stagesOfPhase(template, phase).at(-1);
      return last !== undefined && delivering.every((at) => at < calendar.indexOf(last));
    });
};
