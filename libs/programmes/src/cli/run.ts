import { readFileSync } from 'node:fs';
import { shippedHolidays } from '@jiangong/calendar';
import {
  type CalendarYear,
  compile,
  notYetPlayed,
  policyRulesOf,
  type Problem,
  publishedSchema,
  templateHash,
  type Validation,
  validateProgramme,
} from '../index.ts';
import { readYamlBytes } from '../yaml/index.ts';
import { type Arguments, isCommand, readArguments } from './arguments.ts';
import { showTemplate } from './show.ts';

export const USAGE = [
  'npm run programme -- validate FILE… [--year YYYY]',
  'npm run programme -- show FILE [--year YYYY] [--set parameter=value]…',
  'npm run programme -- schema',
].join('\n');

/** Where a call's answers go: what was asked for, and what is wrong. */
export type Output = Readonly<{ say: (text: string) => void; complain: (text: string) => void }>;

/** `FILE:line:column path reason`, and what it means in both languages. */
const lineOf = (file: string, { line, column, path, reason, zh, en }: Problem): string =>
  `${file}:${line}:${column} ${path} ${reason}\n    ${zh}\n    ${en}`;

type Read =
  | Exclude<Validation, { kind: 'template' }>
  | (Extract<Validation, { kind: 'template' }> & Readonly<{ notYet: readonly Problem[] }>);

/** A template comes with what of it the platform does not play yet, each at its line. */
export const readTemplate = (file: string, year: CalendarYear | undefined): Read => {
  const read = readYamlBytes(readFileSync(file));
  if (read.kind !== 'read') return { kind: 'refused', problems: read.problems };
  const validation = validateProgramme(read.tree, year);
  return validation.kind === 'template'
    ? { ...validation, notYet: notYetPlayed(validation.template, read.tree) }
    : validation;
};

export const tellProblems = (file: string, problems: readonly Problem[], { complain }: Output): void => {
  for (const problem of problems) complain(lineOf(file, problem));
};

const yearOf = ({ year }: Arguments): CalendarYear | undefined =>
  year === undefined ? undefined : { year, holidays: shippedHolidays };

const validate = (given: Arguments, output: Output): number => {
  const { say } = output;
  let refused = 0;
  for (const file of given.files) {
    const validation = readTemplate(file, yearOf(given));
    if (validation.kind === 'refused') {
      refused += 1;
      tellProblems(file, validation.problems, output);
    } else if (validation.kind === 'policy') say(`${file}: a policy, valid, ${templateHash(validation.policy)}`);
    else {
      const { template, notYet } = validation;
      const played = notYet.length === 0 ? '' : '; not played as an edition yet, see below 尚不能开展，见下';
      say(`${file}: ${template.id}, valid, ${templateHash(template)}${played}`);
      for (const problem of notYet) say(lineOf(file, problem));
    }
  }
  return refused === 0 ? 0 : 1;
};

const show = (given: Arguments, output: Output): number => {
  const { say } = output;
  const [file] = given.files;
  if (file === undefined) throw new Error('a call to show has a file');
  const validation = readTemplate(file, yearOf(given));
  if (validation.kind === 'policy') {
    for (const { zh, en } of policyRulesOf(validation.policy)) say(`${zh}\n    ${en}`);
    say(JSON.stringify(validation.policy.policy, undefined, 2));
    return 0;
  }
  if (validation.kind === 'refused') {
    tellProblems(file, validation.problems, output);
    return 1;
  }
  const compilation = compile(validation.template, given.parameters);
  if (compilation.kind === 'refused') {
    tellProblems('parameters', compilation.problems, output);
    return 1;
  }
  const year = given.year ?? new Date().getFullYear();
  say(showTemplate(compilation.compiled, templateHash(validation.template), { year, holidays: shippedHolidays }));
  return 0;
};

/** 0: all is well; 1: something was refused; 2: the call itself was wrong, or a file can not be read. */
export const run = (words: readonly string[], output: Output): number => {
  const given = readArguments(words);
  if (!given) {
    output.complain(
      isCommand(words[0]) ? USAGE : `there is no command ${JSON.stringify(words[0] ?? '')} 没有这个命令\n${USAGE}`,
    );
    return 2;
  }
  try {
    if (given.command === 'validate') return validate(given, output);
    if (given.command === 'show') return show(given, output);
    output.say(JSON.stringify(publishedSchema(), undefined, 2));
    return 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    output.complain(message);
    return 2;
  }
};
