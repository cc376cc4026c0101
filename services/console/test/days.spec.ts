import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthsAfter, weekBegins, weeksOf } from '../src/components/months.ts';
import { dayTyped, timeTyped } from '../src/components/typed-day.ts';

const SRC = join(import.meta.dirname, '../src');
/** Fields of the browser's own, which show days as the browser's language does, whatever the page speaks. */
const NATIVE = /type=(?:"|'|\{['"])(?:date|datetime-local|time|month|week)['"]/u;

const nativeIn = (files: readonly Readonly<{ name: string; text: string }>[]): readonly string[] =>
  files.filter(({ text }) => NATIVE.test(text)).map(({ name }) => name);

const day = fc
  .date({ min: new Date('1900-01-01T00:00Z'), max: new Date('2199-12-31T00:00Z'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));

describe('a day as people type it', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６－１－５', '2026-01-05'],
    [' 20260105 ', '2026-01-05'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['05/01/2026', undefined],
    ['2026-1', undefined],
    ['', undefined],
  ])('%s is %s', (text, read) => expect(dayTyped(text)).toBe(read));

  it('is read again as what it is', () =>
    fc.assert(
      fc.property(day, (one) => {
        const [year, month, dayOfMonth] = one.split('-').map(Number);
        expect(dayTyped(one)).toBe(one);
        expect(dayTyped(`${year}年${month}月${dayOfMonth}日`)).toBe(one);
        expect(dayTyped(one.replaceAll('-', ''))).toBe(one);
      }),
    ));

  it.each([
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['23：59', '23:59'],
    ['9时05分', '09:05'],
    ['24:00', undefined],
    ['9:60', undefined],
    ['9', undefined],
  ])('a time %s is %s', (text, read) => expect(timeTyped(text)).toBe(read));
});

describe('a month of the calendar', () => {
  it('has each of its days once, in weeks from Monday on', () =>
    fc.assert(
      fc.property(day, (one) => {
        const weeks = weeksOf(one);
        const days = weeks.flat().filter((each) => each !== undefined);
        expect(days).toContain(one);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.every((each) => each.startsWith(one.slice(0, 7)))).toBe(true);
        for (const week of weeks)
          for (const [at, each] of week.entries())
            if (each !== undefined)
              expect(Math.round(Date.parse(each) - Date.parse(weekBegins(each)))).toBe(at * 86_400_000);
      }),
    ));

  it('leads to the same day of another one, or to the last of a shorter one', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28');
    expect(monthsAfter('2026-01-15', -1)).toBe('2025-12-15');
  });
});

describe('the fields of days and times', () => {
  it('are the console’s own on every page', () => {
    const files = globSync('**/*.tsx', { cwd: SRC }).map((name) => ({
      name,
      text: readFileSync(join(SRC, name), 'utf8'),
    }));
    expect(files.length).toBeGreaterThan(100);
    expect(nativeIn(files)).toEqual([]);
  });

  it('a planted one of the browser’s is found', () =>
    expect(
      ['<Input type="date" />', "<input type={'time'} />", '<input type="datetime-local" />'].map((text) =>
        nativeIn([{ name: 'planted', text }]),
      ),
    ).toEqual([['planted'], ['planted'], ['planted']]));
});
