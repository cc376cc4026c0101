import { lastDayOf } from './deadline.ts';
import type { Parameters, Wording } from './template.ts';
import { awardOf, type Vocabulary, wordOf } from './words.ts';

/** Where parameters come from: the fact's fields ('' when absent), and titles looked up by id. */
export type ParameterSources = Readonly<{
  fact: (field: string) => string;
  entry: string;
  /** Who or what the entry is: a project, a person, an organization, a work. */
  kind: string;
  /** What fills the round: marks, votes or a choice. */
  filledBy: string;
  problem: string;
  edition: Wording;
}>;

/** Parameters that are words of a vocabulary, and the field with the code. */
const WORDS: Readonly<Record<string, readonly [Vocabulary, string]>> = {
  stage: ['stage', 'stage'],
  role: ['role', 'role'],
  outcome: ['outcome', 'outcome'],
  by: ['by', 'by'],
  reason: ['reason', 'reason'],
  memberStage: ['memberStage', 'stage'],
  awaited: ['awaited', 'act'],
  change: ['change', 'change'],
};

/** Parameters that are the last day before an instant, and the field with the instant. */
const LAST_DAYS: Readonly<Record<string, string>> = {
  lastDay: 'closesAt',
  noticeUntil: 'noticeUntil',
  redeclareUntil: 'redeclareUntil',
  answerDueAt: 'answerDueAt',
  awaitedUntil: 'dueAt',
};

/** Stands for a date or number that the fact does not tell. */
const NOT_TOLD = '—';

/** A fact of the calendar names the act that its stage is; a reminder has it as its stage. */
const codeOf = (field: string, fact: ParameterSources['fact']): string =>
  field === 'stage' ? fact('act') || fact('stage') : fact(field);

const valueOf = (
  name: string,
  { fact, entry, kind, filledBy, problem, edition }: ParameterSources,
): string | Wording => {
  if (name === 'entry') return entry;
  if (name === 'kind') return wordOf('kind', kind || 'project');
  if (name === 'doing') return wordOf('doing', filledBy || 'marks');
  if (name === 'problem') return problem;
  if (name === 'edition') return edition;
  if (name === 'award') return awardOf(fact('code'), { zh: fact('gradeZh'), en: fact('gradeEn') || fact('gradeZh') });
  const word = WORDS[name];
  if (word) return wordOf(word[0], codeOf(word[1], fact));
  const instant = LAST_DAYS[name];
  if (instant !== undefined) return fact(instant) === '' ? NOT_TOLD : lastDayOf(fact(instant));
  return fact(name) || NOT_TOLD;
};

/** The values of a template's parameters, to be kept with the message. */
export const parametersFor = (names: readonly string[], sources: ParameterSources): Parameters =>
  Object.fromEntries(names.map((name) => [name, valueOf(name, sources)]));
