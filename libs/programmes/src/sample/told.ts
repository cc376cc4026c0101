import type { Words } from '../need-words.ts';
import type { Act } from '../template/calendar.ts';
import type { SamplePaper } from './papers.ts';

/** A stage of the sample, on the template's own days of a year. */
export type SampleStage = Readonly<{
  stageId: string;
  act: Act;
  phase: string | null;
  opensOn: string;
  closesOn: string;
}>;

/** One of those who are judged, as a result lists him. */
export type SampleRank = Readonly<{
  rank: number;
  within: Words | null;
  name: Words;
  home: Words;
  score: string;
}>;

/** What one rule gives in the sample: to whom, to how many more, and whether a body chooses. */
export type SampleGiven = Readonly<{ rule: Words; holders: readonly Words[]; more: number; chosen: number | null }>;

/**
 * What an edition of a template would look like: its days, the papers that people fill, and who would get what. Everybody and everything in
 * it is invented, and no chance is in it: the same template with the same numbers has the same sample.
 */
export type Sample = Readonly<{
  year: number;
  stages: readonly SampleStage[];
  papers: readonly SamplePaper[];
  ranking: readonly SampleRank[];
  given: readonly SampleGiven[];
}>;
