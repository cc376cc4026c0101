import { describe, expect, it } from '@jest/globals';
import { factValueWords, needWords } from '@jiangong/programmes';
import { valueKey } from '../../services/console/src/components/fact-value.ts';
import { en } from '../../services/console/src/words/en.ts';
import { zh } from '../../services/console/src/words/zh.ts';
import { answerWords } from '../../services/gateway/src/routes/answer-words.ts';

const WORDS = (
  [
    ['org.kind', answerWords.organizationKind],
    ['person.stage', answerWords.membershipStage],
    ['person.office', [...answerWords.office, 'organization', 'publicity', 'discipline']],
  ] as const
).flatMap(([fact, values]) => values.map((value) => [fact, value] as const));

type Tree = Readonly<{ [key: string]: string | Tree }>;

const textAt = (words: Tree, key: string): unknown =>
  key
    .split('.')
    .reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words);

describe('what a fact answers', () => {
  it.each(WORDS)('%s %s is said in words of both languages, by the platform and by the console', (fact, value) => {
    const said = factValueWords(fact, value);
    expect([/\p{Script=Han}/u.test(said.zh), /[a-z-]{2}/u.test(said.zh), /\p{Script=Han}/u.test(said.en)]).toEqual([
      ...[true, false, false],
    ]);
    const key = valueKey(value) ?? '';
    expect(textAt(zh, key)).toBe(said.zh);
    expect(String(textAt(en, key)).toLowerCase()).toBe(said.en.toLowerCase());
  });

  it('is asked for in the same words', () => {
    const asked = { query: { fact: 'person.stage' }, oneOf: ['full', 'probationary'] } as const;
    expect(needWords(asked)).toEqual({
      zh: '党员发展阶段为正式党员、预备党员',
      en: 'stage of membership: one of full member, probationary member',
    });
    expect(needWords({ query: { fact: 'org.weak' }, is: false }).zh).toBe('软弱涣散：否');
  });
});
