import { compile } from '../compile/compile.ts';
import type { CompiledTemplate } from '../compile/compiled.ts';
import type { Words } from '../need-words.ts';
import type { Template } from '../template/template.ts';
import { whatEditionsSet, whatIsGiven, whatIsPublished } from './given.ts';
import { whatIsPutForward, whoDoesWhatWhen, whoTakesPart } from './people-and-days.ts';
import { howTheResultComesAbout, wherePointsComeFrom } from './points-and-ranks.ts';

/** In the order in which somebody reads who has never seen the template. */
export const RULE_SECTIONS = ['who', 'forward', 'when', 'points', 'result', 'given', 'published', 'numbers'] as const;
export type RuleSection = (typeof RULE_SECTIONS)[number];

/** A template told in sentences; a section that says nothing is not there. */
export type RuleBook = readonly Readonly<{ section: RuleSection; lines: readonly Words[] }>[];

const LINES: Readonly<Record<RuleSection, (compiled: CompiledTemplate, template: Template) => readonly Words[]>> = {
  who: whoTakesPart,
  forward: whatIsPutForward,
  when: whoDoesWhatWhen,
  points: wherePointsComeFrom,
  result: howTheResultComesAbout,
  given: whatIsGiven,
  published: whatIsPublished,
  numbers: (_, template) => whatEditionsSet(template),
};

/** What a valid template says, by its own numbers, in both languages: for whoever reads no YAML. */
export const ruleBookOf = (template: Template): RuleBook => {
  const compilation = compile(template);
  if (compilation.kind === 'refused') throw new Error('a valid template compiles with its own numbers');
  return RULE_SECTIONS.flatMap((section) => {
    const lines = LINES[section](compilation.compiled, template);
    return lines.length === 0 ? [] : [{ section, lines }];
  });
};
