import { describe, expect, it } from '@jest/globals';
import { RULE_SECTIONS, ruleBookOf, type RuleSection } from '../src/index.ts';
import { EXAMPLES, namesIn, SHIPPED, templateOf, textOf } from './template-files.ts';

const templates = [...namesIn(EXAMPLES), ...namesIn(SHIPPED)].filter((name) => name !== 's8-shandong-policy');
const CHINESE = /\p{Script=Han}/u;
const UNSAID = /undefined|null|NaN|\[object/u;

const linesOf = (name: string, section: RuleSection): readonly string[] =>
  ruleBookOf(templateOf(textOf(name)))
    .filter((one) => one.section === section)
    .flatMap(({ lines }) => lines.map(({ zh, en }) => `${zh} / ${en}`));

describe('the rule book of a template', () => {
  it.each(templates)('%s is told in both languages, with nothing left open', (name) => {
    const book = ruleBookOf(templateOf(textOf(name)));
    for (const { section, lines } of book) {
      expect(RULE_SECTIONS).toContain(section);
      for (const { zh, en } of lines) {
        expect(zh.trim()).not.toBe('');
        expect(en.trim()).not.toBe('');
        expect(`${zh} ${en}`).not.toMatch(UNSAID);
      }
    }
    const sections = book.map(({ section }) => section);
    expect(sections).toEqual(RULE_SECTIONS.filter((one) => sections.includes(one)));
    for (const section of ['who', 'forward', 'when', 'given'] as const) expect(sections).toContain(section);
  });

  it.each(templates)('%s says no fact, category or rule by its code, and numbers as the template has them', (name) => {
    const template = templateOf(textOf(name));
    const given = linesOf(name, 'given').join('\n');
    expect(given).not.toMatch(/\b(?:entry|org|person|count|best|mean)\.[a-z-]+|\bveto\b不/u);
    for (const { needs, never } of template.outcome)
      for (const test of [...needs, ...never].flatMap((one) => ('anyOf' in one ? one.anyOf : [one])))
        if (test.fact === 'best.result' || test.fact === 'item' || test.fact === 'step')
          for (const number of [test.atLeast, test.atMost].filter((one) => one !== undefined))
            expect(given).toMatch(new RegExp(`不(?:少于|超过)${number.replace(/^\$.*/, '[0-9.]{1,3}')}`, 'u'));
  });

  it('says for which category an award is, and whether the next moves up', () =>
    expect(linesOf('paper-recommendation', 'given').join('\n')).toMatch(
      /前 2 名；名额按类别分别计算；不符合条件的不递补，名额空缺；[^]*优秀共产党员人选须符合：类别为优秀共产党员/u,
    ));

  it.each(templates)('%s tells each party, stage, source, step, rule and number once at least', (name) => {
    const template = templateOf(textOf(name));
    const told = ruleBookOf(template)
      .flatMap(({ lines }) => lines.map(({ en }) => en))
      .join('\n');
    for (const id of [
      ...Object.keys(template.parties),
      ...template.calendar.map((stage) => stage.id),
      ...Object.keys(template.sources),
      ...Object.keys(template.parameters),
      ...template.result.flatMap(({ steps }) => steps.map((step) => step.id)),
      ...template.outcome.map((rule) => rule.name[1]),
    ])
      expect(told).toContain(id);
  });

  it('says who does what when, how the result comes about, and what is given', () => {
    expect(linesOf('lecture-contest', 'who')).toContain(
      '机关党委领导（body），法定人数 2 人 / committee leadership (body), a quorum of 2',
    );
    expect(linesOf('lecture-contest', 'when')[0]).toBe(
      '申报（declare）：单位联络员（nominator），当年 6 月 1 日至当年 7 月 10 日 / declaring (declare): unit officer (nominator), 06-01 to 07-10',
    );
    expect(linesOf('lecture-contest', 'numbers')[1]).toBe(
      '进入终评数（finalists）：9，可在 3 至 50 之间 / Lectures that go on to the final (finalists): 9, between 3 and 50',
    );
    expect(linesOf('lecture-contest', 'result').join('\n')).toContain('the first 9 of "recordings" go on');
  });

  it('has Chinese in the Chinese text of every stage', () => {
    for (const name of namesIn(SHIPPED)) for (const line of linesOf(name, 'when')) expect(line).toMatch(CHINESE);
  });
});
