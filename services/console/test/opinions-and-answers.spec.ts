import { describe, expect, it } from '@jest/globals';
import * as answers from '../src/pages/cases/answer.ts';
import * as opinions from '../src/pages/clearances/opinion.ts';

describe('an opinion of discipline inspection', () => {
  const scopes = ['entry', 'unit'] as const;

  it('needs an outcome for each thing asked, a number, and a reason where something is blocked', () => {
    const none = opinions.NO_OPINION;
    expect(opinions.lackingIn({ ...none, outcomes: { entry: 'cleared' } }, scopes, [])).toBe('outcomes');
    const cleared = opinions.allCleared(none, scopes);
    expect(opinions.lackingIn(cleared, scopes, [])).toBe('number');
    const numbered = { ...cleared, number: '示纪审1号' };
    expect(opinions.lackingIn(numbered, scopes, [])).toBeNull();
    const blocked = { ...numbered, outcomes: { entry: 'blocked', unit: 'cleared' } } as const;
    expect(opinions.lackingIn(blocked, scopes, [])).toBe('why');
    expect(opinions.lackingIn({ ...blocked, why: '正在核实' }, scopes, [])).toBeNull();
  });

  it('confirms each need that it is asked, unless something is blocked', () => {
    const cleared = { ...opinions.allCleared(opinions.NO_OPINION, scopes), number: '1号', met: ['need-9'] };
    expect(opinions.lackingIn(cleared, scopes, ['need-1'])).toBe('needs');
    const met = { ...cleared, met: ['need-9', 'need-1'] };
    expect(opinions.lackingIn(met, scopes, ['need-1'])).toBeNull();
    expect(opinions.toSend(met, scopes, ['need-1']).needsMet).toEqual(['need-1']);
    const blocked = { ...met, outcomes: { entry: 'blocked', unit: 'cleared' }, why: '核实' } as const;
    expect(opinions.lackingIn({ ...blocked, met: [] }, scopes, ['need-1'])).toBeNull();
    expect(opinions.toSend(blocked, scopes, ['need-1']).needsMet).toEqual([]);
  });

  it('sends a reason only where something is blocked', () => {
    const given = {
      outcomes: { entry: 'cleared', unit: 'cleared' },
      number: ' 1号 ',
      why: '先前写的',
      met: [],
    } as const;
    expect(opinions.toSend(given, scopes, [])).toEqual({
      opinions: [
        { scope: 'entry', outcome: 'cleared' },
        { scope: 'unit', outcome: 'cleared' },
      ],
      opinionNumber: '1号',
      why: '',
      needsMet: [],
    });
  });

  it('reads back what was kept, and nothing of what it does not know', () => {
    const kept = { outcomes: { entry: 'blocked' }, number: '1号', why: '核实', met: ['need-1'] };
    expect(opinions.restoredOpinion(kept)).toEqual(kept);
    expect(opinions.restoredOpinion({ outcomes: { entry: 'maybe', all: 'cleared' } })).toEqual(opinions.NO_OPINION);
    expect(opinions.restoredOpinion(null)).toBeNull();
  });
});

describe('an answer to an objection', () => {
  it('offers what can come of it: nothing that is scored is mended, and a result is put right elsewhere', () => {
    expect(answers.outcomesFor({ against: 'entry' }, 'published')).toEqual([
      ...['rejected', 'upheld-return', 'upheld-remove'],
    ]);
    expect(answers.outcomesFor({ against: 'entry' }, 'in-evaluation')).toEqual(['rejected', 'upheld-remove']);
    expect(answers.outcomesFor({ against: 'result' }, 'in-evaluation')).toEqual([
      ...['rejected', 'upheld-remove', 'upheld'],
    ]);
  });

  it('needs an outcome and a text, and of a return its reasons; only a return sends them', () => {
    const answer = { ...answers.NO_ANSWER, answer: '经核查……', reasons: '补充数据', redeclareBy: '2024-11-25' };
    expect(answers.lackingIn(answer)).toBe('choose');
    expect(answers.lackingIn({ ...answer, outcome: 'rejected', answer: ' ' })).toBe('write');
    expect(answers.lackingIn({ ...answer, outcome: 'upheld-return', reasons: '\n' })).toBe('writeReasons');
    expect(answers.toSend({ ...answer, outcome: 'rejected' })).toEqual({ outcome: 'rejected', answer: '经核查……' });
    expect(answers.toSend({ ...answer, outcome: 'upheld-return' })).toEqual({
      ...{ outcome: 'upheld-return', answer: '经核查……', reasons: ['补充数据'], redeclareBy: '2024-11-25' },
    });
  });

  it('removes what is being scored by two offices', () => {
    const answer = { ...answers.NO_ANSWER, outcome: 'upheld-remove' } as const;
    expect(answers.needsSecond(answer, 'in-evaluation')).toBe(true);
    expect(answers.needsSecond(answer, 'published')).toBe(false);
  });
});
