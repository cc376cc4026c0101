import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import { type ExcludeSubject, type IncludeSubject, type ListRoll, rollDecider } from '../../src/domain/roll/decider.ts';
import type { RollFact } from '../../src/domain/roll/facts.ts';
import { isUndecided, noRoll, type Roll, standingOn } from '../../src/domain/roll/state.ts';
import { EDITION, editionFacts, termsOf } from './edition-sample.ts';
import { aged, onTime } from './need-sample.ts';
import { A, B, C, DUE, on, rollAsked } from './roll-sample.ts';

const tracks = [{ trackId: 'project', asOf: '2021-12-31', needs: [aged] }];
const terms = termsOf([...editionFacts, rollAsked, { type: 'NeedsAsked.v1', data: { editionId: EDITION, tracks } }]);
const months = (subjectId: string, value: number | null) => ({
  ...{ trackId: 'project', subjectId, asOf: '2021-12-31' },
  needs: [{ needId: 'need-1', values: [value] }],
});
const list: ListRoll = {
  ...{ type: 'ListRoll', now: DUE, terms },
  found: {
    ...{ on: [on(A), on(B), on(C), on(B, null)], off: [], knownTo: 700 },
    known: [months(A, 14), months(B, 3), months(C, null)],
  },
};
const include = (subjectId: string): IncludeSubject => ({
  ...{ type: 'IncludeSubject', now: DUE, terms, ...on(subjectId), why: '已核实组建批复。' },
});
const exclude = (subjectId: string): ExcludeSubject => ({
  ...{ type: 'ExcludeSubject', now: DUE, terms, trackId: 'project', subjectId, why: '组建不满一年。' },
});
const factsOf = (
  before: readonly RollFact[],
  order: ListRoll | IncludeSubject | ExcludeSubject,
): readonly RollFact[] => {
  const decision = rollDecider.decide(before.reduce(rollDecider.evolve, noRoll), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...before, ...decision];
};
const rollOf = (facts: readonly RollFact[]): Roll => facts.reduce(rollDecider.evolve, noRoll);
const listed = factsOf([], list);
const { given } = deciderSpec(rollDecider);

describe('needs of whoever stands on a roll', () => {
  it('under one year? Out of roll, bases and bottom; listed with the reason, and with what was found', () => {
    const [tested, roll] = listed;
    expect(tested).toMatchObject({
      type: 'RollNeedsTested.v1',
      data: { knownTo: 700, part: 1, parts: 1 },
    });
    expect(tested?.data).toMatchObject({
      subjects: [
        { subjectId: A, needs: [{ values: [14], verdict: 'met' }] },
        { subjectId: B, needs: [{ values: [3], verdict: 'unmet' }] },
        { subjectId: C, needs: [{ values: [null], verdict: 'undetermined' }] },
      ],
    });
    expect(roll).toMatchObject({
      data: {
        off: [{ trackId: 'project', subjectId: B, reason: 'need-unmet' }],
        counts: [
          { trackId: 'project', count: 2 },
          { trackId: null, count: 1 },
        ],
      },
    });
  });

  it('never silently out: whoever the platform can not tell of stands on it, marked', () => {
    const roll = rollOf(listed);
    expect([...standingOn(roll).keys()]).toEqual([`project/${A}`, `project/${C}`, `/${B}`]);
    expect([A, C].map((subject) => isUndecided(roll, `project/${subject}`))).toEqual([false, true]);
  });

  it('the office says what is true of him, with a reason: yes, and the mark is gone; no, and he is off', () => {
    expect(isUndecided(rollOf(factsOf(listed, include(C))), `project/${C}`)).toBe(false);
    const off = rollOf(factsOf(listed, exclude(C)));
    expect(standingOn(off).has(`project/${C}`)).toBe(false);
  });

  it('a second look is possible: what was said is taken back by its opposite', () => {
    const kept = factsOf(factsOf(factsOf(listed, include(C)), exclude(C)), include(C));
    expect(standingOn(rollOf(kept)).has(`project/${C}`)).toBe(true);
    given(...factsOf(listed, include(C)))
      .when(include(C))
      .thenRefused({ reason: 'SUBJECT_ON_ROLL_ALREADY', field: 'subjectId' });
  });

  it('who is known not to meet a need is put on by a person alone, where what was told is wrong', () => {
    const on = rollOf(factsOf(listed, include(B)));
    expect(standingOn(on).has(`project/${B}`)).toBe(true);
    given(...listed)
      .when(include(A))
      .thenRefused({ reason: 'SUBJECT_ON_ROLL_ALREADY', field: 'subjectId' });
  });

  it('what is told later changes nothing that was found: it is listed once', () =>
    given(...listed)
      .when({ ...list, found: { ...list.found, known: [months(B, 40)] } })
      .then());

  it('facts that a person looks up mark everybody', () => {
    const asked = [{ ...tracks[0], trackId: 'project', asOf: null, needs: [onTime] }];
    const unsure = termsOf([
      ...editionFacts,
      rollAsked,
      { type: 'NeedsAsked.v1', data: { editionId: EDITION, tracks: asked } },
    ]);
    const known = [{ ...months(A, null), needs: [{ needId: 'need-2', values: [null] }] }];
    const roll = rollOf(factsOf([], { ...list, terms: unsure, found: { ...list.found, known } }));
    expect(isUndecided(roll, `project/${A}`)).toBe(true);
  });
});
