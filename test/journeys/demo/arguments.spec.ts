import { describe, expect, it } from '@jest/globals';
import { readDemoArguments } from './arguments.ts';

describe("the demo's arguments", () => {
  it('plays all five years from seed 1 when told nothing', () =>
    expect(readDemoArguments([])).toEqual({
      seed: '1',
      years: [2021, 2022, 2023, 2024, 2025],
      keep: false,
      out: undefined,
      stack: [],
    }));
  it('takes one year or a span', () => {
    expect(readDemoArguments(['--years', '2022'])).toMatchObject({ years: [2022] });
    expect(readDemoArguments(['--years', '2022-2023'])).toMatchObject({ years: [2022, 2023] });
  });
  it.each([
    ['--years', '2020-2021'],
    ['--years', '2023-2022'],
    ['--years', 'all'],
    ['--seed', ''],
    ['--stack', 'kafka,rabbit'],
    ['--stack', 'kafka', '--keep'],
    ['--what'],
  ])('refuses %s %s', (...given) =>
    expect(() => readDemoArguments(given.filter((one) => one !== undefined))).toThrow(),
  );
  it('takes the servers to play over, each once', () =>
    expect(readDemoArguments(['--stack', 'kafka,redis,kafka'])).toMatchObject({ stack: ['kafka', 'redis'] }));
  it('helps', () => expect(readDemoArguments(['--help'])).toBe('help'));
});
