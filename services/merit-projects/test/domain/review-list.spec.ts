import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import { noEntries } from '../../src/domain/entries/state.ts';
import {
  BY,
  DAY,
  EDITION,
  editionAfter,
  editionFacts,
  openedBy,
  openEdition,
  tables,
  termsOf,
} from './edition-sample.ts';
import { fact, P1 } from './entry-sample.ts';

const ITEMS = ['材料完整', '佐证属实'];
const set: EditionFact = { type: 'ReviewListSet.v1', data: { editionId: EDITION, items: ITEMS } };

const ordered = (facts: readonly EditionFact[], items: readonly string[], now: string = DAY.planning) =>
  editionDecider.decide(editionAfter(facts), { type: 'SetReviewList', by: BY.officer, now, items });

describe('the review’s check-list', () => {
  it('is set once an edition is open, and another one takes its place; the same one again changes nothing', () => {
    expect(ordered(editionFacts, ITEMS)).toEqual([set]);
    expect(ordered([...editionFacts, set], ITEMS)).toEqual([]);
    expect(ordered([...editionFacts, set], ['佐证属实'])).toMatchObject([{ data: { items: ['佐证属实'] } }]);
    expect(ordered([...editionFacts, set], [])).toMatchObject([{ data: { items: [] } }]);
  });

  it('stands from the moment at which the review opens: all entries are looked at by the same one', () => {
    const opensAt = '2021-11-07T16:00:00.000Z';
    expect(ordered(editionFacts, ITEMS, '2021-11-07T15:59:59.999Z')).toEqual([set]);
    expect(ordered(editionFacts, ITEMS, opensAt)).toEqual({
      reason: 'REVIEW_LIST_FROZEN',
      details: { since: opensAt },
    });
  });

  it('has lines, each once, and no more than a review answers', () => {
    expect(ordered(editionFacts, ['材料完整', '材料完整'])).toMatchObject({ reason: 'REVIEW_ITEM_REPEATED' });
    expect(ordered(editionFacts, ['材料完整', ''])).toMatchObject({ reason: 'TEXT_EMPTY', field: 'items[1]' });
    const many = Array.from({ length: 41 }, (_, n) => `第${n}条`);
    expect(ordered(editionFacts, many)).toMatchObject({ reason: 'TOO_MANY_REVIEW_ITEMS', details: { max: 40 } });
  });

  it('is nothing for an edition whose template has no review', () => {
    const stages = tables.stages.filter(({ act }) => act !== 'review');
    const facts = openedBy({ ...openEdition, tables: { ...tables, stages } });
    expect(ordered(facts, ITEMS)).toMatchObject({ reason: 'REVIEW_NOT_IN_TEMPLATE' });
  });

  const state = [fact.planned(P1), fact.confirmed(P1), fact.declared(P1)]
    .map((make, index): EntriesFact => make(index + 1))
    .reduce(entriesDecider.evolve, noEntries);
  const reviewed = (facts: readonly EditionFact[], outcome: 'passed' | 'failed', answers: Record<string, boolean>) => {
    const given = Object.entries(answers).map(([item, met]) => ({ item, met }));
    const explanations = given.filter(({ met }) => !met).map(() => '未附原件。');
    const order = { type: 'ReviewEntry', entryId: P1, now: DAY.review, by: BY.officer, terms: termsOf(facts) } as const;
    const decided = entriesDecider.decide(state, { ...order, outcome, answers: given, explanations });
    return isRefusal(decided) ? decided.reason : decided.map(({ type }) => type);
  };

  it('is answered item by item: none left out, none added', () => {
    const facts = [...editionFacts, set];
    const whole = { 材料完整: true, 佐证属实: true };
    expect(reviewed(facts, 'passed', whole)).toEqual(['EntryReviewed.v1']);
    expect(reviewed(facts, 'failed', { ...whole, 佐证属实: false })).toEqual(['EntryReviewed.v1']);
    expect(reviewed(facts, 'passed', { 材料完整: true })).toBe('REVIEW_LIST_NOT_ANSWERED');
    expect(reviewed(facts, 'passed', { ...whole, 另一条: true })).toBe('REVIEW_LIST_NOT_ANSWERED');
    expect(reviewed(facts, 'passed', {})).toBe('REVIEW_LIST_NOT_ANSWERED');
  });

  it('without one the reviewer names what was looked at', () => {
    expect(reviewed(editionFacts, 'passed', {})).toEqual(['EntryReviewed.v1']);
    expect(reviewed(editionFacts, 'passed', { 另一条: true })).toEqual(['EntryReviewed.v1']);
  });
});
