import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

export type Box = Schemas['PaperBox'];
export type BoxEntry = Box['entries'][number];
export type Count = Schemas['PaperCount'];

/** Whether somebody counted or confirmed what stands of an entry: others correct it then. */
export const stoodBy = ({ counts }: Pick<Box, 'counts'>, entryId: string, personId: string): boolean => {
  const stands = counts.findLast(
    ({ standing, entries }) => standing === 'confirmed' && entries.some((one) => one.entryId === entryId),
  );
  return stands !== undefined && (stands.countedBy === personId || stands.settledBy === personId);
};

/** Whether somebody corrected what this count says of an entry: another one that two persons made came after it. */
export const isOvertaken = ({ counts }: Pick<Box, 'counts'>, count: Count, entryId: string): boolean =>
  count.standing === 'confirmed' &&
  counts
    .slice(counts.indexOf(count) + 1)
    .some(({ standing, entries }) => standing === 'confirmed' && entries.some((one) => one.entryId === entryId));

export const BOX_TOUCHES = [['paper-boxes'], ['rounds'], ['work']] as const;
export const PAPERS_MAX = 20_000;

export type Place = Readonly<{ at: number; level: string }>;

/** What each paper answers, question by question; of one question its name is empty. `at`: the place of an answer among all. */
export const asked = ({
  questions,
  levels,
}: Box): readonly Readonly<{ question: string; places: readonly Place[] }>[] =>
  (questions.length === 0 ? [null] : questions).map((question, of) => ({
    question: question === null ? '' : either(question.nameZh, question.nameEn),
    places: levels.map(({ nameZh, nameEn }, at) => ({ at: of * levels.length + at, level: either(nameZh, nameEn) })),
  }));

/** As typed: texts, of which some are no numbers yet. */
export type Typed = Readonly<{ handedOut?: string; found?: string; invalid?: string; marks?: readonly string[] }>;

const WHOLE = /^(?:0|[1-9]\d{0,4})$/u;

export const isPapers = (text: string): boolean => WHOLE.test(text.trim()) && Number(text) <= PAPERS_MAX;
const numberOf = (text = ''): number => (isPapers(text) ? Number(text) : 0);

export const isVoid = ({ handedOut, found }: Typed): boolean => numberOf(found) > numberOf(handedOut);
export const validOf = ({ found, invalid }: Typed): number => Math.max(0, numberOf(found) - numberOf(invalid));
export const sumOf = ({ marks = [] }: Typed, places: readonly Place[]): number =>
  places.reduce((sum, { at }) => sum + numberOf(marks[at]), 0);

export const picksOf = ({ marks }: Typed = {}): number => numberOf(marks?.[0]);

/** An entry, and all names that stand on one paper with it: they are counted together. */
export const onOnePaper = ({ entries }: Pick<Box, 'entries'>, entry: BoxEntry): readonly BoxEntry[] =>
  entry.paper === null ? [entry] : entries.filter(({ paper }) => paper === entry.paper);

/** What is counted together, of all that is counted: of names one paper after the other. */
export const paperByPaper = (entries: readonly BoxEntry[]): readonly (readonly BoxEntry[])[] => {
  const papers = new Map<string, BoxEntry[]>();
  for (const entry of entries) {
    const of = entry.paper ?? entry.entryId;
    papers.set(of, [...(papers.get(of) ?? []), entry]);
  }
  return [...papers.values()];
};

/** Of a name the papers that it stands on with others, and who of them did not pick it. */
export const typedOf = ({ entryId, paper }: BoxEntry, papers: Readonly<Record<string, Typed>>): Typed => {
  const typed = papers[entryId] ?? {};
  if (paper === null) return typed;
  const of = papers[paper] ?? {};
  return { ...of, marks: [String(picksOf(typed)), String(Math.max(0, validOf(of) - picksOf(typed)))] };
};

/** As it is sent: nothing is counted of a void box. */
export const papersOf = (entryId: string, typed: Typed, places: number) => ({
  ...{ entryId, handedOut: numberOf(typed.handedOut), found: numberOf(typed.found) },
  ...(isVoid(typed)
    ? { invalid: 0, marks: [] }
    : {
        invalid: numberOf(typed.invalid),
        marks: Array.from({ length: places }, (_, at) => numberOf(typed.marks?.[at])),
      }),
});
