import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OPPOSITES } from '../../../test/laws/opposites.ts';
import { saidOf } from '../src/components/facts.ts';
import { en } from '../src/words/en.ts';
import { zh } from '../src/words/zh.ts';

type Tree = Readonly<{ [key: string]: string | Tree }>;

/** `work.due` → its text. */
const leavesOf = (tree: Tree, at = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value] as const] : leavesOf(value, `${at}${key}.`),
  );

const slotsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, slot]) => slot ?? '').toSorted();

const chinese = new Map(leavesOf(zh));
const english = new Map(leavesOf(en));

/** Two texts with a colon of one language between them: `colon()` has the one of the page's. */
const HALF_WIDTH = /\}: ?(?:\{|<\w)|\$\{[^}]*\}: /u;

const joinedBadly = (text: string): readonly string[] => text.split('\n').filter((line) => HALF_WIDTH.test(line));

describe('the words of the console', () => {
  it('are the same in both languages, key by key', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  it('say the same things: each text has the slots of the other', () => {
    const slots = (words: ReadonlyMap<string, string>) =>
      [...words].map(([key, text]) => [key, ...slotsOf(text)].join(' '));
    expect(slots(english).toSorted()).toEqual(slots(chinese).toSorted());
  });

  it('name every fact that the platform stores', () => {
    const facts = Object.values(OPPOSITES).flatMap((ofService) => Object.keys(ofService));
    expect(facts.length).toBeGreaterThan(100);
    expect(facts.filter((fact) => saidOf(fact) === 'other')).toEqual([]);
  });

  it('speak of reviews, clearances, notices and objections of whatever is judged: none of them says project', () => {
    const about = /^(?:review|batch|clearances|running|cases)\./u;
    const saying = (words: ReadonlyMap<string, string>, word: RegExp) =>
      [...words].filter(([key, text]) => about.test(key) && word.test(text)).map(([key]) => key);
    expect(saying(chinese, /项目/u)).toEqual([]);
    expect(saying(english, /project/iu)).toEqual([]);
  });

  it('are Chinese in the one and not in the other', () => {
    const switches = new Set(['language', 'none', 'project.by']);
    const wrong = (words: ReadonlyMap<string, string>, isRight: (text: string) => boolean) =>
      [...words].filter(([key, text]) => !switches.has(key) && !isRight(text));
    expect(wrong(chinese, (text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(wrong(english, (text) => text !== '' && !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('are joined by the punctuation of the page’s language', () => {
    const src = join(import.meta.dirname, '../src');
    const shown = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
    expect(shown.flatMap((name) => joinedBadly(readFileSync(join(src, name), 'utf8')))).toEqual([]);
    expect(joinedBadly("<p>{t('a')}: {why}</p>\n{`${t('a')}: ${why}`}\n<p>{t('a')}：{why}</p>")).toHaveLength(2);
  });
});
