import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import * as limits from '../../src/domain/limits.ts';
import {
  type CountWhole,
  type ExcludeSubject,
  type IncludeSubject,
  type ListRoll,
  rollDecider,
} from '../../src/domain/roll/decider.ts';
import type { OnRoll, RollFact } from '../../src/domain/roll/facts.ts';
import { noRoll, standingOn } from '../../src/domain/roll/state.ts';
import { BY, EDITION, editionAfter, editionFacts, openEdition, termsOf } from './edition-sample.ts';
import { A, AHEAD, AS_OF, B, C, DUE, ENTERED, LISTS_AT, on, rollAsked, rolledTerms as terms } from './roll-sample.ts';

const list = (all: readonly OnRoll[], change: Partial<ListRoll> = {}): ListRoll => ({
  ...{ type: 'ListRoll', now: DUE, terms, found: { on: all, off: [], known: [], knownTo: 0 } },
  ...change,
});
const exclude = (subjectId: string, change: Partial<ExcludeSubject> = {}): ExcludeSubject => ({
  ...{ type: 'ExcludeSubject', now: DUE, terms, trackId: 'project', subjectId, why: '已并入其他单位。' },
  ...change,
});
const include = (subjectId: string, change: Partial<IncludeSubject> = {}): IncludeSubject => ({
  ...{ type: 'IncludeSubject', now: DUE, terms, ...on(subjectId), why: '漏列。' },
  ...change,
});

const factsOf = (
  given: readonly RollFact[],
  order: ListRoll | ExcludeSubject | IncludeSubject | CountWhole,
): readonly RollFact[] => {
  const decision = rollDecider.decide(given.reduce(rollDecider.evolve, noRoll), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return decision;
};
const { given } = deciderSpec(rollDecider);
const listed = factsOf([], list([on(A), on(B), on(A, null), on(B, null)]));
const standing = (facts: readonly RollFact[]): readonly string[] =>
  [...standingOn(facts.reduce(rollDecider.evolve, noRoll)).keys()].toSorted();

describe('the roll of an edition', () => {
  it('is listed once, as of its day, with how many stand on it; asked again nothing changes', () => {
    expect(listed).toEqual([
      {
        type: 'RollListed.v1',
        data: {
          ...{ editionId: EDITION, asOf: AS_OF, part: 1, parts: 1, off: [] },
          on: [on(A), on(B), on(A, null), on(B, null)],
          counts: [
            { trackId: 'project', count: 2 },
            { trackId: null, count: 2 },
          ],
        },
      },
    ]);
    given(...listed)
      .when(list([on(A), on(B), on(C)]))
      .then();
  });

  it('is not listed before its day, in an edition without one, or in one that has ended', () => {
    given()
      .when(list([], { now: AHEAD }))
      .thenRefused({ reason: 'ROLL_NOT_DUE', field: 'editionId', details: { listsAt: LISTS_AT } });
    given()
      .when(list([], { terms: termsOf(editionFacts) }))
      .thenRefused({ reason: 'NO_ROLL', field: 'editionId' });
    given()
      .when(list([], { terms: { ...terms, kind: 'closed' } }))
      .thenRefused({ reason: 'EDITION_CLOSED' });
    given()
      .when(list([], { terms: { ...terms, kind: 'abandoned' } }))
      .thenRefused({ reason: 'EDITION_ABANDONED' });
  });

  it('stands in parts where it is long, and is refused where it is longer than may enter', () => {
    const many = (count: number): OnRoll[] => Array.from({ length: count }, (_, at) => on(`unit-${at}`));
    const facts = factsOf([], list(many(limits.ROLL_PART_MAX + 1)));
    expect(facts.map(({ data }) => 'on' in data && [data.part, data.parts, data.on.length])).toEqual([
      [1, 2, limits.ROLL_PART_MAX],
      [2, 2, 1],
    ]);
    expect(standing(facts)).toHaveLength(limits.ROLL_PART_MAX + 1);
    const over = limits.ROLL_ENTRIES_MAX + 1;
    given()
      .when(list(many(over)))
      .thenRefused({
        ...{ reason: 'ROLL_TOO_LONG', field: 'editionId' },
        details: { count: over, max: limits.ROLL_ENTRIES_MAX },
      });
    const first = factsOf([], exclude('unit-0', { now: AHEAD }));
    expect(standing([...first, ...factsOf(first, list(many(over)))])).toHaveLength(limits.ROLL_ENTRIES_MAX);
  });

  it('is put right with a reason, before its day as well, until entries enter; each correction is the other’s opposite', () => {
    const ahead = factsOf([], exclude(B, { now: AHEAD }));
    expect(ahead).toMatchObject([{ type: 'SubjectExcluded.v1', data: { subjectId: B, counts: null } }]);
    const after = factsOf(ahead, list([on(A), on(B)]));
    expect(after).toMatchObject([{ data: { counts: [{ count: 1 }, { count: 0 }] } }]);
    const without = [...ahead, ...after];
    expect(standing(without)).toEqual([`project/${A}`]);
    const back = factsOf(without, include(B));
    expect(back).toMatchObject([{ type: 'SubjectIncluded.v1', data: { subjectId: B, counts: [{ count: 2 }, {}] } }]);
    expect(standing([...without, ...back])).toEqual([`project/${A}`, `project/${B}`]);
    expect(standing([...listed, ...factsOf(listed, include(C))])).toContain(`project/${C}`);
    for (const order of [exclude(A, { now: ENTERED }), include(C, { now: ENTERED })])
      given(...listed)
        .when(order)
        .thenRefused({ reason: 'ROLL_CLOSED', field: 'editionId', details: { since: '2021-11-30T16:00:00.000Z' } });
  });

  it('takes off nobody who is not on it, nobody twice, and puts nobody on it twice', () => {
    const refused = (
      facts: readonly RollFact[],
      order: ExcludeSubject | IncludeSubject,
      reason: string,
      field: string,
    ) =>
      given(...facts)
        .when(order)
        .thenRefused({ reason, field } as never);
    refused(listed, exclude(C), 'SUBJECT_NOT_ON_ROLL', 'subjectId');
    refused([...listed, ...factsOf(listed, exclude(A))], exclude(A), 'SUBJECT_EXCLUDED_ALREADY', 'subjectId');
    refused(listed, include(A), 'SUBJECT_ON_ROLL_ALREADY', 'subjectId');
    refused(listed, exclude(A, { why: ' ' }), 'TEXT_EMPTY', 'why');
    refused(listed, exclude(A, { trackId: 'works' }), 'TRACK_UNKNOWN', 'track');
  });

  it('has a category whom no tree holds counted by its office, and put right, until entries enter; nothing else is', () => {
    const wholes = [...(terms.roll?.wholes ?? []), { trackId: 'division', kinds: [] }];
    const asked = { ...terms, roll: terms.roll && { ...terms.roll, wholes } };
    const count = (change: Partial<CountWhole> = {}): CountWhole => ({
      ...{ type: 'CountWhole', now: DUE, terms: asked, trackId: 'division', count: 42, why: '机构编制台账。' },
      ...change,
    });
    const ahead = factsOf([], count({ now: AHEAD }));
    expect(ahead).toMatchObject([{ type: 'WholeCounted.v1', data: { trackId: 'division', count: 42, counts: null } }]);
    const before = factsOf([], list([on(A)], { terms: asked }));
    expect(before).toMatchObject([
      {
        data: {
          counts: [
            { trackId: 'project', count: 1 },
            { trackId: null, count: 0 },
          ],
        },
      },
    ]);
    const known = [...ahead, ...factsOf(ahead, list([on(A)], { terms: asked }))];
    expect(known.at(-1)).toMatchObject({ data: { counts: [{ count: 1 }, { count: 0 }, { count: 42 }] } });
    expect(factsOf(known, count({ count: 40 }))).toMatchObject([
      { data: { count: 40, counts: [{ count: 1 }, { count: 0 }, { trackId: 'division', count: 40 }] } },
    ]);
    const refused = (change: Partial<CountWhole>, reason: string) =>
      expect(rollDecider.decide(known.reduce(rollDecider.evolve, noRoll), count(change))).toMatchObject({ reason });
    refused({ trackId: 'project' }, 'COUNTED_FROM_THE_TREE');
    refused({ trackId: 'works' }, 'TRACK_UNKNOWN');
    refused({ count: 0 }, 'ROLL_COUNT_INVALID');
    refused({ count: limits.ROLL_COUNTED_MAX + 1 }, 'ROLL_COUNT_INVALID');
    refused({ why: ' ' }, 'TEXT_EMPTY');
    refused({ now: ENTERED }, 'ROLL_CLOSED');
  });

  it('is put right so often and no more', () => {
    const often = Array.from({ length: limits.ROLL_CORRECTIONS_MAX }, (_, at) => at).reduce<readonly RollFact[]>(
      (facts, at) => [...facts, ...(at % 2 === 0 ? factsOf([], exclude(A, { now: AHEAD })) : factsOf([], include(A)))],
      [],
    );
    given(...often)
      .when(exclude(B))
      .thenRefused({ reason: 'TOO_MANY_ROLL_CORRECTIONS', details: { max: limits.ROLL_CORRECTIONS_MAX } });
  });

  it('is asked for by the template from the opening on, and nothing is scored before its day', () => {
    const roll = { asOf: AS_OF, enters: false, wholes: [{ trackId: 'project', kinds: ['unit'] }] };
    const opened = editionDecider.decide(editionDecider.initial, { ...openEdition, roll: { ...roll, ahead: false } });
    if (isRefusal(opened)) throw new Error(opened.reason);
    expect(opened[1]).toEqual({ type: 'RollAsked.v1', data: { editionId: EDITION, ...roll, listsAt: LISTS_AT } });
    const late = editionDecider.decide(editionDecider.initial, {
      ...openEdition,
      roll: { ...roll, ahead: false, asOf: '2021-12-02' },
    });
    expect(late).toMatchObject({ reason: 'ROLL_AFTER_SCORING_OPENS', field: 'stages.score.opensOn' });
    // Who enters by standing on it brings nothing of its own before it is known that it does.
    const bringing = editionDecider.decide(editionDecider.initial, {
      ...openEdition,
      roll: { ...roll, ahead: false, enters: true },
    });
    expect(bringing).toMatchObject({ reason: 'ROLL_AFTER_DECLARING_OPENS', field: 'stages.declare.opensOn' });
    // Nothing else stands before scoring here: only the roll keeps it where it is.
    const edition = editionAfter([...editionFacts, rollAsked]);
    if (edition.kind === 'absent') throw new Error('opened above');
    const alone = { ...edition, stages: edition.stages.filter(({ act }) => act === 'score') };
    const moved = editionDecider.decide(alone, {
      ...{ type: 'RescheduleStage', now: AHEAD, by: BY.officer, stageId: 'score' },
      ...{ opensOn: '2021-11-29', closesOn: '2021-12-12', why: '提前。', holidays: openEdition.holidays },
    });
    expect(moved).toMatchObject({ reason: 'ROLL_AFTER_SCORING_OPENS', field: 'opensOn' });
  });

  it('is made ahead of its day where the template says so: when the first stage opens that needs it, and it moves with that stage', () => {
    const asked = { enters: false, ahead: true, wholes: [{ trackId: 'project', kinds: ['unit'] }] };
    const openedAs = (roll: typeof asked & Readonly<{ asOf: string }>) => {
      const opened = editionDecider.decide(editionDecider.initial, { ...openEdition, roll });
      if (isRefusal(opened)) throw new Error(opened.reason);
      return opened;
    };
    const data = (facts: readonly EditionFact[]) => facts.find(({ type }) => type === 'RollAsked.v1')?.data;
    const opened = openedAs({ ...asked, asOf: '2021-12-20' });
    expect(data(opened)).toMatchObject({ asOf: '2021-12-20', listsAt: startOfDay('2021-12-01') });
    // Whoever enters by standing on it may bring something: it is made before that.
    expect(data(openedAs({ ...asked, enters: true, asOf: '2021-12-20' }))).toMatchObject({
      listsAt: startOfDay('2021-11-01'),
    });
    const move = (facts: readonly EditionFact[], opensOn: string) => {
      const edition = editionAfter(facts);
      if (edition.kind === 'absent') throw new Error('opened above');
      const alone = { ...edition, stages: edition.stages.filter(({ act }) => act === 'score') };
      const moved = editionDecider.decide(alone, {
        ...{ type: 'RescheduleStage', now: AHEAD, by: BY.officer, stageId: 'score' },
        ...{ opensOn, closesOn: '2021-12-25', why: '改期。', holidays: openEdition.holidays },
      });
      if (isRefusal(moved)) throw new Error(moved.reason);
      return moved;
    };
    const later = move(opened, '2021-12-22');
    // On the day before its own at the latest, so that it can be moved back.
    expect(data(later)).toMatchObject({ listsAt: startOfDay('2021-12-19') });
    expect(data(move([...opened, ...later], '2021-12-06'))).toMatchObject({ listsAt: startOfDay('2021-12-06') });
  });
});
