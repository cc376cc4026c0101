import { describe, expect, it } from '@jest/globals';
import { readSimulationArguments } from './arguments.ts';

describe('arguments of the simulation', () => {
  it('seeds that once failed come first, and each seed once', () => {
    expect(readSimulationArguments(['--seeds', '3', '--from', '44', '--jobs', '1'], [44, 97])).toStrictEqual({
      seeds: [44, 97, 45, 46],
      jobs: 1,
    });
  });

  it('one seed goes alone', () => {
    expect(readSimulationArguments(['--seed', '7', '--seeds', '3'], [44])).toStrictEqual({ seeds: [7], jobs: 1 });
  });

  it.each([
    ['--seeds', '0'],
    ['--seed', 'x'],
    ['--from', '-1'],
    ['--jobs', '99'],
    ['--what', '1'],
  ])('%s %s is refused', (name, value) => {
    expect(() => readSimulationArguments([name, value], [])).toThrow(name);
  });

  it('tells how it is used', () => {
    expect(readSimulationArguments(['--help'], [])).toBe('help');
  });
});
