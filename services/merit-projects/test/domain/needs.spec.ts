import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { DeclareEntry, GiveClearance, ReviewEntry } from '../../src/domain/entries/orders.ts';
import { entryOf } from '../../src/domain/entries/state.ts';
import { type FoundNeeds, judged, verdictOfAll } from '../../src/domain/needs/needs.ts';
import { BY, DAY, EDITION, editionFacts, openEdition, termsOf } from './edition-sample.ts';
import { at, dossierEnd, EVIDENCE, fact, life, P1, summary } from './entry-sample.ts';
import { aged, AS_OF, neededTrack, ON_TIME_ITEM, onTime } from './need-sample.ts';

const terms = termsOf([
  ...editionFacts,
  { type: 'NeedsAsked.v1', data: { editionId: EDITION, tracks: [neededTrack] } },
]);
const found = (months: number | null): FoundNeeds => ({
  ...{ asOf: AS_OF, knownTo: 700 },
  needs: [
    { needId: 'need-1', values: [months] },
    { needId: 'need-2', values: [null] },
  ],
});
const declare = (months: number | null): DeclareEntry => ({
  type: 'DeclareEntry',
  ...{ ...at(DAY.declaration, BY.unit), terms },
  ...{ summary, evidence: [EVIDENCE], documents: [], dossierEnd, found: found(months) },
});
const review = (change: Partial<ReviewEntry>): ReviewEntry => ({
  ...{ type: 'ReviewEntry', ...at(DAY.review, BY.officer), terms, outcome: 'passed' },
  ...{ answers: [{ item: ON_TIME_ITEM, met: true }], explanations: [] },
  grounds: [{ item: ON_TIME_ITEM, ground: '换届台账。' }],
  ...change,
});
const { given } = deciderSpec(entriesDecider);
const underway = life(fact.planned(), fact.confirmed());
const declared = life(fact.planned(), fact.confirmed(), fact.declared(), fact.needsTested());

const decided = (
  before: readonly EntriesFact[],
  order: DeclareEntry | ReviewEntry | GiveClearance,
): readonly EntriesFact[] => {
  const decision = entriesDecider.decide(before.reduce(entriesDecider.evolve, entriesDecider.initial), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return decision;
};

describe('what a template needs of what is put forward', () => {
  it('stands in the edition from its opening on, and is said again where an amendment changes it', () => {
    const opened = editionDecider.decide(editionDecider.initial, { ...openEdition, needs: [neededTrack] });
    expect(isRefusal(opened) || opened[1]).toEqual({
      type: 'NeedsAsked.v1',
      data: { editionId: EDITION, tracks: [neededTrack] },
    });
    const unasked = editionDecider.decide(editionDecider.initial, openEdition);
    expect(isRefusal(unasked) || unasked.some(({ type }) => type === 'NeedsAsked.v1')).toBe(false);
    expect(termsOf(editionFacts).needs).toEqual([]);
  });

  it('refuses a declaration that is known not to meet it, with its words, what was found, what is wanted and the day', () => {
    given(...underway)
      .when(declare(11))
      .thenRefused({
        reason: 'NEED_UNMET',
        field: 'subjectId',
        details: { need: 'need-1', zh: aged.zh, en: aged.en, found: '11', wanted: 'atLeast 12', asOf: AS_OF },
      });
    expect(decided(underway, declare(12)).map(({ type }) => type)).toEqual(['EntryDeclared.v1', 'NeedsTested.v1']);
  });

  it('keeps nobody out by what is not known, and stands with what was found, as of which day, heard to which position', () =>
    expect(decided(underway, declare(null))[1]).toMatchObject({
      data: {
        ...{ version: 1, entryRevision: 4, asOf: AS_OF, knownTo: 700 },
        needs: [
          { needId: 'need-1', values: [null], verdict: 'undetermined' },
          { needId: 'need-2', values: [null], verdict: 'undetermined' },
        ],
      },
    }));

  it('can be decided again from the log alone: what stands there gives the same verdicts', () => {
    const tested = decided(underway, declare(14)).find(({ type }) => type === 'NeedsTested.v1');
    if (tested?.type !== 'NeedsTested.v1') throw new Error('nothing was tested');
    expect(judged(neededTrack, tested.data.needs)).toEqual(tested.data.needs);
  });

  it('is tested anew with each version: what is known to be unmet by then refuses it, and what was declared stands', () => {
    const returned = [...declared, fact.returned()(5)];
    given(...returned)
      .when({ ...declare(3), now: DAY.review })
      .thenRefused({
        reason: 'NEED_UNMET',
        field: 'subjectId',
        details: { need: 'need-1', zh: aged.zh, en: aged.en, found: '3', wanted: 'atLeast 12', asOf: AS_OF },
      });
    const again = decided(returned, { ...declare(null), now: DAY.review });
    const state = [...returned, ...again].reduce(entriesDecider.evolve, entriesDecider.initial);
    expect(entryOf(state, P1)).toMatchObject({ declarations: 2, openNeeds: ['need-1', 'need-2'] });
  });

  it('is answered by the reviewer where the platform could not tell, each once, with what he goes by', () => {
    const unanswered = { need: 'need-2', item: ON_TIME_ITEM, needs: 1 };
    given(...declared)
      .when(review({ answers: [{ item: '材料完整', met: true }] }))
      .thenRefused({ reason: 'NEEDS_NOT_ANSWERED', field: 'answers', details: unanswered });
    given(...declared)
      .when(review({ answers: [ON_TIME_ITEM, ON_TIME_ITEM].map((item) => ({ item, met: true })) }))
      .thenRefused({ reason: 'NEEDS_NOT_ANSWERED', field: 'answers', details: unanswered });
    given(...declared)
      .when(review({ grounds: [] }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'answers[0].explanation' });
    expect(decided(declared, review({}))).toMatchObject([
      {
        type: 'NeedsAnswered.v1',
        data: {
          entryRevision: 5,
          version: 1,
          answers: [{ needId: 'need-2', met: true }],
          prose: { grounds: ['换届台账。'] },
        },
      },
      { type: 'EntryReviewed.v1', data: { entryRevision: 6, outcome: 'passed' } },
    ]);
  });

  it('answered with no, passes nobody: it is rejected with that reason, or returned', () => {
    const no = { answers: [{ item: ON_TIME_ITEM, met: false }] };
    given(...declared)
      .when(review(no))
      .thenRefused({ reason: 'REVIEW_FAILURES_UNEXPECTED', field: 'answers' });
    const rejected = decided(declared, review({ ...no, outcome: 'failed', explanations: ['换届台账。'] }));
    expect(rejected.at(-1)).toMatchObject({ data: { outcome: 'failed', answers: no.answers } });
  });

  it('answered in error, is open again once two offices have undone the review', () => {
    const reviewed = [...declared, fact.needsAnswered()(5), fact.reviewed()(6)];
    const undone = [...reviewed, fact.proposed(P1, 'UndoAct', 6)(7), fact.undone()(8)];
    expect(entryOf(undone.reduce(entriesDecider.evolve, entriesDecider.initial), P1)).toMatchObject({
      standing: { kind: 'declared' },
      openNeeds: ['need-2'],
    });
    given(...undone)
      .when(review({ answers: [] }))
      .thenRefused({
        ...{ reason: 'NEEDS_NOT_ANSWERED', field: 'answers' },
        details: { need: 'need-2', item: ON_TIME_ITEM, needs: 1 },
      });
  });

  it('stands beside the check-list, whose items are answered as before', () => {
    const listed = { ...terms, reviewList: ['材料完整'] };
    given(...declared)
      .when(review({ terms: listed }))
      .thenRefused({ reason: 'REVIEW_LIST_NOT_ANSWERED', field: 'answers', details: { items: 1 } });
    const answers = [{ item: '材料完整', met: true }, ...review({}).answers];
    expect(decided(declared, review({ terms: listed, answers }))).toHaveLength(2);
  });
});

describe('where nobody reviews', () => {
  const { tables } = terms;
  const without = { ...terms, tables: { ...tables, stages: tables.stages.filter(({ act }) => act !== 'review') } };
  const asked = [...declared, fact.clearanceRequested()(5)];
  const give = (change: Partial<GiveClearance>): GiveClearance => ({
    ...{
      type: 'GiveClearance',
      ...at(DAY.review, BY.inspector),
      terms: without,
      why: '',
      opinionNumber: '纪函〔2021〕8号',
    },
    opinions: (['entry', 'leader', 'unit'] as const).map((scope) => ({ scope, outcome: 'cleared' as const })),
    needsMet: ['need-2'],
    ...change,
  });
  const against = give({}).opinions.map((one) => ({ ...one, outcome: 'blocked' as const }));

  it('what the platform could not tell is confirmed with the opinion that clears, by whose number it goes', () => {
    const answer = { answers: [{ needId: 'need-2', met: true }], prose: { grounds: ['纪函〔2021〕8号'] } };
    expect(decided(asked, give({}))).toMatchObject([
      { type: 'NeedsAnswered.v1', data: { entryRevision: 6, version: 1, ...answer } },
      { type: 'ClearanceGiven.v1', data: { entryRevision: 7, outcome: 'cleared' } },
    ]);
  });

  it.each([
    ['not confirmed', [], { need: 'need-2', item: ON_TIME_ITEM }],
    ['confirmed twice', ['need-2', 'need-2'], { need: 'need-2', item: '' }],
    ['not asked, for the platform has told it', ['need-2', 'need-1'], { need: 'need-1', item: '' }],
  ])('clears nothing of which a need is %s', (_, needsMet, details) =>
    given(...asked)
      .when(give({ needsMet }))
      .thenRefused({ reason: 'NEEDS_NOT_ANSWERED', field: 'needsMet', details: { ...details, needs: 1 } }),
  );

  it('a no is an opinion against it: nothing else says why, and nobody is told', () => {
    const blocked = decided(asked, give({ opinions: against, why: '在处分影响期内。', needsMet: [] }));
    expect(blocked.map(({ type }) => type)).toEqual(['ClearanceGiven.v1', 'EntryBlocked.v1']);
    given(...asked)
      .when(give({ opinions: against, why: '在处分影响期内。' }))
      .thenRefused({
        ...{ reason: 'NEEDS_NOT_ANSWERED', field: 'needsMet' },
        details: { need: 'need-2', item: '', needs: 0 },
      });
  });

  it('with a review the opinion confirms nothing: the reviewer has', () => {
    const reviewed = [...declared, fact.needsAnswered()(5), fact.reviewed()(6), fact.clearanceRequested()(7)];
    expect(decided(reviewed, give({ terms, needsMet: [] })).map(({ type }) => type)).toEqual(['ClearanceGiven.v1']);
  });
});

describe('one need of several tests', () => {
  const either = { ...aged, anyOf: [...aged.anyOf, ...onTime.anyOf] };
  it.each([
    [[14, null], 'met'],
    [[3, null], 'undetermined'],
    [[3, true], 'unmet'],
    [[3, false], 'met'],
  ] as const)('of which one has to hold: %j is %s', (values, verdict) =>
    expect(judged({ needs: [either] }, [{ needId: 'need-1', values }])[0]?.verdict).toBe(verdict),
  );

  it('all needs have to be met, and unmet wins over what is not known', () => {
    const of = (...all: readonly ('met' | 'unmet' | 'undetermined')[]) =>
      verdictOfAll(all.map((verdict) => ({ needId: '', values: [], verdict })));
    expect([of('met', 'met'), of('met', 'undetermined'), of('undetermined', 'unmet'), of()]).toEqual([
      'met',
      'undetermined',
      'unmet',
      'met',
    ]);
  });
});
