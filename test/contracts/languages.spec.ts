import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from '../laws/run-tool.ts';

type Said = Readonly<{ where: string; zh: string; en: string }>;

/** A text in both languages, as sources write it: `{ zh: '…', en: '…' }`; placeholders left out. */
const PAIR = /\bzh:\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,\s*en:\s*(['"`])((?:\\.|(?!\3)[^\\])*)\3/gsu;
const PLACEHOLDER = /\$\{[^}]*\}/gu;

const pairsIn = (where: string, source: string): readonly Said[] =>
  [...source.matchAll(PAIR)].map(([, , zh = '', , en = '']) => ({
    where,
    zh: zh.replaceAll(PLACEHOLDER, ' '),
    en: en.replaceAll(PLACEHOLDER, ' '),
  }));

const HAN = /\p{Script=Han}/u;
/** Three Latin words in a row are a sentence; names of headers and of formats are not. */
const LATIN_SENTENCE = /[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/u;
const QUOTED = /[“‘《][^”’》]*[”’》]/gu;

const wrongIn = ({ where, zh, en }: Said): readonly string[] => [
  ...(HAN.test(zh) && !LATIN_SENTENCE.test(zh) ? [] : [`${where}: not Chinese: ${zh}`]),
  ...(/[a-z]{2}/iu.test(en) && !HAN.test(en.replaceAll(QUOTED, '')) ? [] : [`${where}: not English: ${en}`]),
];

describe('texts that people meet', () => {
  const sources = ['services', 'libs']
    .flatMap((folder) => filesUnder(folder, '.ts'))
    .filter((file) => file.includes('/src/') && !file.endsWith('.spec.ts'));
  const said = sources.flatMap((file) => pairsIn(file, readFileSync(join(ROOT, file), 'utf8')));

  it('are Chinese in Chinese and English in English: refusals, routes, messages, pages', () => {
    expect(said.length).toBeGreaterThan(300);
    for (const kind of ['refusal-texts.ts', 'edge-reasons.ts', 'routes', 'templates'])
      expect([kind, said.some(({ where }) => where.includes(kind))]).toEqual([kind, true]);
    expect(said.flatMap(wrongIn)).toEqual([]);
  });

  it('an English sentence among the Chinese ones is found, and the other way round', () => {
    const planted = pairsIn(
      'planted.ts',
      `{ zh: 'must be a UUID', en: 'must be a UUID' }, { zh: '出错。', en: '出错。' }`,
    );
    expect(planted.flatMap(wrongIn)).toHaveLength(2);
  });
});
