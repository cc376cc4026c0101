import { readFileSync } from 'node:fs';
import { compile, type CompiledTemplate, type Problem, type Template } from '@jiangong/programmes';
import { type Output, readTemplate, tellProblems } from '@jiangong/programmes/cli';

/** A template that can be played, with what an edition sets of it. */
export type Programme = Readonly<{
  /** As the author wrote it: what the committee adopts. */
  text: string;
  template: Template;
  compiled: CompiledTemplate;
  parameters: Readonly<Record<string, string>>;
}>;

/** Why a template is not played: it is refused, it is a policy, or the platform can not play it yet. */
export type NotPlayed = Readonly<{ kind: 'refused' | 'policy' | 'not-yet'; problems: readonly Problem[] }>;

export const readProgramme = (
  file: string,
  parameters: Readonly<Record<string, string>> = {},
): Programme | NotPlayed => {
  const validation = readTemplate(file, undefined);
  if (validation.kind === 'refused') return { kind: 'refused', problems: validation.problems };
  if (validation.kind === 'policy') return { kind: 'policy', problems: [] };
  const { template, notYet } = validation;
  if (notYet.length > 0) return { kind: 'not-yet', problems: notYet };
  const compilation = compile(template, parameters);
  if (compilation.kind === 'refused') return { kind: 'refused', problems: compilation.problems };
  return { text: readFileSync(file, 'utf8'), template, compiled: compilation.compiled, parameters };
};

export const isPlayed = (read: Programme | NotPlayed): read is Programme => 'compiled' in read;

export const tellNotPlayed = (file: string, { kind, problems }: NotPlayed, output: Output): void => {
  if (kind === 'policy') output.complain(`${file}: a policy binds the editions of others and is not played by itself`);
  else tellProblems(file, problems, output);
};
