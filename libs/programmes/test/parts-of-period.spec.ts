import { describe, expect, it } from '@jest/globals';
import { compile, notYetPlayed } from '../src/index.ts';
import { compiledOf, templateOf, textOf } from './template-files.ts';

const text = textOf('four-exams');
const notYet = (other: string): readonly string[] =>
  notYetPlayed(templateOf(other)).map(({ reason, path }) => `${reason} ${path}`);
const daysOf = (other: string): readonly string[] =>
  compiledOf(templateOf(other)).calendar.map(({ id, phase, opens, closes, with: beside }) => {
    const day = (moment: typeof opens): string =>
      moment.kind === 'day' ? `${moment.years > 0 ? '+1y ' : ''}${moment.month}-${moment.day}` : moment.stage;
    return `${id} of ${phase}: ${day(opens)} to ${day(closes)}${beside === null ? '' : ` beside ${beside}`}`;
  });

describe('a phase that is held again in each half', () => {
  it('has a phase of its own for each part, named after it, and stages of its own in the order of time', () => {
    const { phases } = compiledOf(templateOf(text));
    expect(phases.map(({ id, every, part, name }) => ({ id, every, part, name }))).toEqual([
      { id: 'rating-1', every: 'half', part: 1, name: ['上半年', 'First half'] },
      { id: 'rating-2', every: 'half', part: 2, name: ['下半年', 'Second half'] },
    ]);
    expect(daysOf(text)).toEqual([
      'check-1 of rating-1: 1-2 to 6-30',
      'vote-1 of rating-1: 6-20 to 6-30 beside check-1',
      'decide-1 of rating-1: 7-1 to 7-10',
      'check-2 of rating-2: 7-1 to 12-31 beside decide-1',
      'notice-1 of rating-1: 7-11 to 7-19 beside check-2',
      'talk-1 of rating-1: 7-11 to 7-24 beside check-2',
      'appeal-1 of rating-1: 7-11 to 7-31 beside check-2',
      'commend-1 of rating-1: 8-1 to 8-15 beside check-2',
      'vote-2 of rating-2: 12-20 to 12-31 beside check-2',
      'decide-2 of rating-2: +1y 1-1 to +1y 1-10',
      'notice-2 of rating-2: +1y 1-11 to +1y 1-19',
      'talk-2 of rating-2: +1y 1-11 to +1y 1-24 beside notice-2',
      'appeal-2 of rating-2: +1y 1-11 to +1y 1-31 beside notice-2',
      'commend-2 of rating-2: +1y 2-1 to +1y 2-15',
    ]);
  });

  it('takes of each area the months and quarters of its own part', () => {
    const [first, second] = compiledOf(templateOf(text)).phases;
    const periods = first?.rows.flatMap((row) => (row.op === 'take-checklist' ? row.areas : []));
    expect(periods?.map(({ area, periods: of }) => `${area} ${of}`)).toEqual([
      'politics 2',
      'overview 1',
      'duty 1',
      'standard 2',
      'centre 1',
      'style 6',
    ]);
    expect(second?.rows).toEqual(first?.rows);
  });

  it('is held once where the template says nothing, and its stages are called as they are written', () => {
    const { phases, calendar } = compiledOf(templateOf(textOf('civilized-units')));
    expect(phases.map(({ part }) => part)).toEqual([undefined]);
    expect(calendar.every(({ id }) => !id.endsWith('-1'))).toBe(true);
  });

  it('is not held where a stage behind its first would be about both, where no decision comes again, or where days follow from stages', () => {
    expect(notYet(text)).toEqual([]);
    const period = 'PERIOD_NOT_YET $.result[0].every';
    expect(notYet(text.replace('closes: 08-15, every: half', 'closes: 08-15'))).toContain(period);
    expect(notYet(text.replace('closes: 07-10, every: half', 'closes: 07-10'))).toContain(period);
    expect(notYet(text.replace('opens: 07-01, closes: 07-10', 'opens: after vote + 1, closes: 07-10'))).toContain(
      period,
    );
    expect(notYet(text.replace('- phase: rating\n    every: half', '- phase: rating'))).toContain(
      'CHECK_NOT_YET $.result[0].phase',
    );
  });

  it('is compiled with an edition’s parameters as with the template’s own', () => {
    expect(compile(templateOf(text), { ends: '5' })).toMatchObject({
      compiled: { phases: [{ id: 'rating-1' }, { id: 'rating-2' }] },
    });
  });
});
