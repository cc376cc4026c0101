import { describe, expect, it } from '@jest/globals';
import { problemTexts } from '../src/index.ts';

describe('every reason is told in both languages', () => {
  it.each(Object.entries(problemTexts))('%s', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]{2}/);
    const holes = (text: string): readonly string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();
    expect(holes(zh)).toEqual(holes(en));
  });
});
