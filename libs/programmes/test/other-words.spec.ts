import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computePhase, type PhaseInputs, type PhaseTables } from '@jiangong/scoring';
import { compileTables } from './compile-tables.ts';
import { randomSheets } from './random-sheets.ts';
import { textOf } from './template-files.ts';

const RUNS = { numRuns: 150 } as const;

const replaced = (text: string, edits: readonly (readonly [string | RegExp, string])[]): string =>
  edits.reduce((before, [from, to]) => {
    const after = before.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gu'), () => to);
    if (after === before) throw new Error(`nothing of the template says ${String(from)}`);
    return after;
  }, text);

const edition = textOf('jiangong-edition');
const TOTAL = '      - {id: total, weigh: {units-mean: 40%, experts-mean: 60%}}';
/** A tie by a mark names the weighing that it follows: without it ties go by the experts alone. */
const BY_EXPERTS = ['ties: [experts-mean, {mark: effect}]', 'ties: [experts-mean]'] as const;
const plain = replaced(edition, [BY_EXPERTS]);

/** The same rules, said otherwise; each with what they are the same as. */
const SAME: readonly (readonly [what: string, one: string, other: string])[] = [
  [
    'other names of steps',
    edition,
    replaced(edition, [
      ['units-mean', 'by-units'],
      ['experts-mean', 'by-experts'],
    ]),
  ],
  [
    'weights the other way round',
    edition,
    replaced(edition, [['{units-mean: 40%, experts-mean: 60%}', '{experts-mean: 60.00%, units-mean: 40.0%}']]),
  ],
  [
    'a sum of scaled rows for a weighing',
    plain,
    replaced(plain, [
      [
        TOTAL,
        [
          '      - {id: units-part, scale: units-mean, from: 100, to: 40}',
          '      - {id: experts-part, scale: experts-mean, from: 100, to: 60}',
          '      - {id: total, sum: [units-part, experts-part]}',
        ].join('\n'),
      ],
    ]),
  ],
  [
    'a mean for equal weights',
    replaced(plain, [['units-mean: 40%, experts-mean: 60%', 'units-mean: 50%, experts-mean: 50%']]),
    replaced(plain, [[TOTAL, '      - {id: total, mean: [units-mean, experts-mean]}']]),
  ],
  [
    'a clamp that clamps nothing',
    plain,
    replaced(plain, [
      [TOTAL, `${TOTAL.replace('id: total', 'id: weighed')}\n      - {id: total, clamp: weighed, floor: 0, cap: 100}`],
    ]),
  ],
  [
    'numbers for parameters',
    edition,
    replaced(edition, [
      ['least: $unitsLeast', 'least: 5'],
      ['least: $expertsLeast', 'least: 5'],
      [/  (?:units|experts)Least: .*\n/, ''],
    ]),
  ],
  ['points with more places', edition, replaced(edition, [['points: 20, step: 0.5', 'points: 20.00, step: 0.50']])],
];

/** What is the same whatever rows are called and however many there are. */
const ranksOf = (tables: PhaseTables, inputs: PhaseInputs) => {
  const outcome = computePhase(tables, 'main', inputs);
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.problems));
  if (outcome.kind === 'lacking') return outcome.lacks.map(({ reason, seatIds }) => ({ reason, seatIds }));
  return outcome.result.entries.map(({ entryId, rank, score, numerator, denominator }) => ({
    ...{ entryId, rank, score, numerator, denominator },
  }));
};

describe('two templates that say the same in other words', () => {
  it.each(SAME)('%s: the same ranks, scores and fractions', (_, one, other) => {
    expect(one).not.toBe(other);
    const [tables, same] = [compileTables(one), compileTables(other)];
    fc.assert(
      fc.property(randomSheets(tables, 'main'), (inputs) => {
        expect(ranksOf(same, inputs)).toEqual(ranksOf(tables, inputs));
      }),
      RUNS,
    );
  });

  it('and what says something else gives something else', () => {
    const other = compileTables(
      replaced(edition, [['{units-mean: 40%, experts-mean: 60%}', '{units-mean: 60%, experts-mean: 40%}']]),
    );
    const tables = compileTables(edition);
    let differing = 0;
    fc.assert(
      fc.property(randomSheets(tables, 'main'), (inputs) => {
        if (JSON.stringify(ranksOf(other, inputs)) !== JSON.stringify(ranksOf(tables, inputs))) differing += 1;
      }),
      RUNS,
    );
    expect(differing).toBeGreaterThan(RUNS.numRuns / 2);
  });
});
