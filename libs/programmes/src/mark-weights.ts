import type { Weight } from '@jiangong/scoring';
import { hundredthsOf } from './shape/word-forms.ts';
import type { PhaseRule } from './template/result.ts';
import type { Template } from './template/template.ts';

type MarkTie = Exclude<PhaseRule['rank']['ties'][number], string>;

const WHOLE = 10_000;

/**
 * Whose marks of a criterion break a tie: the step named, the only panel that has it, or every panel that one `weigh` step
 * weighs together, each with its weight there. Undefined where that is not clear.
 */
export const markWeights = (template: Template, { steps }: PhaseRule, tie: MarkTie): readonly Weight[] | undefined => {
  const rows = steps.flatMap((step) => {
    const source = 'take' in step ? template.sources[step.take] : undefined;
    return source?.kind === 'panel' && source.criteria.some(({ id }) => id === tie.mark) ? [step.id] : [];
  });
  if (tie.of !== undefined) return rows.includes(tie.of) ? [{ row: tie.of, weight: WHOLE }] : undefined;
  if (rows.length === 1) return [{ row: rows[0] as string, weight: WHOLE }];
  for (const step of steps)
    if ('weigh' in step && rows.every((row) => Object.hasOwn(step.weigh, row)))
      return rows.map((row) => ({ row, weight: hundredthsOf(step.weigh[row] as string) }));
  return undefined;
};
