import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes } from '@jiangong/event-store';
import {
  inputsHash,
  pointsTotalOf,
  type Scheme,
  tally,
  type TallyInputs,
  type TallyResult,
} from '@jiangong/scoring/testing';
import { randomRound } from '@jiangong/scoring/testing';

const RUNS = { numRuns: 400 } as const;
const resultOf = (scheme: Scheme, inputs: TallyInputs): TallyResult => {
  const outcome = tally(scheme, inputs);
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  return outcome.result;
};
const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, at) => ({ item, key: Math.sin(seed * 7919 + at * 104_729) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe('laws of the tally', () => {
  it('input order never matters, to the byte', () => {
    fc.assert(
      fc.property(randomRound, fc.integer({ min: 0, max: 1e6 }), ({ scheme, inputs }, seed) => {
        const other: TallyInputs = {
          entries: shuffled(inputs.entries, seed),
          evaluators: shuffled(inputs.evaluators, seed),
          sheets: shuffled(inputs.sheets, seed).map((sheet) => ({ ...sheet, scores: shuffled(sheet.scores, seed) })),
          recusals: shuffled(inputs.recusals, seed),
        };
        expect(canonicalBytes(resultOf(scheme, other)).equals(canonicalBytes(resultOf(scheme, inputs)))).toBe(true);
        expect(inputsHash(other)).toBe(inputsHash(inputs));
      }),
      RUNS,
    );
  });

  it('the inputs hash is that of the RFC 8785 form', async () => {
    const { createHash } = await import('node:crypto');
    fc.assert(
      fc.property(randomRound, ({ inputs }) => {
        const by =
          <T>(key: (item: T) => string) =>
          (a: T, b: T) =>
            key(a) < key(b) ? -1 : 1;
        const sorted = {
          entries: [...inputs.entries].sort(),
          evaluators: [...inputs.evaluators].sort(by(({ evaluatorId }) => evaluatorId)),
          recusals: [...inputs.recusals].sort(by(({ evaluatorId, entryId }) => `${evaluatorId} ${entryId}`)),
          sheets: [...inputs.sheets]
            .sort(by(({ evaluatorId }) => evaluatorId))
            .map((sheet) => ({ ...sheet, scores: [...sheet.scores].sort(by(({ entryId }) => entryId)) })),
        };
        expect(inputsHash(inputs)).toBe(createHash('sha256').update(canonicalBytes(sorted)).digest('hex'));
      }),
      RUNS,
    );
  });

  it('a higher score never lowers an entry', () => {
    fc.assert(
      fc.property(randomRound, fc.nat(), ({ scheme, inputs }, pick) => {
        const entryId = inputs.entries[pick % inputs.entries.length] as string;
        const raised: TallyInputs = {
          ...inputs,
          sheets: inputs.sheets.map((sheet, at) =>
            at !== pick % Math.max(1, inputs.sheets.length)
              ? sheet
              : {
                  ...sheet,
                  scores: sheet.scores.map((score) =>
                    score.entryId === entryId
                      ? { ...score, points: scheme.criteria.map(({ pointsMax }) => pointsMax) }
                      : score,
                  ),
                },
          ),
        };
        const before = resultOf(scheme, inputs).entries.find((entry) => entry.entryId === entryId);
        const after = resultOf(scheme, raised).entries.find((entry) => entry.entryId === entryId);
        // Before-recusal trimming may drop another sheet when a recused one is raised: only counted panels are monotone.
        if (before && after && scheme.groups.every(({ trimming }) => trimming === 'after-recusal')) {
          expect(
            BigInt(after.numerator) * BigInt(before.denominator) >=
              BigInt(before.numerator) * BigInt(after.denominator),
          ).toBe(true);
          if (scheme.ties.breakers.length === 0) expect(after.rank).toBeLessThanOrEqual(before.rank);
        }
      }),
      RUNS,
    );
  });

  it('every value lies between zero and the full points, and every mean between its extremes', () => {
    fc.assert(
      fc.property(randomRound, ({ scheme, inputs }) => {
        for (const { numerator, denominator, groups } of resultOf(scheme, inputs).entries) {
          expect(
            BigInt(numerator) >= 0n && BigInt(numerator) <= BigInt(pointsTotalOf(scheme)) * BigInt(denominator),
          ).toBe(true);
          for (const { sum, count } of groups) expect(sum <= count * pointsTotalOf(scheme)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('trimming drops exactly what the scheme says, and what is counted and dropped is the panel', () => {
    fc.assert(
      fc.property(randomRound, ({ scheme, inputs }) => {
        for (const { groups } of resultOf(scheme, inputs).entries)
          groups.forEach((step, at) => {
            const group = scheme.groups[at];
            if (group?.aggregation.kind !== 'trimmed-mean') return expect(step.count).toBe(step.panel);
            expect(step.droppedLowest).toHaveLength(group.aggregation.dropLowest);
            expect(step.droppedHighest).toHaveLength(group.aggregation.dropHighest);
            const dropped = [...step.droppedLowest, ...step.droppedHighest];
            const fromPanel = dropped.filter((id) => !step.recused.includes(id));
            expect(step.count + fromPanel.length).toBe(step.panel);
          });
      }),
      RUNS,
    );
  });

  it('ranks count up as positions do; equal ranks only where the scheme shares them', () => {
    fc.assert(
      fc.property(randomRound, ({ scheme, inputs }) => {
        const { entries, unranked } = resultOf(scheme, inputs);
        expect(entries.length + unranked.length).toBe(inputs.entries.length);
        entries.forEach(({ rank, tie }, at) => {
          const shared = entries[at - 1]?.rank === rank;
          expect(shared || rank === at + 1).toBe(true);
          if (shared) expect([scheme.ties.then, tie?.settledBy]).toEqual(['shared-rank', 'shared-rank']);
        });
      }),
      RUNS,
    );
  });
});
