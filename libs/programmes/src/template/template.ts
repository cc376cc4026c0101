import { programmeLimits as limits } from '../limits.ts';
import {
  byDefault,
  choice,
  distinctList,
  map,
  optional,
  record,
  text,
  type ValueOf,
  whole,
  word,
} from '../shape/shape.ts';
import { CALENDAR, DOCUMENTS, DUTIES, NOTICES, PERIOD } from './calendar.ts';
import { ID, NAME } from './names.ts';
import { OUTCOME } from './outcome.ts';
import { INTAKE, PARTIES, SUBJECT } from './parties.ts';
import { RESULT } from './result.ts';
import { SOURCES } from './sources.ts';

/** The edition of the schema; it stands in every template and in its hash. */
export const SCHEMA_VERSION = 2;

/** Terms of the engine that a programme may call by names of its own. */
export const ENGINE_TERMS = [
  'entry',
  'project',
  'plan',
  'milestone',
  'deliver',
  'declare',
  'review',
  'clear',
  'notice',
  'score',
  'check',
  'vote',
  'decide',
  'commend',
  'appeal',
  'recheck',
  'leader',
  'unit',
  'branch',
] as const;

const PARAMETER_VALUE = word('constant');

export const PARAMETER_RULE = record({
  value: PARAMETER_VALUE,
  from: optional(PARAMETER_VALUE),
  to: optional(PARAMETER_VALUE),
  oneOf: optional(distinctList(PARAMETER_VALUE, { min: 1, max: 20 })),
  name: optional(NAME),
});
export type ParameterRule = ValueOf<typeof PARAMETER_RULE>;

export const TEMPLATE = record({
  schema: whole({ min: 2, max: 2 }),
  id: ID,
  name: NAME,
  source: optional(text(limits.sourceCharactersMax)),
  /** `abandoned`: whether a year whose edition was given up spoils what is computed over the series, or is left out of it. */
  series: optional(
    record({
      id: ID,
      editions: whole({ min: 1, max: limits.editionsOfSeriesMax }),
      abandoned: byDefault(choice('spoil', 'skip'), 'spoil'),
    }),
  ),
  period: PERIOD,
  parameters: byDefault(map('parameter', PARAMETER_RULE, { max: limits.parametersMax }), {}),
  subjects: distinctList(SUBJECT, { min: 1, max: limits.subjectsMax }),
  intake: INTAKE,
  parties: PARTIES,
  calendar: CALENDAR,
  sources: byDefault(SOURCES, {}),
  result: byDefault(RESULT, []),
  outcome: OUTCOME,
  duties: byDefault(DUTIES, []),
  notices: byDefault(NOTICES, []),
  documents: byDefault(DOCUMENTS, []),
  words: byDefault(map(ENGINE_TERMS, NAME, { max: limits.wordsMax }), {}),
});
/** A programme's template, read and default-filled. Decimals and percentages are their shortest text; `$x` stands where a parameter does. */
export type Template = ValueOf<typeof TEMPLATE>;
