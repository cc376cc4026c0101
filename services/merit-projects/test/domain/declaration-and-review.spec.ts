import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { unitEditionDecider } from '../../src/domain/unit-edition/decider.ts';
import type { StageWindows } from '../../src/domain/stage.ts';
import type {
  DeclareEntry,
  GiveClearance,
  RequestClearance,
  ReturnEntry,
  ScreenEntry,
} from '../../src/domain/unit-edition/orders.ts';
import { DAY, terms } from './edition-sample.ts';
import { at, CLEARANCE, EVIDENCE, fact, INSPECTOR, P1, P2, P3, ref, summary, upTo } from './entry-sample.ts';

const { given } = deciderSpec(unitEditionDecider);
const declare: DeclareEntry = { type: 'DeclareEntry', ...at(DAY.declaration), summary, evidence: [EVIDENCE] };

describe('declaration', () => {
  it('a confirmed entry is declared while declaration is open', () =>
    given(...upTo.underway())
      .when(declare)
      .then(fact.declared()));

  it('an entry is not declared twice', () =>
    given(...upTo.declared())
      .when(declare)
      .thenRefused({ reason: 'ALREADY_DECLARED', field: 'entryId', details: { standing: 'declared' } }));

  it('not after the deadline, to the millisecond of Asia/Shanghai', () => {
    given(...upTo.underway())
      .when({ ...declare, now: '2021-11-10T15:59:59.999Z' })
      .then(fact.declared());
    given(...upTo.underway())
      .when({ ...declare, now: '2021-11-10T16:00:00.000Z' })
      .thenRefused({
        reason: 'STAGE_NOT_OPEN',
        details: { stage: 'declaration', opensAt: '2021-10-31T16:00:00.000Z', closesAt: '2021-11-10T16:00:00.000Z' },
      });
  });

  it('after the deadline with late entry', () => {
    const lateEntries = [
      { stage: 'declaration' as const, from: '2021-11-11T00:00:00.000Z', untilAt: '2021-11-12T16:00:00.000Z' },
    ];
    given(...upTo.underway())
      .when({ ...declare, now: '2021-11-12T02:00:00.000Z', terms: { ...terms, lateEntries } })
      .then(fact.declared());
  });

  it('not without confirmation, not by another unit', () => {
    given(fact.planned()).when(declare).thenRefused({ reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' });
    given(...upTo.underway(P2))
      .when(declare)
      .thenRefused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
  });

  it('no more than the quota; a failed one keeps its place, a withdrawn one gives it back', () => {
    const third = upTo.underway(P3);
    const failed = {
      type: 'EntryScreened.v1',
      data: { ...ref(P2), version: 1, outcome: 'failed', failures: [{ criterion: '真实性', explanation: '无据。' }] },
    } as const;
    given(...upTo.declared(P1), ...upTo.declared(P2), ...third)
      .when({ ...declare, entryId: P3 })
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } });
    given(...upTo.declared(P1), ...upTo.declared(P2), failed, ...third)
      .when({ ...declare, entryId: P3 })
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } });
    given(...upTo.declared(P1), ...upTo.declared(P2), fact.withdrawn(P2), ...third)
      .when({ ...declare, entryId: P3 })
      .then(fact.declared(P3));
  });

  it('a declaration says what was achieved', () =>
    given(...upTo.underway())
      .when({ ...declare, summary: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'summary' }));
});

describe('return and the next version', () => {
  const back: ReturnEntry = {
    type: 'ReturnEntry',
    ...at(DAY.review),
    reasons: ['缺少佐证。'],
    redeclareBy: '2021-11-18',
  };

  it('the first review returns a declaration with reasons and a deadline', () =>
    given(...upTo.declared())
      .when(back)
      .then(fact.returned()));

  it('a returned entry is declared again also when no stage is open, until its last day', () => {
    const { scoring, ...others } = terms.windows;
    const over = Object.fromEntries(
      Object.entries(others).map(([stage, window]) => [stage, { ...window, closesAt: DAY.review }]),
    );
    given(...upTo.declared(), fact.returned())
      .when({
        ...declare,
        now: '2021-11-17T02:00:00.000Z',
        terms: { ...terms, windows: { scoring, ...over } as StageWindows },
      })
      .then(fact.redeclared());
  });

  it('a returned entry is declared again as the next version, after declaration has closed and over the quota it already holds', () =>
    given(...upTo.declared(P2), ...upTo.declared(), fact.returned())
      .when({ ...declare, now: '2021-11-17T02:00:00.000Z' })
      .then(fact.redeclared()));

  it('not after the deadline of the return', () =>
    given(...upTo.declared(), fact.returned())
      .when({ ...declare, now: '2021-11-18T16:00:00.000Z' })
      .thenRefused({ reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil: '2021-11-18T16:00:00.000Z' } }));

  it('a return names at least one reason and a deadline before scoring', () => {
    given(...upTo.declared())
      .when({ ...back, reasons: [] })
      .thenRefused({ reason: 'RETURN_REASONS_MISSING', field: 'reasons' });
    given(...upTo.declared())
      .when({ ...back, reasons: ['好', ''] })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'reasons.1' });
    given(...upTo.declared())
      .when({ ...back, reasons: Array.from({ length: 21 }, () => '因') })
      .thenRefused({ reason: 'TOO_MANY_RETURN_REASONS', field: 'reasons', details: { max: 20 } });
    for (const redeclareBy of ['2021-11-15', '2021-12-01'])
      given(...upTo.declared())
        .when({ ...back, redeclareBy })
        .thenRefused({
          reason: 'RETURN_DEADLINE_INVALID',
          field: 'redeclareBy',
          details: { scoringOpensAt: '2021-11-30T16:00:00.000Z' },
        });
  });

  it('only what is under review is returned, and only while review is open', () => {
    given(...upTo.underway())
      .when(back)
      .thenRefused({ reason: 'ENTRY_NOT_IN_REVIEW', field: 'entryId' });
    given(...upTo.declared())
      .when({ ...back, now: DAY.declaration })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
  });
});

describe('withdrawal', () => {
  it('a unit withdraws an entry until it is being scored', () => {
    const withdraw = { type: 'WithdrawEntry', ...at(DAY.review), why: '项目取消。' } as const;
    for (const stand of [upTo.planned, upTo.underway, upTo.declared, upTo.cleared, upTo.published])
      given(...stand())
        .when(withdraw)
        .then(fact.withdrawn());
    given(...upTo.entered())
      .when(withdraw)
      .thenRefused({ reason: 'ENTRY_IN_EVALUATION', field: 'entryId' });
    given(...upTo.underway(), fact.withdrawn())
      .when(withdraw)
      .thenRefused({ reason: 'ENTRY_CLOSED', field: 'entryId' });
    given(...upTo.underway())
      .when({ ...withdraw, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });
});

describe('first review', () => {
  const screen: ScreenEntry = { type: 'ScreenEntry', ...at(DAY.review), outcome: 'passed', failures: [] };

  it('a declaration passes', () =>
    given(...upTo.declared())
      .when(screen)
      .then(fact.screened()));

  it('a declaration fails with every failure listed', () => {
    const failures = [{ criterion: '真实性', explanation: '佐证与申报不符。' }];
    given(...upTo.declared())
      .when({ ...screen, outcome: 'failed', failures })
      .then({ type: 'EntryScreened.v1', data: { ...ref(P1), version: 1, outcome: 'failed', failures } });
    given(...upTo.declared())
      .when({ ...screen, outcome: 'failed' })
      .thenRefused({ reason: 'SCREENING_FAILURES_MISSING', field: 'failures' });
    given(...upTo.declared())
      .when({ ...screen, failures })
      .thenRefused({ reason: 'SCREENING_FAILURES_UNEXPECTED', field: 'failures' });
    given(...upTo.declared())
      .when({ ...screen, outcome: 'failed', failures: [{ criterion: '', explanation: '无' }] })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'failures.0.criterion' });
  });

  it('only a declared entry is screened', () => {
    given(...upTo.underway())
      .when(screen)
      .thenRefused({ reason: 'ENTRY_NOT_DECLARED', field: 'entryId' });
    given(...upTo.screened())
      .when(screen)
      .thenRefused({ reason: 'ENTRY_NOT_DECLARED', field: 'entryId' });
  });
});

describe('clearance by discipline inspection', () => {
  const request: RequestClearance = {
    type: 'RequestClearance',
    ...at(DAY.review),
    clearanceId: CLEARANCE,
    scopes: ['entry', 'leader', 'unit'],
  };
  const clear: GiveClearance = {
    type: 'GiveClearance',
    ...at(DAY.review),
    why: '',
    opinionNumber: '纪函〔2021〕8号',
    inspectorPersonId: INSPECTOR,
    opinions: [
      { scope: 'leader', outcome: 'cleared' },
      { scope: 'entry', outcome: 'cleared' },
      { scope: 'unit', outcome: 'cleared' },
    ],
  };
  const against = (scope: 'entry' | 'leader' | 'unit'): GiveClearance => ({
    ...clear,
    why: '正在审查。',
    opinions: clear.opinions.map((opinion) => (opinion.scope === scope ? { scope, outcome: 'blocked' } : opinion)),
  });
  const blocked = (scope: 'entry' | 'leader' | 'unit', entryId = P1) => ({
    type: 'EntryBlocked.v1' as const,
    data: {
      ...ref(entryId),
      clearanceId: CLEARANCE,
      why: '正在审查。',
      opinionNumber: clear.opinionNumber,
      inspectorPersonId: INSPECTOR,
      opinions: (['entry', 'leader', 'unit'] as const).map((each) => ({
        scope: each,
        outcome: each === scope ? ('blocked' as const) : ('cleared' as const),
      })),
    },
  });

  it('is asked for what passed the first review', () => {
    given(...upTo.screened())
      .when(request)
      .then(fact.clearanceRequested());
    given(...upTo.declared())
      .when(request)
      .thenRefused({ reason: 'ENTRY_NOT_SCREENED', field: 'entryId' });
    given(...upTo.screened())
      .when({ ...request, scopes: [] })
      .thenRefused({ reason: 'CLEARANCE_SCOPES_INVALID', field: 'scopes' });
    given(...upTo.screened())
      .when({ ...request, scopes: ['unit', 'unit'] })
      .thenRefused({ reason: 'CLEARANCE_SCOPES_INVALID', field: 'scopes' });
  });

  it('clears an entry when every scope is clear', () =>
    given(...upTo.clearanceRequested())
      .when(clear)
      .then(fact.cleared()));

  it('blocks an entry with a reason', () =>
    given(...upTo.clearanceRequested())
      .when(against('entry'))
      .then(blocked('entry')));

  it('an opinion against the leader blocks what the leader has under review, one against the unit everything', () => {
    const others = [...upTo.cleared(P2), ...upTo.underway(P3)];
    given(...upTo.clearanceRequested(), ...others)
      .when(against('leader'))
      .then(blocked('leader'), blocked('leader', P2));
    given(...upTo.clearanceRequested(), ...others)
      .when(against('unit'))
      .then(blocked('unit'), blocked('unit', P2));
    given(...upTo.clearanceRequested(), ...others)
      .when(against('entry'))
      .then(blocked('entry'));
  });

  it('is complete, numbered, and reasoned when it blocks', () => {
    given(...upTo.clearanceRequested())
      .when({ ...clear, opinions: clear.opinions.slice(1) })
      .thenRefused({
        reason: 'CLEARANCE_OPINIONS_INCOMPLETE',
        field: 'opinions',
        details: { scopes: 'entry leader unit' },
      });
    given(...upTo.clearanceRequested())
      .when({ ...against('unit'), why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(...upTo.clearanceRequested())
      .when({ ...clear, opinionNumber: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'opinionNumber' });
    given(...upTo.screened())
      .when(clear)
      .thenRefused({ reason: 'CLEARANCE_NOT_REQUESTED', field: 'entryId' });
  });
});
