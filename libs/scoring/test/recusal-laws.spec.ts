import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes } from '@jiangong/event-store';
import { computePhase, type PanelSource, type PhaseInputs } from '@jiangong/scoring';
import { type PhaseCase, randomPhase } from '@jiangong/scoring/testing';

const RUNS = { numRuns: 400 } as const;

/** Where recused marks go only after the extremes, they say which sheets these are: the template's choice, and no mark of theirs counts. */
const isTrimmedLast = ({ tables, phase }: PhaseCase): boolean =>
  tables.phases
    .filter(({ id }) => id === phase)
    .flatMap(({ rows }) => rows)
    .some((row) => row.op === 'take-panel' && row.reduce.how === 'trimmed' && row.reduce.recusal === 'last');

/** Other marks that the criteria offer, in the same cells. */
const otherwise = ({ criteria }: PanelSource, items: readonly string[], marks: readonly (number | null)[]) =>
  marks.map((mark, at) => {
    const scale = criteria.find(({ id }) => id === items[at])?.scale;
    if (mark === null || scale === undefined) return mark;
    switch (scale.kind) {
      case 'bands':
        return (mark + 1) % scale.bands.length;
      case 'levels':
        return (mark + 1) % scale.levels.length;
      case 'ranges':
        return scale.ranges.flat().find((end) => end !== mark) ?? mark;
      case 'step':
        return mark === 0 ? scale.step : 0;
    }
  });

/** What recused seats marked, marked otherwise. */
const changed = ({ tables, inputs }: PhaseCase): Readonly<{ inputs: PhaseInputs; cells: number }> => {
  let cells = 0;
  const personOf = new Map(inputs.seats.map(({ sourceId, seatId, personId }) => [`${sourceId} ${seatId}`, personId]));
  const isRecused = (sourceId: string, seatId: string, entryId: string): boolean =>
    inputs.recusals.some(
      (one) =>
        one.entryId === entryId && one.id === (one.who === 'seat' ? seatId : personOf.get(`${sourceId} ${seatId}`)),
    );
  const sheets = inputs.sheets.map((sheet) => {
    const source = tables.sources.find(({ id }) => id === sheet.sourceId);
    if (source?.kind !== 'panel') return sheet;
    return {
      ...sheet,
      scores: sheet.scores.map((score) => {
        if (!isRecused(sheet.sourceId, sheet.seatId, score.entryId)) return score;
        cells += 1;
        return { ...score, marks: otherwise(source, sheet.items, score.marks) };
      }),
    };
  });
  return { inputs: { ...inputs, sheets }, cells };
};

describe('a recused score', () => {
  it('never counts: whatever a recused seat has marked, the result is the same, to the byte', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomPhase, (made) => {
        if (isTrimmedLast(made)) return;
        const { inputs, cells } = changed(made);
        if (cells === 0) return;
        compared += 1;
        const [one, other] = [made.inputs, inputs].map((given) => computePhase(made.tables, made.phase, given));
        expect(canonicalBytes(other).equals(canonicalBytes(one))).toBe(true);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('would be seen to count where it did: the same marks of a seat that is not recused move results', () => {
    let moved = 0;
    fc.assert(
      fc.property(randomPhase, (made) => {
        if (isTrimmedLast(made)) return;
        const { inputs } = changed(made);
        const [one, other] = [made.inputs, inputs].map((given) =>
          computePhase(made.tables, made.phase, { ...given, recusals: [] }),
        );
        moved += canonicalBytes(other).equals(canonicalBytes(one)) ? 0 : 1;
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThan(20);
  });
});
