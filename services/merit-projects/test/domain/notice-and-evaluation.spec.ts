import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import * as limits from '../../src/domain/limits.ts';
import { unitEditionDecider } from '../../src/domain/unit-edition/decider.ts';
import type { UnitEditionFact } from '../../src/domain/unit-edition/facts.ts';
import type {
  CommendEntry,
  PublishEntry,
  ReceiveObjection,
  SettleObjection,
} from '../../src/domain/unit-edition/orders.ts';
import { DAY, terms } from './edition-sample.ts';
import { at, fact, OBJECTION, P1, P2, P3, ref, ROUND, upTo } from './entry-sample.ts';

const { given } = deciderSpec(unitEditionDecider);
const publish: PublishEntry = { type: 'PublishEntry', ...at(DAY.review) };

describe('public notice', () => {
  it('a cleared entry is published; the notice ends after five working days', () =>
    given(...upTo.cleared())
      .when(publish)
      .then(fact.published()));

  it('only what discipline inspection cleared is published, once, while notice is open', () => {
    given(...upTo.screened())
      .when(publish)
      .thenRefused({ reason: 'ENTRY_NOT_CLEARED', field: 'entryId' });
    given(...upTo.published())
      .when(publish)
      .thenRefused({ reason: 'ENTRY_NOT_CLEARED', field: 'entryId' });
    given(...upTo.cleared())
      .when({ ...publish, now: '2021-11-12T02:00:00.000Z' })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
  });

  it('a notice whose last-minute objection could not be answered before scoring is refused', () => {
    // It would end with 30 November, the last day before scoring.
    given(...upTo.cleared())
      .when({ ...publish, now: '2021-11-23T02:00:00.000Z' })
      .thenRefused({
        reason: 'NOTICE_ENDS_AFTER_SCORING_OPENS',
        details: { noticeUntil: '2021-11-30T16:00:00.000Z', scoringOpensAt: '2021-11-30T16:00:00.000Z' },
      });
    given(...upTo.cleared())
      .when({ ...publish, now: '2021-11-26T02:00:00.000Z' })
      .thenRefused({
        reason: 'NOTICE_ENDS_AFTER_SCORING_OPENS',
        details: { noticeUntil: '2021-12-03T16:00:00.000Z', scoringOpensAt: '2021-11-30T16:00:00.000Z' },
      });
  });
});

describe('objections', () => {
  const object: ReceiveObjection = {
    type: 'ReceiveObjection',
    ...at(DAY.notice),
    objectionId: OBJECTION,
    objectorName: '李某',
    objectorContact: '138 0000 0000',
    statement: '数据不实。',
    evidence: [],
  };
  const settle: SettleObjection = {
    type: 'SettleObjection',
    ...at(DAY.noticeOver),
    objectionId: OBJECTION,
    outcome: 'rejected',
    answer: '经核查属实。',
    redeclareBy: null,
    reasons: [],
  };
  const objected = [...upTo.published(), fact.objected()];

  it('settled ones shut nobody out of a later one; those that wait, and all together, have a bound', () => {
    const many = (count: number, settled: boolean) =>
      Array.from({ length: count }, (_, index) => {
        const { data } = fact.objected() as Extract<UnitEditionFact, { type: 'ObjectionReceived.v1' }>;
        const objectionId = `objection-${index}`;
        const received: UnitEditionFact = { type: 'ObjectionReceived.v1', data: { ...data, objectionId } };
        const answer: UnitEditionFact = {
          type: 'ObjectionSettled.v1',
          data: { ...ref(P1), objectionId, outcome: 'rejected', answer: '否。' },
        };
        return settled ? [received, answer] : [received];
      }).flat();
    given(...upTo.published(), ...many(limits.OBJECTIONS_OPEN_MAX, true))
      .when(object)
      .then(fact.objected());
    given(...upTo.published(), ...many(limits.OBJECTIONS_OPEN_MAX, false))
      .when(object)
      .thenRefused({ reason: 'TOO_MANY_OBJECTIONS', details: { max: limits.OBJECTIONS_OPEN_MAX } });
    given(...upTo.published(), ...many(limits.OBJECTIONS_PER_ENTRY_MAX, true))
      .when(object)
      .thenRefused({ reason: 'TOO_MANY_OBJECTIONS', details: { max: limits.OBJECTIONS_PER_ENTRY_MAX } });
  });

  it('are received under a real name while the notice runs, with a day to answer by', () =>
    given(...upTo.published())
      .when(object)
      .then(fact.objected()));

  it('not before the notice, nor after it', () => {
    given(...upTo.cleared())
      .when(object)
      .thenRefused({ reason: 'NOTICE_NOT_RUNNING', field: 'entryId' });
    given(...upTo.published())
      .when({ ...object, now: '2021-11-23T16:00:00.000Z' })
      .thenRefused({ reason: 'NOTICE_NOT_RUNNING', field: 'entryId' });
  });

  it('not without a name, a contact and a statement', () => {
    given(...upTo.published())
      .when({ ...object, objectorName: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'objectorName' });
    given(...upTo.published())
      .when({ ...object, objectorContact: ' ' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'objectorContact' });
    given(...upTo.published())
      .when({ ...object, statement: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'statement' });
  });

  it('a rejected objection changes nothing for the entry', () =>
    given(...objected)
      .when(settle)
      .then(fact.settled()));

  it('an upheld one removes the entry', () =>
    given(...objected)
      .when({ ...settle, outcome: 'upheld-remove' })
      .then(
        {
          type: 'ObjectionSettled.v1',
          data: { ...ref(P1), objectionId: OBJECTION, outcome: 'upheld-remove', answer: '经核查属实。' },
        },
        { type: 'EntryRemoved.v1', data: { ...ref(P1), objectionId: OBJECTION } },
      ));

  it('or returns it with a deadline, to be declared, reviewed and published anew', () => {
    const returned = {
      type: 'EntryReturned.v1',
      data: {
        ...ref(P1),
        version: 1,
        by: 'objection',
        reasons: ['请更正数据。'],
        redeclareBy: '2021-11-25',
        redeclareUntil: '2021-11-25T16:00:00.000Z',
      },
    } as const;
    const settled = {
      type: 'ObjectionSettled.v1',
      data: { ...ref(P1), objectionId: OBJECTION, outcome: 'upheld-return', answer: '经核查属实。' },
    } as const;
    const settleIt: SettleObjection = {
      ...settle,
      now: DAY.notice,
      outcome: 'upheld-return',
      redeclareBy: '2021-11-25',
      reasons: ['请更正数据。'],
    };
    given(...objected)
      .when(settleIt)
      .then(settled, returned);
    given(...objected)
      .when({ ...settleIt, redeclareBy: null })
      .thenRefused({ reason: 'DATE_INVALID', field: 'redeclareBy' });
    given(...objected)
      .when({ ...settleIt, reasons: [] })
      .thenRefused({ reason: 'RETURN_REASONS_MISSING', field: 'reasons' });
    given(...objected)
      .when({ ...settleIt, outcome: 'rejected', redeclareBy: null })
      .thenRefused({ reason: 'RETURN_REASONS_UNEXPECTED', field: 'reasons' });
    given(...objected)
      .when({ ...settleIt, outcome: 'rejected' })
      .thenRefused({ reason: 'RETURN_DEADLINE_INVALID', field: 'redeclareBy' });
    given(...objected, settled, returned, fact.redeclared(), fact.screened(), fact.clearanceRequested(), fact.cleared())
      .when({ ...publish, now: '2021-11-22T02:00:00.000Z' })
      .then({
        type: 'EntryPublished.v1',
        data: {
          ...ref(P1),
          noticeRound: 2,
          noticeFrom: '2021-11-22T02:00:00.000Z',
          noticeUntil: '2021-11-29T16:00:00.000Z',
        },
      });
  });

  it('each is settled once, and only one that was received', () => {
    given(...objected, fact.settled())
      .when(settle)
      .thenRefused({ reason: 'OBJECTION_ALREADY_SETTLED', field: 'objectionId' });
    given(...upTo.published())
      .when(settle)
      .thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
    given(...upTo.published())
      .when({ ...settle, objectionId: 'constructor' })
      .thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
    given(...objected)
      .when({ ...settle, answer: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'answer' });
  });

  it('one that is upheld after the entry was withdrawn settles without a further consequence', () =>
    given(...objected, fact.withdrawn())
      .when({ ...settle, outcome: 'upheld-remove' })
      .then({
        type: 'ObjectionSettled.v1',
        data: { ...ref(P1), objectionId: OBJECTION, outcome: 'upheld-remove', answer: '经核查属实。' },
      }));
});

describe('evaluation', () => {
  const enter = { type: 'EnterEvaluation', now: DAY.scoring, terms } as const;

  it('when scoring opens, the published entries whose notice is over and without an open objection enter', () => {
    given(...upTo.published(P1), fact.objected(P1), ...upTo.published(P2), ...upTo.cleared(P3))
      .when(enter)
      .then(fact.missed(P1), fact.entered(P2));
    given(...upTo.published(P1), fact.objected(P1), fact.settled(P1), ...upTo.published(P2))
      .when(enter)
      .then(fact.entered(P1), fact.entered(P2));
  });

  it('what scoring opens without is said, once, with the reason; its objection is still answered', () => {
    const running = {
      ...terms,
      windows: { ...terms.windows, scoring: { ...terms.windows.scoring, opensAt: DAY.notice } },
    };
    given(...upTo.published())
      .when({ ...enter, now: DAY.notice, terms: running })
      .then({ type: 'EntryMissedEvaluation.v1', data: { ...ref(P1), reason: 'notice-running' } });
    given(...upTo.published(), fact.objected(), fact.missed())
      .when(enter)
      .then();
    const answer = {
      objectionId: OBJECTION,
      outcome: 'rejected',
      answer: '经核查属实。',
      redeclareBy: null,
      reasons: [],
    } as const;
    given(...upTo.published(), fact.objected(), fact.missed())
      .when({ type: 'SettleObjection', ...at(DAY.scoring), ...answer })
      .then(fact.settled());
  });

  it('entering twice is entering once; a unit without entries enters none', () => {
    given(...upTo.entered())
      .when(enter)
      .then();
    given().when(enter).then();
  });

  it('nobody enters before scoring opens', () =>
    given(...upTo.published())
      .when({ ...enter, now: DAY.noticeOver })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' }));

  it('a scored entry is commended, once', () => {
    const commend: CommendEntry = {
      type: 'CommendEntry',
      ...at(DAY.scoring),
      roundId: ROUND,
      award: 'outstanding-performance',
      grade: 'first',
      documentNumber: '吉直党发〔2022〕1号',
    };
    given(...upTo.entered())
      .when(commend)
      .then(fact.commended());
    given(...upTo.commended())
      .when(commend)
      .then();
    given(...upTo.published())
      .when(commend)
      .thenRefused({ reason: 'ENTRY_NOT_IN_EVALUATION', field: 'entryId', details: { standing: 'published' } });
  });
});
