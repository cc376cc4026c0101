import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../src/sample/sample.ts';
import { compiledOf, namesIn, SHIPPED, templateOf, textOf } from './template-files.ts';

const YEAR = 2026;

/** Templates that people adopt to play editions; a policy is none. */
const PLAYED = namesIn(SHIPPED);

describe('the sample of a shipped template', () => {
  it.each(PLAYED)('%s: its days, its papers and its awards are there, in words, and the same each time', (name) => {
    const template = templateOf(textOf(name));
    const compiled = compiledOf(template);
    const sample = sampleOf(template, YEAR);
    if (sample === undefined) throw new Error('its own numbers are within its limits');
    expect(sampleOf(template, YEAR)).toEqual(sample);
    expect(new Set(sample.stages.map(({ stageId }) => stageId))).toEqual(
      new Set(compiled.calendar.map(({ id }) => id)),
    );
    for (const { opensOn, closesOn } of sample.stages) expect(opensOn <= closesOn).toBe(true);
    expect(sample.papers.map(({ kind }) => kind)).toEqual(compiled.sources.map(({ kind }) => kind));
    const said = sample.papers.flatMap(({ by, lines, choices }) => [
      by,
      ...choices,
      ...lines.flatMap(({ asked, how, example }) => [asked, how, example]),
    ]);
    for (const { zh, en } of said)
      expect([zh !== '', en !== '', /\p{Script=Han}/u.test(en)]).toEqual([true, true, false]);
    for (const { lines } of sample.papers) expect(lines.length).toBeGreaterThan(0);
    expect(sample.given.map(({ rule }) => rule.zh)).toEqual(compiled.outcome.map((rule) => rule.name[0]));
    const isGiven = sample.given.some(({ holders, chosen }) => holders.length > 0 || chosen !== null);
    expect(isGiven || compiled.outcome.length === 0).toBe(true);
  });

  it('follows the numbers that an edition sets, and there is none where these are beyond the limits', () => {
    const template = templateOf(textOf('jiangong-edition'));
    const firstOf = (values: Readonly<Record<string, string>>) => {
      const [first] = sampleOf(template, YEAR, values)?.given ?? [];
      return first && first.holders.length + first.more;
    };
    expect(firstOf({})).toBe(10);
    expect(firstOf({ firstCount: '2' })).toBe(2);
    expect(firstOf({ firstCount: '100000' })).toBeUndefined();
  });
});
