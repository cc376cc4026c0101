import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TOUCHED, UNTOUCHED } from '../src/api/live-touched.ts';

const SRC = join(import.meta.dirname, '../src');

/** The first words of the keys of all that pages ask. */
const asked = [
  ...new Set(
    readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !name.includes('generated'))
      .flatMap((name) => [...readFileSync(join(SRC, name), 'utf8').matchAll(/queryKey: \[\s*'(?<word>[a-z-]+)'/gu)])
      .map(({ groups }) => groups?.['word'] ?? ''),
  ),
].toSorted();

describe('what pages ask', () => {
  it('was found', () => expect(asked.length).toBeGreaterThan(30));

  it.each(asked)('%s is asked anew when a fact may have changed it, or says why it is not', (word) => {
    const touched = TOUCHED.some(({ keys }) => keys.includes(word));
    expect([touched, word in UNTOUCHED]).toEqual([touched, !touched]);
  });

  it('is named nowhere that asks no more', () =>
    expect(
      [...TOUCHED.flatMap(({ keys }) => keys), ...Object.keys(UNTOUCHED)].filter((word) => !asked.includes(word)),
    ).toEqual([]));
});
