/** What was handed in over the API, mark by mark. */
export type FilledSheet = Readonly<{
  sourceId: string;
  seatId: string;
  entryId: string;
  marks: Readonly<Record<string, number>>;
}>;
/** `phase`: of which part of the period it is, where there are several rounds of the same list. */
export type FilledOccurrence = Readonly<{
  phase?: string;
  entryId: string;
  itemId: string;
  period: number;
  count: number;
}>;
export type FilledMark = Readonly<{
  phase?: string;
  entryId: string;
  itemId: string;
  period: number;
  by: string;
  /** Which of the other offices, of what is the owner's own. */
  officeId?: string;
  marks: readonly number[];
}>;

export type FilledBonus = Readonly<{ entryId: string; itemId: string; claimId: string; points: number }>;

/** `value`: in the measure's own unit. */
export type FilledValue = Readonly<{ sourceId: string; entryId: string; attempt: number; value: number }>;

/** One answer of one ballot: its place among the counts of its source, level by level and question by question. */
export type FilledVote = Readonly<{ phase?: string; sourceId: string; entryId: string; place: number }>;

export type Filled = Readonly<{
  sheets: FilledSheet[];
  occurrences: FilledOccurrence[];
  marks: FilledMark[];
  /** Granted claims. */
  bonuses: FilledBonus[];
  values: FilledValue[];
  votes: FilledVote[];
}>;

/** The inputs of a result as the API shows them, as far as they are compared. */
export type GivenInputs = Readonly<{
  sheets: readonly Readonly<{
    sourceId: string;
    seatId: string;
    items: readonly string[];
    scores: readonly Readonly<{ entryId: string; marks: readonly (number | null)[] }>[];
  }>[];
  checks?: Readonly<{ occurrences: readonly FilledOccurrence[]; marks: readonly FilledMark[] }>;
  bonuses?: readonly FilledBonus[];
  /** In hundredths of the unit, as exact fractions. */
  values?: readonly Readonly<{
    sourceId: string;
    entryId: string;
    attempt: number;
    numerator: string;
    denominator: string;
  }>[];
  ballots?: readonly Readonly<{ sourceId: string; entryId: string; counts: readonly number[] | null }>[];
}>;

/** What a round was computed from; `part`: its phase where that is of a part of the period, else empty. */
export type GivenIn = Readonly<{ part: string; inputs: GivenInputs }>;

const markLines = ({ sourceId, seatId, entryId, marks }: FilledSheet): readonly string[] =>
  Object.entries(marks).map(([criterion, mark]) => `sheet ${sourceId} ${seatId} ${entryId} ${criterion} ${mark}`);

const checkLines = (
  { occurrences, marks }: Pick<Filled, 'occurrences' | 'marks'> | NonNullable<GivenInputs['checks']>,
  of = '',
) => [
  ...occurrences.map(
    ({ phase = of, entryId, itemId, period, count }) => `finding ${phase} ${entryId} ${itemId} ${period} ${count}`,
  ),
  ...marks.map(
    ({ phase = of, ...one }) =>
      `mark ${phase} ${one.entryId} ${one.itemId} ${one.period} ${one.by} ${one.officeId ?? ''} ${one.marks.join(' ')}`,
  ),
];

const bonusLine = ({ entryId, itemId, claimId, points }: FilledBonus): string =>
  `bonus ${entryId} ${itemId} ${claimId} ${points}`;

const valueLine = ({ sourceId, entryId, attempt }: Omit<FilledValue, 'value'>, hundredths: number): string =>
  `value ${sourceId} ${entryId} ${attempt} ${hundredths.toFixed(4)}`;

type VoteCount = Omit<FilledVote, 'place'> & Readonly<{ place: number; count: number }>;

const voteLine = ({ phase = '', sourceId, entryId, place, count }: VoteCount): string =>
  `votes ${phase} ${sourceId} ${entryId} ${place} ${count}`;

/** So many of each answer as were handed in. */
const voteLines = (votes: readonly FilledVote[]): readonly string[] => {
  const counts = new Map<string, VoteCount>();
  for (const { phase = '', sourceId, entryId, place } of votes) {
    const key = `${phase} ${sourceId} ${entryId} ${place}`;
    counts.set(key, { phase, sourceId, entryId, place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(voteLine);
};

const givenLines = ({ part, inputs }: GivenIn): readonly string[] => {
  const { sheets, checks, bonuses = [], values = [], ballots = [] } = inputs;
  return [
    ...sheets.flatMap(({ sourceId, seatId, items, scores }) =>
      scores.flatMap(({ entryId, marks }) =>
        items.flatMap((criterion, at) =>
          marks[at] === null ? [] : [`sheet ${sourceId} ${seatId} ${entryId} ${criterion} ${marks[at]}`],
        ),
      ),
    ),
    ...(checks ? checkLines(checks, part) : []),
    ...bonuses.map(bonusLine),
    ...values.map((one) => valueLine(one, Number(one.numerator) / Number(one.denominator))),
    ...ballots.flatMap(({ sourceId, entryId, counts }) =>
      (counts ?? []).flatMap((count, place) =>
        count === 0 ? [] : [voteLine({ phase: part, sourceId, entryId, place, count })],
      ),
    ),
  ];
};

/** Every mark that was handed in stands in some round's inputs, and no other one does. */
export const inputFaults = (filled: Filled, inputs: readonly GivenIn[]): readonly string[] => {
  const handedIn = [
    ...filled.sheets.flatMap(markLines),
    ...checkLines(filled),
    ...filled.bonuses.map(bonusLine),
    ...filled.values.map((one) => valueLine(one, one.value * 100)),
    ...voteLines(filled.votes),
  ].toSorted();
  const given = inputs.flatMap(givenLines).toSorted();
  const [wanted, found] = [new Set(handedIn), new Set(given)];
  const missing = handedIn.filter((line) => !found.has(line)).map((line) => `not in what was computed from: ${line}`);
  const strange = given.filter((line) => !wanted.has(line)).map((line) => `never handed in: ${line}`);
  const twice = given.length === found.size ? [] : ['a mark stands twice in what was computed from'];
  return [...missing, ...strange, ...twice];
};
