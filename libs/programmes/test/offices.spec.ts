import { describe, expect, it } from '@jest/globals';
import { ruleBookOf } from '../src/index.ts';
import { judged, templateOf, textOf } from './template-files.ts';

const text = textOf('four-exams');
const MEMBERS = 'members: [general, personnel, discipline, organization]';

describe('offices within a party', () => {
  it('are called by ids of their own: neither a party’s, nor another office’s, nor a word of the engine', () => {
    for (const twice of ['office', 'discipline', 'others']) {
      const given = judged(text.replace(MEMBERS, `members: [general, personnel, discipline, organization, ${twice}]`));
      const problems = given.kind === 'refused' ? given.problems : [];
      expect(problems.map(({ reason, path }) => `${reason} ${path}`)).toEqual([
        'NAMED_TWICE $.parties.members.members[4]',
      ]);
    }
  });

  it('stand in the rules told in sentences, and each beside what it owns', () => {
    const told = JSON.stringify(ruleBookOf(templateOf(text)));
    expect(told).toContain('成员单位：综合办公室、组织人事处、机关纪委、机关党委办公室');
    expect(told).toContain('成员单位（机关纪委）');
    expect(told).toContain('office (Discipline committee)');
  });

  it('without a name stand by their ids', () => {
    const told = JSON.stringify(ruleBookOf(templateOf(text.replace(/, memberNames: \{[^}]*\}/u, ''))));
    expect(told).toContain('成员单位：general、personnel、discipline、organization');
    expect(told).toContain('office (discipline)');
  });
});
