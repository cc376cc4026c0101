import { describe, expect, it } from '@jest/globals';
import { problemTexts } from '../src/index.ts';
import type { Broken } from './broken/broken.ts';
import { miscounted } from './broken/miscounted.ts';
import { mismatched } from './broken/mismatched.ts';
import { misbound } from './broken/misbound.ts';
import { misjudged } from './broken/misjudged.ts';
import { misplaced } from './broken/misplaced.ts';
import { misspelt } from './broken/misspelt.ts';
import { judged, textOf } from './template-files.ts';

const brokenTemplates: readonly Broken[] = [
  ...misspelt,
  ...misplaced,
  ...miscounted,
  ...misjudged,
  ...mismatched,
  ...misbound,
];

/** Told of what comes as bytes, as canonical text, or as an edition's own days: `hostile`, `canonical` and `stages` hold those. */
const ELSEWHERE = [
  'ENCODING_MALFORMED',
  'NOT_CANONICAL',
  'TEMPLATE_TOO_LARGE',
  'YEAR_NOT_KNOWN',
  'DAY_OUTSIDE_EDITION',
  'ACT_NOT_YET',
  'INTAKE_NOT_YET',
  'NAMING_IS_NO_EDITION',
  'QUOTA_NOT_YET',
  'NEED_NOT_YET',
  'OUTCOME_NOT_YET',
  'PLACES_NOT_YET',
  'SOURCE_NOT_YET',
  'PERIOD_NOT_YET',
  'PANEL_RULE_NOT_YET',
  'VOTERS_NOT_YET',
  'CHECK_NOT_YET',
  'SEQUENCE_NOT_YET',
  'CARRY_NOT_YET',
  'ADMISSION_NOT_YET',
];

const broken = ({ of, edit: [from, to] }: Broken): string => {
  const good = textOf(of);
  expect(good.split(from)).toHaveLength(2); // one edit, in one place
  return good.replace(from, () => to);
};

const lineWith = (text: string, piece: string): number => {
  const lines = text.split('\n').flatMap((line, index) => (line.includes(piece) ? [index + 1] : []));
  expect({ piece, lines }).toEqual({ piece, lines: [expect.anything()] });
  return lines[0] as number;
};

describe('a template that can not work is refused, at the line where it says so', () => {
  it('one for every reason that there is', () =>
    expect([...new Set([...brokenTemplates.map(({ reason }) => reason), ...ELSEWHERE])].sort()).toEqual(
      Object.keys(problemTexts).sort(),
    ));

  it.each(brokenTemplates)('$what: $reason', (one) => {
    const text = broken(one);
    const validation = judged(text);
    const problems = validation.kind === 'refused' ? validation.problems : [];
    expect(problems.map(({ reason, path, line }) => ({ reason, path, line }))).toContainEqual({
      reason: one.reason,
      path: one.path,
      line: lineWith(text, one.on),
    });
  });

  it.each(brokenTemplates)('$what: told in both languages, with nothing left to fill in', (one) => {
    const validation = judged(broken(one));
    for (const { zh, en, column } of validation.kind === 'refused' ? validation.problems : []) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(`${zh}${en}`).not.toMatch(/\{[a-z]+\}/);
      expect(column).toBeGreaterThan(0);
    }
  });
});
