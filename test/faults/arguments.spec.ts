import { describe, expect, it } from '@jest/globals';
import { type FaultArguments, readFaultArguments } from './arguments.ts';
import { FAULT_CASES, SAMPLE_CASES, TARGETS } from './fault-cases.ts';
import { MATRIX } from './matrix/all-cases.ts';
import { nameOf } from './matrix/matrix-case.ts';

const read = (...given: string[]): FaultArguments => {
  const found = readFaultArguments(given);
  if (found === 'help') throw new Error('help');
  return found;
};

describe('the command line of the fault runs', () => {
  it('says nothing: the whole matrix and the whole story', () =>
    expect(readFaultArguments([])).toEqual({
      seed: '1',
      year: 2021,
      story: FAULT_CASES,
      matrix: MATRIX,
      report: undefined,
    }));
  it('asks for the sample', () => {
    const { seed, year, story, matrix } = read('--sample', '--seed', '7', '--year', '2023');
    expect({ seed, year, story }).toEqual({ seed: '7', year: 2023, story: SAMPLE_CASES });
    expect(matrix).toEqual(MATRIX.filter(({ sample }) => sample));
  });
  it('asks for one case of the story', () =>
    expect(read('--case', 'database', '--story')).toMatchObject({
      story: [{ name: 'database', targets: ['database'] }],
      matrix: [],
    }));
  it('asks for one row of the matrix', () => {
    const { story, matrix } = read('--row', '4', '--report', 'x.md');
    expect({ story, rows: new Set(matrix.map(({ row }) => row)) }).toEqual({ story: [], rows: new Set([4]) });
  });
  it('asks for the brokers only', () =>
    expect(read('--ring', 'kafka').matrix.every(({ needs }) => needs === 'kafka')).toBe(true));
  it('asks for help', () => expect(readFaultArguments(['--help'])).toBe('help'));
  it.each([
    [['--case', 'fire']],
    [['--year', '2020']],
    [['--year', 'x']],
    [['--cases']],
    [['--row', '99']],
    [['--ring', 'wedding']],
  ])('refuses %j', (given) => expect(() => readFaultArguments(given)).toThrow());
});

describe('the matrix', () => {
  it('has every row of reliability.md §3', () =>
    expect(new Set(MATRIX.map(({ row }) => row))).toEqual(
      new Set(Array.from({ length: 15 }, (_, index) => index + 1)),
    ));
  it('names each case once', () => expect(new Set(MATRIX.map(nameOf)).size).toBe(MATRIX.length));
  it('samples only what needs nothing special', () =>
    expect(
      MATRIX.filter(({ sample, needs, notYet }) => sample && (needs !== undefined || notYet !== undefined)),
    ).toEqual([]));
});

it('the sample of the story kills every part', () => {
  expect(new Set(SAMPLE_CASES.flatMap(({ targets }) => targets))).toEqual(new Set(TARGETS));
});
