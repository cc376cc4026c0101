import { compile } from '../compile/compile.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Template } from '../template/template.ts';
import { sampleDays } from './days.ts';
import { sampleOutcome } from './outcome.ts';
import { samplePapers } from './papers.ts';
import type { Sample } from './told.ts';

/** A sample by the numbers given; undefined: they are not within the template's limits. */
export const sampleOf = (template: Template, year: number, values: ParameterValues = {}): Sample | undefined => {
  const compilation = compile(template, values);
  if (compilation.kind === 'refused') return undefined;
  const { compiled } = compilation;
  return {
    year,
    stages: sampleDays(compiled, year),
    papers: samplePapers(compiled),
    ...sampleOutcome(compiled),
  };
};
