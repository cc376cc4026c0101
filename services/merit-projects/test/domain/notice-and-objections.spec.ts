import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact, EntryFact } from '../../src/domain/entries/facts.ts';
import type { PublishEntry, ReceiveObjection } from '../../src/domain/entries/orders.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, tables, terms } from './edition-sample.ts';
import {
  at,
  DECISION,
  EVIDENCE,
  fact,
  intakeClosed,
  OBJECTION,
  P1,
  PROPOSAL,
  published,
  ROUND,
  settle,
  SOURCE,
} from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);
const cleared = published().slice(0, -1);
const publish: PublishEntry = { type: 'PublishEntry', ...at(DAY.review, BY.officer) };

describe('public notice', () => {
  it('a cleared entry is published; the notice ends after five working days', () =>
    given(...cleared)
      .when(publish)
      .then(fact.published()(7)));

  it('only what discipline inspection cleared is published, once, while notice is open', () => {
    given(...cleared.slice(0, -1))
      .when(publish)
      .thenRefused({ reason: 'ENTRY_NOT_CLEARED', field: 'entryId' });
    given(...published())
      .when(publish)
      .thenRefused({ reason: 'ENTRY_NOT_CLEARED', field: 'entryId' });
    given(...cleared)
      .when({ ...publish, now: '2021-11-12T02:00:00.000Z' })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
  });

  it('a notice whose last-minute objection could not be answered before scoring is refused', () =>
    // It would end with 30 November, the last day before scoring.
    given(...cleared)
      .when({ ...publish, now: '2021-11-23T02:00:00.000Z' })
      .thenRefused({
        reason: 'NOTICE_ENDS_AFTER_SCORING_OPENS',
        details: { noticeUntil: '2021-11-30T16:00:00.000Z', scoringOpensAt: '2021-11-30T16:00:00.000Z' },
      }));

  it('a template without a notice has none', () =>
    given(...cleared)
      .when({ ...publish, terms: { ...terms, tables: { ...tables, notices: [] } } })
      .thenRefused({ reason: 'NOTICE_NOT_IN_TEMPLATE', field: 'entryId' }));
});

const object: ReceiveObjection = {
  type: 'ReceiveObjection',
  ...at(DAY.notice, BY.nobody),
  ...{ objectionId: OBJECTION, channel: 'platform', confirmation: 'code', source: SOURCE },
  ...{ objectorName: '张三', objectorContact: '000-00000000', statement: '数据不实。', evidence: [EVIDENCE] },
};
const settled = (entryRevision: number, data: object): EntriesFact =>
  ({
    type: 'ObjectionSettled.v1',
    data: { ...fact.settled()(entryRevision).data, ...data },
  }) as EntriesFact;

describe('objections', () => {
  it('are taken while the notice runs, answered at the latest when scoring opens', () => {
    given(...published())
      .when(object)
      .then(fact.objected()(8));
    given(...published())
      .when({ ...object, now: '2021-11-23T16:00:00.000Z' })
      .thenRefused({ reason: 'NOTICE_NOT_RUNNING', field: 'entryId' });
    given(...cleared)
      .when(object)
      .thenRefused({ reason: 'NOTICE_NOT_RUNNING', field: 'entryId' });
  });

  it('days in a year nobody entered take nobody his right: the answer is due when scoring opens', () =>
    given(...published())
      .when({ ...object, terms: { ...terms, holidays: new Map() } })
      .then(fact.objected()(8)));

  it('one source has three open ones; fifty of others still come through; what is settled shuts nobody out', () => {
    const of = (count: number, source: string, from = 0) =>
      Array.from({ length: count }, (_, index) => fact.objected(P1, `o-${from + index}`, source)(8 + from + index));
    given(...published(), ...of(limits.OBJECTIONS_OPEN_PER_SOURCE_MAX, SOURCE))
      .when(object)
      .thenRefused({
        reason: 'TOO_MANY_OBJECTIONS_OF_SOURCE',
        details: { max: limits.OBJECTIONS_OPEN_PER_SOURCE_MAX },
      });
    given(...published(), ...of(limits.OBJECTIONS_OPEN_PER_SOURCE_MAX, 'another'))
      .when(object)
      .then(fact.objected()(11));
    given(...published(), ...of(limits.OBJECTIONS_OPEN_MAX, ''))
      .when(object)
      .thenRefused({ reason: 'TOO_MANY_OBJECTIONS', details: { max: limits.OBJECTIONS_OPEN_MAX } });
    const answered = of(limits.OBJECTIONS_OPEN_MAX, '').flatMap((one, index) => [
      one,
      settled(9 + index, { objectionId: `o-${index}` }),
    ]);
    given(...published(), ...answered)
      .when(object)
      .then(fact.objected()(9 + limits.OBJECTIONS_OPEN_MAX));
  });

  it('are never shut out for good: after very many, each waits for the answer to the one before', () => {
    const many = Array.from({ length: limits.OBJECTIONS_PER_ENTRY_MAX }, (_, index) => [
      fact.objected(P1, `o-${index}`, '')(8 + index),
      settled(8 + index, { objectionId: `o-${index}` }),
    ]).flat();
    const after = 8 + limits.OBJECTIONS_PER_ENTRY_MAX;
    given(...published(), ...many)
      .when(object)
      .then(fact.objected()(after));
    given(...published(), ...many, fact.objected(P1, 'one-more', 'another')(after))
      .when(object)
      .thenRefused({ reason: 'TOO_MANY_OBJECTIONS', details: { max: 1 } });
  });

  it('are answered once, with an answer', () => {
    const open = [...published(), fact.objected()(8)];
    given(...open)
      .when(settle)
      .then(fact.settled()(9));
    given(...open, fact.settled()(9))
      .when(settle)
      .thenRefused({ reason: 'OBJECTION_ALREADY_SETTLED', field: 'objectionId' });
    given(...published())
      .when(settle)
      .thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
    given(...open)
      .when({ ...settle, answer: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'answer' });
  });

  it('upheld, the entry is removed, or returned with reasons of its own', () => {
    const open = [...published(), fact.objected()(8)];
    given(...open)
      .when({ ...settle, outcome: 'upheld-remove' })
      .then(settled(9, { outcome: 'upheld-remove' }), fact.removed()(10));
    given(...open)
      .when({
        ...settle,
        now: DAY.notice,
        outcome: 'upheld-return',
        redeclareBy: '2021-11-19',
        reasons: ['补充台账。'],
      })
      .then(settled(9, { outcome: 'upheld-return' }), {
        type: 'EntryReturned.v1',
        data: {
          ...(fact.returned()(10) as Extract<EntryFact, { type: 'EntryReturned.v1' }>).data,
          ...{ by: 'objection', redeclareBy: '2021-11-19', redeclareUntil: '2021-11-19T16:00:00.000Z' },
          prose: { reasons: ['补充台账。'] },
        },
      });
    given(...open)
      .when({ ...settle, outcome: 'upheld-return' })
      .thenRefused({ reason: 'RETURN_REASONS_MISSING', field: 'reasons' });
    given(...open)
      .when({ ...settle, reasons: ['多余'] })
      .thenRefused({ reason: 'RETURN_REASONS_UNEXPECTED', field: 'reasons' });
  });

  it('one that is open when scoring opens keeps nobody out, and may still be upheld: then by two offices', () => {
    const entered: readonly EntriesFact[] = [...published(), fact.objected()(8), intakeClosed([P1])];
    const late = {
      ...settle,
      now: DAY.scoring,
      by: BY.inspector,
      outcome: 'upheld-remove' as const,
      proposalId: PROPOSAL,
    };
    given(...entered)
      .when(late)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    given(...entered, fact.proposed(P1, 'SettleObjection', 10)(10))
      .when(late)
      .then(settled(11, { outcome: 'upheld-remove', proposalId: PROPOSAL, proposedBy: BY.officer.personId }), {
        type: 'EntryRemoved.v1',
        data: {
          ...(fact.removed()(12) as Extract<EntryFact, { type: 'EntryRemoved.v1' }>).data,
          ...{ wasEntered: true, proposalId: PROPOSAL, proposedBy: BY.officer.personId },
        },
      });
    given(...entered)
      .when({ ...settle, now: DAY.scoring, outcome: 'upheld-return', redeclareBy: '2021-12-05', reasons: ['补'] })
      .thenRefused({ reason: 'OUTCOME_NOT_POSSIBLE', field: 'outcome' });
    given(...entered)
      .when({ ...settle, now: DAY.scoring, terms: { ...terms, kind: 'abandoned' } })
      .then(fact.settled()(10));
  });
});

describe('the second notice', () => {
  const entered: readonly EntriesFact[] = [...published(), intakeClosed([P1])];
  const proposed = {
    type: 'PublishProposed',
    ...at(DAY.secondNotice, BY.nobody),
    ...{ by: { personId: '', role: 'system', organizationId: '' }, roundId: ROUND, decisionId: DECISION },
  } as const;

  it('begins when evaluation proposes the entry, once a decision', () => {
    given(...entered)
      .when(proposed)
      .then(fact.proposedNotice()(9));
    given(...entered, fact.proposedNotice()(9))
      .when(proposed)
      .then();
    given(...published())
      .when(proposed)
      .thenRefused({ reason: 'ENTRY_NOT_IN_EVALUATION', field: 'entryId' });
  });

  it('takes objections against the result, which may be upheld without removing the entry', () => {
    const running = [...entered, fact.proposedNotice()(9)];
    const againstResult: EntriesFact = {
      type: 'ObjectionReceived.v1',
      data: {
        ...(fact.objected()(10) as Extract<EntryFact, { type: 'ObjectionReceived.v1' }>).data,
        ...{ against: 'result', answerDueAt: '2022-01-07T16:00:00.000Z' },
        holidaysHash: '',
      },
    };
    given(...running)
      .when({ ...object, now: '2021-12-23T02:00:00.000Z', terms: { ...terms, holidays: new Map() } })
      .then({
        ...againstResult,
        // Twice as many calendar days where the working days are not known.
        data: { ...againstResult.data, answerDueAt: '2022-01-12T16:00:00.000Z' } as never,
      });
    given(...running, againstResult)
      .when({ ...settle, now: '2021-12-24T02:00:00.000Z', outcome: 'upheld' })
      .then(settled(11, { against: 'result', outcome: 'upheld' }));
    given(...published(), fact.objected()(8))
      .when({ ...settle, outcome: 'upheld' })
      .thenRefused({ reason: 'OUTCOME_NOT_POSSIBLE', field: 'outcome' });
  });
});
