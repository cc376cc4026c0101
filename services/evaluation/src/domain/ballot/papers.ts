import { isBytes } from './bytes.ts';
import type { Box } from './facts.ts';
import { MARKS_PER_PAPER_MAX, SERIAL_BYTES } from './limits.ts';
import type { BallotRules } from './rules.ts';
import type { HandInRefusal } from './refusals.ts';
import type { SetupBallot } from './state.ts';

const WHOLE = 10_000;

type Asked = Pick<SetupBallot, 'questions' | 'fullAtMost' | 'pickAtMost'>;
type Boxes = Readonly<{ boxes?: readonly Pick<Box, 'entryIds'>[] }>;

/** What one answer is about: an entry, and one of the questions where there are several. */
export type Place = Readonly<{ entryId: string; question?: string }>;

/** One answer as it is kept: a level's place, and the serial that its voter made for this answer alone. */
export type Mark = Readonly<{ level: number; serial: string }>;

/** One answer as it comes in. `question`: empty where there is one. */
export type GivenMark = Readonly<{ entryId: string; question: string; level: string; serial: string }>;

/** Whether a ballot holds several answers that are handed in together; else it is one level. */
export const isOnPapers = ({ questions, fullAtMost, pickAtMost, boxes = [] }: Asked & Boxes): boolean =>
  questions !== undefined ||
  fullAtMost !== undefined ||
  pickAtMost !== undefined ||
  boxes.some(({ entryIds }) => entryIds !== undefined);

/** What a box is about: one entry, or all that stand on its papers. */
export const entriesOf = ({ entryId, entryIds }: Pick<Box, 'entryId' | 'entryIds'>): readonly string[] =>
  entryIds ?? [entryId];

/** Every answer of a paper, in the order in which it is kept: entry by entry, question by question. */
export const placesOn = ({ questions }: Asked, box: Pick<Box, 'entryId' | 'entryIds'>): readonly Place[] =>
  entriesOf(box).flatMap((entryId): readonly Place[] =>
    questions === undefined ? [{ entryId }] : questions.map((question) => ({ entryId, question })),
  );

/** How many answers of a paper may be the highest level, a share rounded down; null: as many as one likes. */
export const fullMostOf = (asked: Asked, box: Pick<Box, 'entryId' | 'entryIds'>): number | null => {
  const places = placesOn(asked, box).length;
  if (asked.pickAtMost !== undefined) return Math.min(asked.pickAtMost, places);
  return asked.fullAtMost === undefined ? null : Math.floor((places * asked.fullAtMost) / WHOLE);
};

/** Why a paper goes beyond what the template allows on one; undefined: it does not. The highest level is the first. */
export const beyondFull = (
  asked: Asked,
  box: Pick<Box, 'entryId' | 'entryIds'>,
  marks: readonly Pick<Mark, 'level'>[],
): HandInRefusal | undefined => {
  const most = fullMostOf(asked, box);
  const given = marks.filter(({ level }) => level === 0).length;
  return most === null || given <= most
    ? undefined
    : { reason: 'TOP_MARKS_TOO_MANY', field: 'marks', details: { given, most } };
};

/** A paper as it is kept, or why it is none: every answer once, each of a level that there is, with a serial of its own. */
export const readPaper = (
  ballot: Asked & Pick<SetupBallot, 'levels'>,
  box: Box,
  given: readonly GivenMark[],
): readonly Mark[] | HandInRefusal => {
  const places = placesOn(ballot, box);
  const incomplete: HandInRefusal = { reason: 'MARKS_INCOMPLETE', field: 'marks', details: { marks: places.length } };
  if (given.length !== places.length || given.length > MARKS_PER_PAPER_MAX) return incomplete;
  const marks: Mark[] = [];
  for (const { entryId, question = '' } of places) {
    const at = given.findIndex((one) => one.entryId === entryId && one.question === question);
    const mark = given[at];
    if (mark === undefined) return incomplete;
    const level = ballot.levels.indexOf(mark.level);
    if (level === -1) return { reason: 'LEVEL_UNKNOWN', field: `marks[${at}].level` };
    // Two answers with one serial would be told to be of one paper.
    if (!isBytes(mark.serial, SERIAL_BYTES) || marks.some(({ serial }) => serial === mark.serial))
      return { reason: 'SERIAL_INVALID', field: `marks[${at}].serial` };
    marks.push({ level, serial: mark.serial });
  }
  return beyondFull(ballot, box, marks) ?? marks;
};

/**
 * Where what is on one paper is limited, everybody has one paper for all that he votes about: of the round, or of his home; where names are
 * picked, one for each category.
 */
export const papersAbout = (
  entries: readonly Readonly<{ entryId: string; homeId: string; track: string }>[],
  { scope, pickAtMost }: Pick<BallotRules, 'scope' | 'pickAtMost'>,
): readonly Readonly<{ entryId: string; entryIds: readonly string[] }>[] => {
  const papers = new Map<string, string[]>();
  for (const { entryId, homeId, track } of entries) {
    const of = `${scope === 'round' ? '' : homeId} ${pickAtMost === undefined ? '' : track}`;
    papers.set(of, [...(papers.get(of) ?? []), entryId]);
  }
  return [...papers.values()].flatMap((entryIds) =>
    entryIds[0] === undefined ? [] : [{ entryId: entryIds[0], entryIds }],
  );
};
