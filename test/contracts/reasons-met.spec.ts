import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemReasons } from '../../services/gateway/src/routes/problem-reasons.ts';
import { filesUnder, ROOT } from '../laws/run-tool.ts';
import { belowTheApi } from './reasons-below-the-api.ts';
import { faultsOf, type Met, wordsIn } from './reasons-met.ts';
import { notMet } from './reasons-not-met.ts';

const THROUGH_THE_API =
  /^(?:test\/(?:journeys|safety|faults|stack|load|telemetry)\/.*|services\/(?:gateway|console)\/(?:test\/.*|src\/.*\.spec))\.tsx?$/u;
/** Contracts and laws name reasons, and meet none. */
const A_TEST = /^(?:test\/(?!contracts\/|laws\/).*\.tsx?$|(?:services|libs)\/.*(?:\/test\/.*|\.spec)\.tsx?$)/u;

const files = ['test', 'libs', 'services']
  .flatMap((folder) => ['.ts', '.tsx'].flatMap((ends) => filesUnder(folder, ends)))
  .filter((file) => A_TEST.test(file));
const wordsOf = (some: readonly string[]): ReadonlySet<string> =>
  wordsIn(some.map((file) => readFileSync(join(ROOT, file), 'utf8')));

const throughTheApi = wordsOf(files.filter((file) => THROUGH_THE_API.test(file)));
const met: Met = { reasons: problemReasons, throughTheApi, below: wordsOf(files), listedBelow: belowTheApi, notMet };

describe('every reason of a refusal', () => {
  it('is met by a test through the public API, or stands in a list that says why not', async () => {
    if (process.env['JIANGONG_WRITE_REASONS'] === '1') {
      const file = join(ROOT, 'test/contracts/reasons-below-the-api.ts');
      const isOver = (word: string): boolean => throughTheApi.has(word) && belowTheApi.includes(word);
      const text = readFileSync(file, 'utf8').replaceAll(/ ?\b[A-Z][A-Z_]+\b/gu, (word) =>
        isOver(word.trim()) ? '' : word,
      );
      await writeFile(file, text);
    } else expect(faultsOf(met)).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
    expect(notMet.map(({ why }) => why).every((why) => why.length > 20)).toBe(true);
  });

  it.each([
    [
      'met by nothing and listed nowhere',
      { reasons: [...problemReasons, 'NEVER_SAID'] },
      'NEVER_SAID is met by no test through the API',
    ],
    ['met by now', { listedBelow: [...belowTheApi, 'NO_GRANT'] }, 'NO_GRANT is met, and listed as if not'],
    ['of nothing', { listedBelow: [...belowTheApi, 'NEVER_SAID'] }, 'NEVER_SAID is no reason of any refusal'],
    ['met by no test at all', { below: new Set<string>() }, `${belowTheApi[0] ?? ''} is met by no test at all`],
    [
      'met below, and listed as met by none',
      { notMet: [{ why: 'planted', reasons: [belowTheApi[0] ?? ''] }] },
      `${belowTheApi[0] ?? ''} is met below the API`,
    ],
    [
      'listed twice',
      { listedBelow: [...belowTheApi, belowTheApi[0] ?? ''] },
      `${belowTheApi[0] ?? ''} is listed twice`,
    ],
  ])('is found where it is %s', (_, planted, fault) => {
    expect(faultsOf({ ...met, ...planted })).toContain(fault);
  });
});
