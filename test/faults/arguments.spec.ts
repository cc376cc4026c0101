import { describe, expect, it } from '@jest/globals';
import { readFaultArguments } from './arguments.ts';
import { FAULT_CASES, SAMPLE_CASES, TARGETS } from './fault-cases.ts';

describe('the command line of the fault runs', () => {
  it('says nothing: the whole matrix', () => expect(readFaultArguments([])).toEqual({ seed: '1', year: 2021, cases: FAULT_CASES }));
  it('asks for the sample', () => expect(readFaultArguments(['--sample', '--seed', '7', '--year', '2023'])).toEqual({ seed: '7', year: 2023, cases: SAMPLE_CASES }));
  it('asks for one case', () => expect(readFaultArguments(['--case', 'database'])).toMatchObject({ cases: [{ name: 'database', targets: ['database'] }] }));
  it('asks for help', () => expect(readFaultArguments(['--help'])).toBe('help'));
  it.each([[['--case', 'fire']], [['--year', '2020']], [['--year', 'x']], [['--cases']]])('refuses %j', (given) => expect(() => readFaultArguments(given)).toThrow());
});

it('the sample kills every part', () => {
  expect(new Set(SAMPLE_CASES.flatMap(({ targets }) => targets))).toEqual(new Set(TARGETS));
});
