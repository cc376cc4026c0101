import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@jiangong/access';
import { parametersFor } from '../src/domain/parameters.ts';
import { parametersOf, write } from '../src/domain/template.ts';
import { templateOf, templates, templatesOn } from '../src/domain/templates/index.ts';

/** What a fact may tell; every template must be written from this. */
const FACT: Readonly<Record<string, string>> = {
  act: 'declare',
  reason: 'not-reviewed',
  effectiveOn: '2021-06-01',
  role: 'unit-officer',
  outcome: 'passed',
  by: 'review',
  code: 'jiangong.first',
  gradeZh: '一等奖',
  gradeEn: 'First Prize',
  closesAt: '2021-11-30T16:00:00.000Z',
  noticeUntil: '2021-11-30T16:00:00.000Z',
  redeclareUntil: '2021-11-30T16:00:00.000Z',
  answerDueAt: '2021-11-30T16:00:00.000Z',
  dueAt: '2021-11-30T16:00:00.000Z',
  daysLeft: '7',
  name: 'OA',
  dueOn: '2021-12-31',
  documentNumber: '吉直党发〔2021〕7号',
  minutesNumber: '第 12 号',
};
const sources = {
  fact: (field: string) => FACT[field] ?? '',
  entry: '“一网通办”',
  kind: 'work',
  filledBy: 'votes',
  problem: '记录不全',
  edition: { zh: '2021 年度', en: 'Edition 2021' },
};

describe('templates', () => {
  it('are found by id and version, each once', () => {
    expect(new Set(templates.map(({ id, version }) => `${id} ${version}`)).size).toBe(templates.length);
    for (const template of templates) expect(templateOf(template.id, template.version)).toBe(template);
    expect(() => templateOf('no-such', 1)).toThrow('there is no template');
  });

  it.each(templates.map((template) => [`${template.id} v${template.version}`, template] as const))(
    '%s is written in both languages',
    (_, template) => {
      const { title, body } = write(template, parametersFor(parametersOf(template), sources));
      for (const text of [title.zh, title.en, body.zh, body.en]) {
        expect(text).not.toMatch(/[{}]|undefined|—/);
        expect(text.length).toBeLessThanOrEqual(300);
      }
      expect(`${title.zh}${body.zh}`).toMatch(/\p{Script=Han}/u);
      expect(title.en).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it.each(templates.map(({ id, audience }) => [id, audience] as const))(
    '%s goes to roles that exist',
    (_, audience) => {
      const roles = audience.flatMap((one) => ('roles' in one ? one.roles : []));
      expect(roles.filter((role) => !(ROLES as readonly string[]).includes(role))).toStrictEqual([]);
      expect(audience.length).toBeGreaterThan(0);
    },
  );

  it('follow a fact in their newest version', () => {
    expect(templatesOn('merit_projects.EntryReturned.v1').map(({ id }) => id)).toStrictEqual(['entry-returned']);
    expect(templatesOn('merit_projects.EntryProgressed.v1')).toStrictEqual([]);
  });

  it('say words in the language of the text, and dates as days', () => {
    const { title, body } = write(
      templateOf('stage-closes-soon', 1),
      parametersFor(['stage', 'edition', 'daysLeft', 'lastDay'], sources),
    );
    expect(title).toStrictEqual({ zh: '申报阶段还剩 7 天', en: '7 day(s) left: declaration' });
    expect(body.zh).toBe('“2021 年度”的申报阶段将于 2021-11-30 结束，您尚有事项未办。');
  });

  it('a word not known here stands for itself, and what was not told is a dash', () => {
    expect(
      parametersFor(['outcome', 'noticeUntil'], {
        ...sources,
        fact: (field) => (field === 'outcome' ? 'adjourned' : ''),
      }),
    ).toStrictEqual({
      outcome: { zh: 'adjourned', en: 'adjourned' },
      noticeUntil: '—',
    });
  });

  it.each([
    ['jiangong.third', { zh: '突出业绩奖', en: 'Outstanding Performance Award' }],
    ['jiangong.organizer', { zh: '三等奖', en: 'Third Prize' }],
    ['other.gold', { zh: '三等奖', en: 'Third Prize' }],
  ])('the award of %s is called by its one name here, or as its circular calls it', (code, award) => {
    const fields: Readonly<Record<string, string>> = { code, gradeZh: '三等奖', gradeEn: 'Third Prize' };
    expect(parametersFor(['award'], { ...sources, fact: (field) => fields[field] ?? '' })).toStrictEqual({ award });
  });

  it('a parameter that is missing is a bug', () => {
    expect(() => write(templateOf('stage-closes-soon', 1), {})).toThrow('the parameter stage is missing');
  });
});
