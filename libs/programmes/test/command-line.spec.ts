import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { run } from '../src/cli/run.ts';
import { publishedSchema } from '../src/index.ts';
import { EXAMPLES, SHIPPED } from './template-files.ts';

const called = (...words: readonly string[]) => {
  const said: string[] = [];
  const complained: string[] = [];
  const code = run(words, { say: (text) => said.push(text), complain: (text) => complained.push(text) });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
};

const edition = join(SHIPPED, 'jiangong-edition.yaml');

describe('npm run programme', () => {
  it('validate says that all is well, with the hash', () => {
    const { code, said, complained } = called('validate', edition, join(SHIPPED, 'pacesetters.yaml'));
    expect([code, complained]).toEqual([0, '']);
    expect(said.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/jiangong-edition\.yaml: jiangong-edition, valid, [0-9a-f]{64}$/),
      expect.stringMatching(/pacesetters\.yaml: pacesetters, valid, [0-9a-f]{64}$/),
    ]);
  });

  it('validate says where what is wrong, in both languages', () => {
    const file = join(import.meta.dirname, 'broken/nobody-declares.yaml');
    const { code, said, complained } = called('validate', edition, file);
    expect(code).toBe(1);
    expect(said).toContain('jiangong-edition, valid');
    expect(complained.split('\n')).toEqual([
      `${file}:9:11 $.intake.how ACT_MISSING`,
      '    产生方式“nominate”需要“declare”阶段，日程中没有',
      '    the intake "nominate" needs a stage of "declare", and the calendar has none',
    ]);
  });

  it('show prints the stages with the days of the year, the rows and the outcome', () => {
    const { code, said } = called('show', edition, '--year', '2021', '--set', 'quota=2');
    expect(code).toBe(0);
    expect(said).toContain('2021-12-21 – 2022-01-05');
    expect(said).toMatch(/units-mean\s+take-panel/);
    expect(said).toMatch(/first 一等奖\s+jiangong\.first/);
    expect(said).toContain('quota: 2');
  });

  it('show says what the edition may not set', () =>
    expect(called('show', edition, '--set', 'quota=20')).toMatchObject({ code: 1, said: '' }));

  it('show prints every template and the policy', () => {
    for (const name of ['p03-four-exams', 'p12c-skills', 's6-bonus-highest', 's8-shandong-policy'])
      expect(called('show', join(EXAMPLES, `${name}.yaml`), '--year', '2023')).toMatchObject({
        code: 0,
        complained: '',
      });
  });

  it('schema prints the published schema', () =>
    expect(JSON.parse(called('schema').said)).toEqual(JSON.parse(JSON.stringify(publishedSchema()))));

  it.each([
    [[]],
    [['help']],
    [['validate']],
    [['show', 'a', 'b']],
    [['validate', edition, '--year', 'soon']],
    [['show', edition, '--set', 'x']],
    [['validate', edition, '--quiet']],
  ])('%j is no call', (words) =>
    expect(called(...words)).toMatchObject({
      code: 2,
      said: '',
      complained: expect.stringContaining('npm run programme'),
    }),
  );

  it('a command that there is none of is named', () =>
    expect(called('check', edition).complained).toMatch(/^there is no command "check" 没有这个命令\n/u));

  it('what an award holds by is told in words where a template is shown', () =>
    expect(called('show', join(SHIPPED, 'paper-recommendation.yaml')).said).toContain('类别为优秀共产党员'));

  it('a file that is not there is no template', () =>
    expect(called('validate', 'nowhere.yaml')).toMatchObject({ code: 2 }));
});
