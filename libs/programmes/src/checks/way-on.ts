import type { Step } from '../template/result.ts';
import type { Template } from '../template/template.ts';

/** Where a step refuses a result: by its own word, by that for missing sheets, or by its ballot's or check-list's rule. */
export const refusalsOf = (step: Step, { sources }: Template): readonly ('absent' | 'missing' | 'take')[] => {
  const source = 'take' in step ? sources[step.take] : undefined;
  const bySource =
    (source?.kind === 'ballot' && source.below === 'refuse') ||
    (source?.kind === 'checklist' && source.unscored === 'refuse');
  return [
    ...(step.absent === 'refuse' ? (['absent'] as const) : []),
    ...('take' in step && step.missing === 'refuse' ? (['missing'] as const) : []),
    ...(bySource ? (['take'] as const) : []),
  ];
};
