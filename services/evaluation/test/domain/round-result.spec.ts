import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { ProjectedEvent } from '@jiangong/read-models';
import { tellEvaluationFacts } from '../../src/adapters/public-facts/tell-evaluation-facts.ts';
import { roundDecider } from '../../src/domain/round/decider.ts';
import type { DecidedAwards, ResultComputed, RoundFact } from '../../src/domain/round/facts.ts';
import type { OpenedSheet } from '../../src/domain/round/orders.ts';
import {
  awarded,
  decision,
  earned,
  EDITION,
  leader,
  NOW,
  ROUND,
  sheets,
  sheetsOpened,
  unit,
  untilClosed,
  untilOpen,
  won,
} from './example-round.ts';

const { given } = deciderSpec(roundDecider);
const compute = (over: readonly OpenedSheet[] = sheets) => ({ kind: 'compute-tally', sheets: over, now: NOW }) as const;
const untilSheets = [...untilClosed, sheetsOpened];

const computed = (facts: readonly RoundFact[], over: readonly OpenedSheet[] = sheets): ResultComputed => {
  const made = given(...facts)
    .when(compute(over))
    .decision();
  if (isRefusal(made)) throw new Error(made.reason);
  return made[0] as ResultComputed;
};
const result = computed(untilSheets);
const { resultHash } = result.data;
const untilResult = [...untilSheets, result];
const ranksOf = ({ data }: ResultComputed) =>
  data.ranking.map(({ entryId, rank, score }) => `${rank} ${entryId} ${score}`);

describe('the sealed sheets', () => {
  it('are opened after the closing, on record', () =>
    given(...untilClosed)
      .when({ kind: 'open-sheets', now: NOW })
      .then(sheetsOpened));
  it('are not opened before the closing', () =>
    given(...untilOpen)
      .when({ kind: 'open-sheets', now: NOW })
      .thenRefused({ reason: 'ROUND_NOT_CLOSED', field: 'roundId' }));
  it('are not tallied without an opening on record', () =>
    given(...untilClosed)
      .when(compute())
      .thenRefused({ reason: 'SHEETS_NOT_OPENED', field: 'roundId' }));
});

describe('the tally of a round', () => {
  it('ranks by the frozen rules and gives the four hashes', () => {
    expect(ranksOf(result)).toEqual(['1 entry-a 8600', '2 entry-b 7600', '3 entry-c 5600']);
    expect(result.data).toMatchObject({ roundId: ROUND, editionId: EDITION, decimals: 2, unranked: [], excluded: [] });
    for (const hash of ['rulesHash', 'inputsHash', 'algorithmHash', 'resultHash'] as const)
      expect(result.data[hash]).toMatch(/^[0-9a-f]{64}$/);
  });
  it('is the same for the sheets in any order', () =>
    expect(computed(untilSheets, [...sheets].reverse())).toEqual(result));
  it('computed again from the same inputs changes nothing', () =>
    given(...untilResult)
      .when(compute())
      .then());
  it('leaves out a sheet that came after the closing', () => {
    const late = sheets.map((sheet) => (sheet.personId === 'officer-a' ? { ...sheet, position: 101 } : sheet));
    expect(computed(untilSheets, late).data.excluded).toEqual(['officer-a']);
    expect(ranksOf(computed(untilSheets, late))).toEqual(['1 entry-a 8600', '2 entry-b 8000', '3 entry-c 5600']);
  });
  it('leaves out the sheet of a removed evaluator', () => {
    const removed: RoundFact = {
      type: 'EvaluatorRemoved.v1',
      data: { roundId: ROUND, editionId: EDITION, personId: 'officer-a', reason: 'left-post' },
    };
    expect(computed([...untilOpen, removed, untilClosed.at(-1) as RoundFact, sheetsOpened]).data.excluded).toEqual([
      'officer-a',
    ]);
  });
  it('after a late recusal stands beside the first one', () => {
    const late: RoundFact = {
      type: 'RecusalDeclared.v1',
      data: { roundId: ROUND, personId: 'officer-a', entryId: 'entry-b', reason: 'kinship', late: true },
    };
    const second = computed([...untilResult, late]);
    expect(ranksOf(second)).toEqual(['1 entry-a 8600', '2 entry-b 8000', '3 entry-c 5600']);
    expect(second.data.rulesHash).toBe(result.data.rulesHash);
    expect(second.data.inputsHash).not.toBe(result.data.inputsHash);
  });
  it('says why it is impossible', () =>
    given(...untilSheets)
      .when(compute([]))
      .thenRefused({ reason: 'TALLY_IMPOSSIBLE', field: 'roundId' }));
  it('is not computed after the decision', () => {
    const decided = given(...untilResult)
      .when(decision({ resultHash }))
      .decision();
    if (isRefusal(decided)) throw new Error(decided.reason);
    given(...untilResult, ...decided)
      .when(compute())
      .thenRefused({ reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' });
  });
});

type Departures = readonly { entryId: string; grade: string; reason: string }[];
const taken = (departures: Departures, awards: DecidedAwards = earned): RoundFact => ({
  type: 'DecisionTaken.v1',
  data: {
    roundId: ROUND,
    editionId: EDITION,
    resultHash,
    minutesNumber: '〔2021〕12号',
    heldOn: '2021-12-09',
    present: ['leader-1', 'leader-2'],
    bodySize: 3,
    quorum: 2,
    departures,
    awards,
  },
});
const departure = (entryId: string, grade: string, reason = '群众反映突出') => ({ entryId, grade, reason });

describe('the decision', () => {
  it('awards what the ranks earn', () =>
    given(...untilResult)
      .when(decision({ resultHash }))
      .then(taken([])));
  it('tells nobody of an award: what was decided stands in the decision alone', () => {
    const made = given(...untilResult)
      .when(decision({ resultHash }))
      .decision();
    if (isRefusal(made)) throw new Error(made.reason);
    const told = made.flatMap(({ type, data }) => tellEvaluationFacts.translate({ type, data } as ProjectedEvent));
    expect(told).toEqual([
      {
        type: 'evaluation.DecisionTaken.v1',
        data: { roundId: ROUND, editionId: EDITION, minutesNumber: '〔2021〕12号' },
      },
    ]);
  });

  it('departs from the ranking with a reason for each entry', () => {
    const departures = [departure('entry-a', 'second'), departure('entry-b', 'none'), departure('entry-c', 'first')];
    given(...untilResult)
      .when(decision({ resultHash, departures }))
      .then(
        taken(departures, {
          entries: [won('a', 'second', 1), won('c', 'first', 3)],
          leaders: [{ entryId: 'entry-c', personId: 'leader-c' }],
          organizations: [{ organizationId: 'unit-c', place: 1, declared: 1, awarded: 1 }],
        }),
      );
  });

  const refused = (over: Partial<Parameters<typeof decision>[0]>) =>
    given(...untilResult).when(decision({ resultHash, ...over }));
  const meeting = decision({ resultHash }).meeting;
  it('needs a reason for a departure', () =>
    refused({ departures: [departure('entry-a', 'none', '')] }).thenRefused({
      reason: 'TEXT_EMPTY',
      field: 'departures[0].reason',
    }));
  it('names ranked entries only', () =>
    refused({ departures: [departure('entry-x', 'first')] }).thenRefused({
      reason: 'ENTRY_NOT_RANKED',
      field: 'departures[0].entryId',
    }));
  it('names an entry once', () =>
    refused({ departures: [departure('entry-a', 'none'), departure('entry-a', 'second')] }).thenRefused({
      reason: 'DEPARTURE_TWICE',
      field: 'departures[1].entryId',
    }));
  it('gives grades of the plan only', () =>
    refused({ departures: [departure('entry-a', 'gold')] }).thenRefused({
      reason: 'GRADE_UNKNOWN',
      field: 'departures[0].grade',
    }));
  it('calls no departure what the rank earns anyway', () =>
    refused({ departures: [departure('entry-a', 'first')] }).thenRefused({
      reason: 'NO_DEPARTURE',
      field: 'departures[0].grade',
    }));
  it('has at most a hundred departures', () =>
    refused({ departures: Array.from({ length: 101 }, () => departure('entry-a', 'none')) }).thenRefused({
      reason: 'TOO_MANY_DEPARTURES',
      field: 'departures',
    }));
  it('is not taken by one officer alone', () =>
    refused({ meeting: { ...meeting, present: ['leader-1'] } }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { present: 1, quorum: 2, bodySize: 3 },
    }));
  it('is not taken by one alone, even where the body is one', () =>
    refused({ meeting: { ...meeting, present: ['leader-1'] }, body: ['leader-1'] }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { present: 1, quorum: 2, bodySize: 1 },
    }));
  it('needs more than half of the body', () =>
    refused({ body: ['leader-1', 'leader-2', 'leader-3', 'leader-4'] }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { present: 2, quorum: 3, bodySize: 4 },
    }));
  it('counts members of the leadership only', () =>
    refused({ meeting: { ...meeting, present: ['leader-1', 'stranger'] } }).thenRefused({
      reason: 'NOT_IN_LEADERSHIP',
      field: 'present[1]',
    }));
  it('counts nobody twice', () =>
    refused({ meeting: { ...meeting, present: ['leader-1', 'leader-1'] } }).thenRefused({
      reason: 'PRESENT_TWICE',
      field: 'present[1]',
    }));
  it('needs the number of the minutes', () =>
    refused({ meeting: { ...meeting, minutesNumber: '' } }).thenRefused({
      reason: 'TEXT_EMPTY',
      field: 'minutesNumber',
    }));
  it('was taken on a day that exists and has come', () => {
    refused({ meeting: { ...meeting, heldOn: '2021-02-30' } }).thenRefused({
      reason: 'MEETING_DAY_INVALID',
      field: 'heldOn',
    });
    refused({ meeting: { ...meeting, heldOn: '2021-12-11' } }).thenRefused({
      reason: 'MEETING_DAY_INVALID',
      field: 'heldOn',
    });
  });
  it('is about the latest result', () =>
    refused({ resultHash: 'f'.repeat(64) }).thenRefused({ reason: 'RESULT_OUTDATED', field: 'resultHash' }));
  it('needs a result', () =>
    given(...untilSheets)
      .when(decision({ resultHash }))
      .thenRefused({ reason: 'RESULT_NOT_COMPUTED', field: 'roundId' }));
  it('needs a closed round', () =>
    given(...untilOpen)
      .when(decision({ resultHash }))
      .thenRefused({ reason: 'ROUND_NOT_CLOSED', field: 'roundId' }));
  it('is taken once', () =>
    given(...untilResult, taken([]))
      .when(decision({ resultHash }))
      .thenRefused({ reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' }));
});

describe('the commendation', () => {
  const issue = {
    kind: 'issue-commendation',
    documentNumber: '吉直党发〔2021〕30号',
    names: {
      committee: { zh: '省直机关工委', en: 'Provincial committee' },
      edition: { zh: '建功“十四五”', en: 'Merit campaign' },
      year: 2021,
      units: { 'unit-a': { zh: '甲厅', en: 'Unit A' } },
    },
    now: NOW,
  } as const;
  const decidedFacts = [...untilResult, taken([])];

  it('is issued by circular, in both languages, without a person in it', () => {
    const made = given(...decidedFacts)
      .when(issue)
      .decision();
    if (isRefusal(made)) throw new Error(made.reason);
    const { data } = made.at(-1) as Extract<RoundFact, { type: 'CommendationIssued.v1' }>;
    expect(data).toMatchObject({
      roundId: ROUND,
      editionId: EDITION,
      documentNumber: issue.documentNumber,
      issuedAt: NOW,
    });
    expect(data.circular.titleZh).toBe('省直机关工委关于表彰2021年度“建功“十四五””获奖项目、个人和单位的通报');
    expect(data.circular.bodyZh).toBe(
      [
        '吉直党发〔2021〕30号',
        '各单位：\n2021年度“建功“十四五””经评分、汇总排序，并经领导班子会议（〔2021〕12号）研究，决定对以下项目、个人和单位予以通报表彰。',
        '一、突出业绩奖·一等奖（1项）\n1．项目a（甲厅）',
        '二、突出业绩奖·二等奖（1项）\n1．项目b（unit-b）',
        '三、突出业绩项目带头人（1名）\n以上获一等奖项目的负责人。',
        '四、优秀组织奖（1个）\n甲厅',
        '省直机关工委\n2021年12月10日',
      ].join('\n\n'),
    );
    expect(data.circular.bodyEn).toContain('1. Outstanding Performance Award, First Prize (1)\n1. 项目a (Unit A)');
    expect(JSON.stringify(data)).not.toContain('leader-');
  });
  it('grants the awards: they become facts with the circular, in one append', () => {
    const made = given(...decidedFacts)
      .when(issue)
      .decision();
    if (isRefusal(made)) throw new Error(made.reason);
    expect(made.slice(0, -1)).toEqual([awarded('a', 'first', 1), awarded('b', 'second', 2), leader('a'), unit('a')]);
    expect(made.at(-1)?.type).toBe('CommendationIssued.v1');
    expect(
      made
        .flatMap(({ type, data }) => tellEvaluationFacts.translate({ type, data } as ProjectedEvent))
        .map(({ type }) => type),
    ).toEqual(made.map(({ type }) => `evaluation.${type}`));
  });
  it('needs a document number', () =>
    given(...decidedFacts)
      .when({ ...issue, documentNumber: '\u0000' })
      .thenRefused({ reason: 'TEXT_MALFORMED', field: 'documentNumber' }));
  it('follows the decision', () =>
    given(...untilResult)
      .when(issue)
      .thenRefused({ reason: 'DECISION_NOT_TAKEN', field: 'roundId' }));
  it('is issued once', () => {
    const made = given(...decidedFacts)
      .when(issue)
      .decision();
    if (isRefusal(made)) throw new Error(made.reason);
    given(...decidedFacts, ...made)
      .when(issue)
      .thenRefused({ reason: 'COMMENDATION_ISSUED_ALREADY', field: 'roundId' });
  });
});
