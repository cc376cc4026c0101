import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computePhase, type PhaseInputs, type PhaseResult, type PhaseTables } from '@jiangong/scoring';
import { compileTables } from './compile-tables.ts';
import { marksOffered, randomSheets } from './random-sheets.ts';
import { textOf } from './template-files.ts';

const RUNS = { numRuns: 300 } as const;

/** Shipped templates that are scored on sheets, and the phase that is looked at. */
const SCORED = [
  ['expert-bands', 'main'],
  ['jiangong-edition', 'main'],
  ['lecture-contest', 'recordings'],
  ['lecture-contest', 'final'],
  ['party-brands', 'main'],
] as const;

const resultOf = (tables: PhaseTables, phase: string, inputs: PhaseInputs): PhaseResult => {
  const outcome = computePhase(tables, phase, inputs);
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  return outcome.result;
};

/**
 * Where whole sheets are trimmed, a better mark can change which sheet goes; the score is never lower by it, but a tie that is broken by
 * the marks that are left may be lost.
 */
const breaksTiesByWhatIsLeft = ({ phases }: PhaseTables, phase: string): boolean =>
  phases
    .filter(({ id }) => id === phase)
    .some(
      ({ rows, rank }) =>
        rank.ties.some(({ by }) => by === 'mark') &&
        rows.some((row) => row.op === 'take-panel' && row.reduce.how === 'trimmed' && row.reduce.trim === 'sheets'),
    );

type Cell = Readonly<{ sheet: number; score: number; criterion: number }>;

/** The same with one mark one better; undefined where there is no better one. */
const raised = (tables: PhaseTables, inputs: PhaseInputs, { sheet, score, criterion }: Cell) => {
  const found = inputs.sheets[sheet % inputs.sheets.length];
  const source = tables.sources.find(({ id }) => id === found?.sourceId);
  if (found === undefined || source?.kind !== 'panel') throw new Error('no sheet');
  const at = criterion % source.criteria.length;
  const row = score % found.scores.length;
  const given = found.scores[row]?.marks[at] as number;
  const offered = marksOffered(source.criteria[at] as never);
  const better = offered[offered.indexOf(given) + 1];
  if (better === undefined) return undefined;
  const scores = found.scores.map((one, index) =>
    index === row ? { ...one, marks: one.marks.map((mark, place) => (place === at ? better : mark)) } : one,
  );
  const sheets = inputs.sheets.map((one) => (one === found ? { ...found, scores } : one));
  return { inputs: { ...inputs, sheets }, entryId: found.scores[row]?.entryId as string };
};

const cell = fc.record({ sheet: fc.nat(), score: fc.nat(), criterion: fc.nat() });

const standing = (result: PhaseResult, entryId: string) => {
  const found = result.entries.find((entry) => entry.entryId === entryId);
  if (found === undefined) throw new Error(`${entryId} has no rank`);
  return { value: [BigInt(found.numerator), BigInt(found.denominator)] as const, rank: found.rank };
};

/** Sheets of seven seats over two entries, in whole points. */
const sheetsOf = (all: readonly (readonly (readonly number[])[])[]): PhaseInputs => {
  const seats = all.map((_, at) => ({ sourceId: 'jury', seatId: `seat-${at}` }));
  return {
    entries: ['entry-0', 'entry-1'].map((entryId) => ({ entryId })),
    seats,
    sheets: all.map((scores, at) => ({
      ...(seats[at] as (typeof seats)[number]),
      items: ['innovation', 'effect', 'spread'],
      scores: scores.map((marks, entry) => ({ entryId: `entry-${entry}`, marks: marks.map((mark) => mark * 100) })),
    })),
    ...{ recusals: [], values: [], carried: [], seed: null },
  };
};

describe('of a shipped template', () => {
  it.each(SCORED)('%s, %s: one point more never lowers a score, nor a rank', (name, phase) => {
    const tables = compileTables(textOf(name));
    const mayLoseATie = breaksTiesByWhatIsLeft(tables, phase);
    expect(mayLoseATie).toBe(name === 'jiangong-edition');
    let compared = 0;
    fc.assert(
      fc.property(randomSheets(tables, phase), cell, (inputs, where) => {
        const better = raised(tables, inputs, where);
        if (better === undefined) return;
        compared += 1;
        const [before, after] = [inputs, better.inputs].map((one) =>
          standing(resultOf(tables, phase, one), better.entryId),
        );
        if (before === undefined || after === undefined) throw new Error('no result');
        const [now, was] = [after.value[0] * before.value[1], before.value[0] * after.value[1]];
        expect(now >= was).toBe(true);
        if (now > was || !mayLoseATie) expect(after.rank).toBeLessThanOrEqual(before.rank);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('a tie broken by the marks that trimming by sheets leaves can be lost by a better mark: found, and said in the README', () => {
    const sheets = textOf('party-brands').replace('trim: criteria', () => 'trim: sheets');
    const tables = compileTables(sheets);
    const other = [38, 38, 18];
    const inputs = sheetsOf([
      [other, [40, 40, 18]],
      [other, [39, 40, 19]],
      [other, [39, 39, 19]],
      [other, [40, 38, 19]],
      [other, [38, 38, 18]],
      [other, [39, 38, 19]],
      [other, [38, 40, 20]],
    ]);
    const counted = (given: PhaseInputs) =>
      resultOf(tables, 'main', given).entries.find(({ entryId }) => entryId === 'entry-1')?.rows[0]?.panel;
    const better = raised(tables, inputs, { sheet: 1, score: 1, criterion: 0 });
    if (better === undefined) throw new Error('the mark is the best already');
    expect(counted(better.inputs)?.droppedHighest).not.toEqual(counted(inputs)?.droppedHighest);
    expect(counted(better.inputs)?.counted).toEqual(counted(inputs)?.counted);
  });
});
