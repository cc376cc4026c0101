import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import type { CircularIssued } from '../../../src/domain/decision/taken-facts.ts';
import type { TakenOrder } from '../../../src/domain/decision/taken-orders.ts';
import {
  COMMITTEE,
  decidable,
  DECISION,
  facts,
  FIRST,
  issueCircular,
  minutesOf,
  recordMinutes,
  takeDecision,
  taken,
} from './example-decidable.ts';

const decided = taken(decidable(), takeDecision());
const issued = (of = decided): CircularIssued['data'] =>
  (facts(decideTaken(of, issueCircular(4)))[0] as CircularIssued).data;
const refused = (order: TakenOrder, of = decided) => {
  const made = decideTaken(of, order);
  return isRefusal(made) ? { reason: made.reason, field: made.field } : made;
};

describe('the circular', () => {
  it('lists every honour, and is all that is told of them', () => {
    const { honours } = issued();
    expect(honours.map(({ code, holder }) => `${code} ${holder.kind} ${holder.id}`)).toEqual([
      'jiangong.first project project-a',
      'jiangong.second project project-b',
      'jiangong.leader person leader-a',
      'jiangong.organizer organization unit-a',
    ]);
    expect(honours[0]).toEqual({
      honourId: 'honour-0',
      certificateNumber: 'C0',
      code: 'jiangong.first',
      kind: 'honour',
      level: 'working-committee',
      grade: { id: 'first', zh: '一等奖', en: 'First Prize' },
      to: 'entry',
      seriesId: 'series',
      grantedBy: COMMITTEE,
      holder: { kind: 'project', id: 'project-a', zh: '项目a', en: '项目a' },
      entryId: 'entry-a',
      title: '项目a',
      homeId: 'unit-a',
      homeName: { zh: '甲厅', en: 'Unit A' },
      classifiedThen: false,
      basis: { decisionId: DECISION, rank: 1, shared: false },
      period: { from: '2021-01-01', to: '2021-12-31' },
      awardYear: 2021,
      until: null,
    });
  });
  it('keeps the name that an organization has on that day, and none of a person', () => {
    const { honours } = issued();
    expect(honours.map(({ holder }) => holder.zh)).toEqual(['项目a', '项目b', '', '甲厅']);
  });
  it('keeps whether a unit was classified then', () =>
    expect(issued().honours.map(({ classifiedThen }) => classifiedThen)).toEqual([false, true, false, false]));
  it('says until when an honour with a term is held', () => {
    const termed = decidable({ outcome: [{ ...FIRST, termYears: 3 }] });
    const order = takeDecision(minutesOf(recordMinutes({ decidable: termed })));
    const made = facts(decideTaken(taken(termed, order), issueCircular(1)));
    expect((made[0] as CircularIssued).data.honours[0]?.until).toBe('2024-12-09');
  });
  it('is written in both languages, without a person in it', () => {
    const { circular, ...rest } = issued();
    expect(circular.titleZh).toBe('省直机关工委关于表彰2021年度“建功“十四五””获奖项目、个人和单位的通报');
    expect(circular.bodyZh).toBe(
      [
        '吉直党发〔2021〕30号',
        '各单位：\n2021年度“建功“十四五””经评分、汇总排序，并经领导班子会议（〔2021〕12号）研究，决定对以下项目、个人和单位予以通报表彰。',
        '一、一等奖（1项）\n1．项目a（甲厅）',
        '二、突出业绩项目带头人（1名）\n以上获一等奖项目的负责人。',
        '三、优秀组织奖（1个）\n甲厅',
        '省直机关工委\n2021年12月10日',
      ].join('\n\n'),
    );
    expect(circular.bodyEn).toContain('1. First Prize (1)\n1. 项目a (Unit A)');
    expect(JSON.stringify(circular)).not.toContain('leader-a');
    expect(rest.documentNumber).toBe('吉直党发〔2021〕30号');
  });
  it('names nothing classified, nor a number that would tell of it', () => {
    const { names } = issueCircular(4) as Extract<TakenOrder, { type: 'IssueCircular' }>;
    const all = facts(decideTaken(decided, issueCircular(4, { names: { ...names, classified: [] } })));
    expect((all[0] as CircularIssued).data.circular.bodyZh).toContain('二、二等奖（1项）\n1．项目b（unit-b）');
    expect(JSON.stringify(issued().circular)).not.toMatch(/项目b|二等奖/u);
    const branch = { names: { ...names, classifiedEntries: ['entry-a'] } };
    const hidden = facts(decideTaken(decided, issueCircular(4, branch)));
    expect((hidden[0] as CircularIssued).data.circular.bodyZh).not.toContain('项目a');
    expect(issued().honours).toHaveLength(4);
  });
  it('needs a document number', () =>
    expect(refused(issueCircular(4, { documentNumber: '\u0000' }))).toEqual({
      reason: 'TEXT_MALFORMED',
      field: 'documentNumber',
    }));
  it('needs a certificate number for each award', () =>
    expect(refused(issueCircular(3))).toEqual({ reason: 'CERTIFICATES_MISSING', field: 'roundId' }));
  it('follows a decision', () =>
    expect(refused(issueCircular(4), decidable())).toEqual({ reason: 'DECISION_NOT_TAKEN', field: 'roundId' }));
  it('is not issued over a result that something has moved since', () =>
    expect(refused(issueCircular(4), { ...decided, outdated: true })).toEqual({
      reason: 'RESULT_OUTDATED',
      field: 'roundId',
    }));
  it('waits for an objection under which an awarded entry entered, whatever became of the decision it was raised against', () => {
    const open = (entryId: string) => issueCircular(4, { openObjections: [{ objectionId: 'o-1', entryId }] });
    expect(refused(open('entry-a'))).toEqual({ reason: 'OBJECTION_OPEN', field: 'roundId' });
    expect(refused(open('entry-c'))).toMatchObject([{ type: 'CircularIssued.v1' }]);
  });
  it('is issued once', () =>
    expect(refused(issueCircular(4), taken(decided, issueCircular(4)))).toEqual({
      reason: 'CIRCULAR_ISSUED_ALREADY',
      field: 'roundId',
    }));
});
