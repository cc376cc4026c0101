import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact, EntryFact } from '../../src/domain/entries/facts.ts';
import { BY, DAY, terms } from './edition-sample.ts';
import { at, fact, intakeClosed, life, OBJECTION, P1, published } from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);

describe('entering', () => {
  const close = { type: 'CloseIntake', now: DAY.scoring, by: BY.nobody, terms } as const;

  it('what is published and whose notice is over enters; what is not ready misses, each with its reason', () => {
    const at3 = (id: string, ...more: readonly ((id?: string) => (n: number) => EntryFact)[]) =>
      life(...[fact.planned(id), fact.confirmed(id), fact.declared(id)], ...more.map((make) => make(id)));
    given(
      ...published(),
      ...at3('declared'),
      ...at3('returned', fact.returned),
      ...at3('reviewed', fact.reviewed),
      ...at3('asked', fact.reviewed, fact.clearanceRequested),
      ...at3('cleared', fact.reviewed, fact.clearanceRequested, fact.cleared),
      ...at3('blocked', fact.reviewed, fact.clearanceRequested, fact.blocked),
      ...at3('rejected', fact.rejected),
      ...life(fact.planned('kept'), fact.confirmed('kept')),
    )
      .when(close)
      .then({
        type: 'IntakeClosed.v1',
        data: {
          ...(intakeClosed([P1]) as Extract<EntriesFact, { type: 'IntakeClosed.v1' }>).data,
          missed: [
            { entryId: 'declared', reason: 'not-reviewed' },
            { entryId: 'returned', reason: 'not-declared-again' },
            { entryId: 'reviewed', reason: 'not-cleared' },
            { entryId: 'asked', reason: 'not-cleared' },
            { entryId: 'cleared', reason: 'not-published' },
            { entryId: 'blocked', reason: 'blocked' },
          ],
        },
      });
  });

  it("an office's silence costs no entry: an open objection enters under reservation", () => {
    const { type, data } = intakeClosed([P1]) as Extract<EntriesFact, { type: 'IntakeClosed.v1' }>;
    given(...published(), fact.objected()(8))
      .when(close)
      .then({ type, data: { ...data, entered: data.entered.map((one) => ({ ...one, openObjections: [OBJECTION] })) } });
  });

  it('what has entered stays counted, also when it is taken out while others still enter', () => {
    const state = [...published(), intakeClosed([P1]), fact.blocked()(9)].reduce(
      entriesDecider.evolve,
      entriesDecider.initial,
    );
    expect(state.entered).toEqual([P1]);
  });

  it('not before scoring opens, and only once', () => {
    given(...published())
      .when({ ...close, now: DAY.noticeOver })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given(...published(), intakeClosed([P1]))
      .when(close)
      .then();
  });
});

describe('handing over', () => {
  const handOver = {
    type: 'HandOverEntry',
    ...at(DAY.delivery, BY.officer),
    ...{ homeId: 'unit-2', answerable: ['leader-2'], effectiveOn: '2021-06-01', why: '单位合并。' },
  } as const;

  it('gives an entry another home and other people; its place and its stream stay', () =>
    given(...life(fact.planned(), fact.confirmed()))
      .when(handOver)
      .then(fact.handedOver()(3)));

  it('also while it is being scored; not once it has ended, not to itself, not years away', () => {
    given(...published(), intakeClosed([P1]))
      .when({ ...handOver, now: DAY.scoring })
      .then(fact.handedOver()(9));
    given(...life(fact.planned(), fact.withdrawn()))
      .when(handOver)
      .thenRefused({ reason: 'ENTRY_CLOSED', field: 'entryId' });
    given(...life(fact.planned()))
      .when({ ...handOver, homeId: terms.nominatorId })
      .thenRefused({ reason: 'HOME_UNCHANGED', field: 'homeId' });
    for (const [effectiveOn, refusal] of [
      ['2021-02-29', { reason: 'DATE_INVALID' }],
      ['2015-01-01', { reason: 'EFFECTIVE_TOO_EARLY', details: { earliest: expect.any(String) } }],
      ['2025-01-01', { reason: 'EFFECTIVE_TOO_LATE', details: { latest: expect.any(String) } }],
    ] as const)
      given(...life(fact.planned()))
        .when({ ...handOver, effectiveOn })
        .thenRefused({ field: 'effectiveOn', ...refusal });
  });
});
