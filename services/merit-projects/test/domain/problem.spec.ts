import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { problemDecider } from '../../src/domain/problem/decider.ts';
import type { ProblemFact } from '../../src/domain/problem/facts.ts';
import * as limits from '../../src/domain/problem/limits.ts';
import { UNIT } from './edition-sample.ts';
import { EVIDENCE } from './entry-sample.ts';
import { by, DUE, facts, NEXT_OWNER, order, TODAY } from './problem-sample.ts';

const { given } = deciderSpec(problemDecider);
const { found, assigned, extended, handedOver, measure, measureRemoved, handedIn, sentBack, closed } = facts;
const solved = [found, assigned, measure, handedIn] as const;
const times = (count: number, ...each: readonly ProblemFact[]): readonly ProblemFact[] =>
  Array.from({ length: count }, () => each).flat();

describe('a problem is found', () => {
  it('by an office, about an organization of an edition', () => given().when(order('FindProblem')).then(found));
  it('or admitted by whoever it is about, and by nobody else', () => {
    given()
      .when(order('FindProblem', { source: 'admitted', by: by.unit }))
      .then({ ...found, data: { ...found.data, source: 'admitted', personId: by.unit.personId, role: by.unit.role } });
    given()
      .when(order('FindProblem', { source: 'admitted' }))
      .thenRefused({ reason: 'PROBLEM_SOURCE_NOT_YOURS', field: 'source' });
    given()
      .when(order('FindProblem', { by: by.unit }))
      .thenRefused({ reason: 'PROBLEM_SOURCE_NOT_YOURS', field: 'source' });
  });
  it('said twice, it is found once', () => given(found).when(order('FindProblem')).then());
  it('of a kind, a source and a severity that there are', () => {
    for (const field of ['source', 'kind', 'severity'] as const)
      given()
        .when(order('FindProblem', { [field]: 'unheard-of' }))
        .thenRefused({ reason: 'WORD_UNKNOWN', field });
  });
  it('with a title and what was seen', () => {
    given()
      .when(order('FindProblem', { title: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'title' });
    given()
      .when(order('FindProblem', { title: 'x'.repeat(201) }))
      .thenRefused({ reason: 'TEXT_TOO_LONG', field: 'title' });
    given()
      .when(order('FindProblem', { description: ' ' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'description' });
  });
  it('not on a day that is none, or lies ahead', () => {
    given()
      .when(order('FindProblem', { foundOn: '2021-02-30' }))
      .thenRefused({ reason: 'DATE_INVALID', field: 'foundOn' });
    given()
      .when(order('FindProblem', { foundOn: '2021-12-07' }))
      .thenRefused({ reason: 'DATE_IN_THE_FUTURE', field: 'foundOn' });
  });
  it('not in an edition that was given up', () => {
    const { terms } = order('FindProblem');
    given()
      .when(order('FindProblem', { terms: { ...terms, abandoned: true } }))
      .thenRefused({ reason: 'EDITION_ABANDONED' });
  });
});

describe('it has an owner and a deadline', () => {
  it('once it is assigned', () => given(found).when(order('AssignProblem')).then(assigned));
  it('a second time it is handed over', () =>
    given(found, assigned).when(order('AssignProblem')).thenRefused({ reason: 'PROBLEM_ASSIGNED_ALREADY' }));
  it('that lies ahead, today counted, within a year', () => {
    given(found)
      .when(order('AssignProblem', { dueOn: TODAY }))
      .then({ ...assigned, data: { ...assigned.data, dueOn: TODAY } });
    for (const dueOn of ['2021-12-05', '2022-12-08'])
      given(found)
        .when(order('AssignProblem', { dueOn }))
        .thenRefused({
          ...{ reason: 'PROBLEM_DEADLINE_INVALID', field: 'dueOn' },
          details: { earliest: TODAY, latest: '2022-12-07' },
        });
    given(found)
      .when(order('AssignProblem', { dueOn: 'soon' }))
      .thenRefused({ reason: 'DATE_INVALID', field: 'dueOn' });
  });
  it('in a role that answers for something', () =>
    given(found)
      .when(order('AssignProblem', { ownerRole: 'expert' }))
      .thenRefused({ reason: 'WORD_UNKNOWN', field: 'ownerRole' }));
  it('which is put off to a later day, with a reason, also when it is over', () => {
    given(found, assigned).when(order('ExtendDeadline')).then(extended);
    given(found, assigned)
      .when(order('ExtendDeadline', { now: '2022-02-20T02:00:00.000Z' }))
      .then(extended);
    given(found, assigned)
      .when(order('ExtendDeadline', { why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(found, assigned)
      .when(order('ExtendDeadline', { dueOn: DUE }))
      .thenRefused({ reason: 'PROBLEM_DEADLINE_NOT_LATER', field: 'dueOn', details: { dueOn: DUE } });
  });
  it('so many times', () =>
    given(found, assigned, ...times(limits.EXTENSIONS_MAX, extended))
      .when(order('ExtendDeadline', { dueOn: '2022-03-31' }))
      .thenRefused({ reason: 'PROBLEM_EXTENDED_TOO_OFTEN', details: { max: limits.EXTENSIONS_MAX } }));
  it('handed over where the owner merged, split or ended, also what was handed in', () => {
    given(found, assigned).when(order('HandOverProblem')).then(handedOver);
    given(...solved)
      .when(order('HandOverProblem'))
      .then(handedOver);
    given(found, assigned)
      .when(order('HandOverProblem', { cause: 'tired' }))
      .thenRefused({ reason: 'WORD_UNKNOWN', field: 'cause' });
    given(found, assigned)
      .when(order('HandOverProblem', { ownerId: UNIT }))
      .thenRefused({ reason: 'PROBLEM_SAME_OWNER', field: 'ownerId' });
    given(found).when(order('HandOverProblem')).thenRefused({ reason: 'PROBLEM_NOT_ASSIGNED' });
  });
  it('twenty times at once, and then once a month', () => {
    const back = { ...handedOver, data: { ...handedOver.data, ownerId: UNIT, fromId: NEXT_OWNER } };
    const many = given(found, assigned, ...times(limits.TURNS_MAX / 2, handedOver, back));
    many.when(order('HandOverProblem')).thenRefused({
      ...{ reason: 'PROBLEM_TURNED_TOO_OFTEN' },
      details: { max: limits.TURNS_MAX, again: '2022-01-05' },
    });
    many
      .when(order('HandOverProblem', { now: '2022-01-05T02:00:00.000Z' }))
      .then({ ...handedOver, data: { ...handedOver.data, handedOverOn: '2022-01-05' } });
  });
});

describe('whoever owns it tells what was done', () => {
  it('with files that show it', () => given(found, assigned).when(order('AddMeasure')).then(measure));
  it('the branch’s secretary of a branch’s problem, and the unit’s officer of it as well', () => {
    const ofBranch = { ...assigned, data: { ...assigned.data, ownerRole: 'branch-secretary' } } as const;
    given(found, ofBranch)
      .when(order('AddMeasure', { by: by.secretary }))
      .then({ ...measure, data: { ...measure.data, personId: by.secretary.personId, role: by.secretary.role } });
    given(found, ofBranch).when(order('AddMeasure')).then(measure);
    given(found, assigned)
      .when(order('AddMeasure', { by: by.secretary }))
      .thenRefused({ reason: 'PROBLEM_NOT_YOURS' });
  });
  it('and not the office in its place', () =>
    given(found, assigned)
      .when(order('AddMeasure', { by: by.finder }))
      .thenRefused({ reason: 'PROBLEM_NOT_YOURS' }));
  it('each file once, twenty at most', () => {
    given(found, assigned)
      .when(order('AddMeasure', { evidence: [EVIDENCE, EVIDENCE] }))
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'evidence' });
    given(found, assigned)
      .when(order('AddMeasure', { evidence: Array.from({ length: 21 }, (_, at) => `${at}`) }))
      .thenRefused({ reason: 'TOO_MANY_EVIDENCE_FILES', field: 'evidence' });
  });
  it('a hundred times at once, and then once a month', () => {
    const many = given(found, assigned, ...times(limits.MEASURES_MAX, measure));
    many.when(order('AddMeasure')).thenRefused({
      ...{ reason: 'PROBLEM_TURNED_TOO_OFTEN' },
      details: { max: limits.MEASURES_MAX, again: '2022-01-05' },
    });
    many
      .when(order('AddMeasure', { now: '2022-01-05T02:00:00.000Z' }))
      .then({ ...measure, data: { ...measure.data, toldOn: '2022-01-05' } });
  });
  it('what was told in error is taken out', () => {
    given(found, assigned, measure).when(order('RemoveMeasure')).then(measureRemoved);
    given(found, assigned)
      .when(order('RemoveMeasure'))
      .thenRefused({ reason: 'PROBLEM_MEASURE_NOT_FOUND', field: 'measureId' });
  });
  it('not before it is assigned, and not while it is looked at', () => {
    given(found).when(order('AddMeasure')).thenRefused({ reason: 'PROBLEM_NOT_ASSIGNED' });
    given(...solved)
      .when(order('AddMeasure'))
      .thenRefused({ reason: 'PROBLEM_HANDED_IN' });
    given(...solved)
      .when(order('RemoveMeasure'))
      .thenRefused({ reason: 'PROBLEM_HANDED_IN' });
  });
});

describe('it is handed in as solved', () => {
  it('with evidence', () => {
    given(found, assigned, measure).when(order('HandInProblem')).then(handedIn);
    given(found, assigned).when(order('HandInProblem')).thenRefused({ reason: 'PROBLEM_EVIDENCE_MISSING' });
    given(found, assigned, measure, measureRemoved)
      .when(order('HandInProblem'))
      .thenRefused({ reason: 'PROBLEM_EVIDENCE_MISSING' });
  });
  it('late as well, and says so', () =>
    given(found, assigned, measure)
      .when(order('HandInProblem', { now: '2022-02-01T02:00:00.000Z' }))
      .then({ ...handedIn, data: { ...handedIn.data, handedInOn: '2022-02-01', late: true } }));
  it('by somebody else of the owner when who told the measures left yesterday', () =>
    given(found, assigned, measure)
      .when(order('HandInProblem', { by: by.successor }))
      .then({ ...handedIn, data: { ...handedIn.data, personId: by.successor.personId } }));
  it('once', () =>
    given(...solved)
      .when(order('HandInProblem'))
      .thenRefused({ reason: 'PROBLEM_HANDED_IN' }));
  it('and is taken back by its owner as long as nobody has looked', () => {
    given(...solved)
      .when(order('TakeBackProblem'))
      .then(facts.takenBack);
    given(...solved, facts.takenBack)
      .when(order('HandInProblem'))
      .then(handedIn);
    given(...solved, closed)
      .when(order('TakeBackProblem'))
      .thenRefused({ reason: 'PROBLEM_CLOSED' });
  });
  it('after it was sent back only with something new', () => {
    given(...solved, sentBack)
      .when(order('HandInProblem'))
      .thenRefused({ reason: 'PROBLEM_NOTHING_NEW' });
    given(...solved, sentBack, measure)
      .when(order('HandInProblem'))
      .then(handedIn);
  });
  it('twenty times at once, and then once a month', () => {
    const many = given(found, assigned, measure, ...times(limits.TURNS_MAX, handedIn, facts.takenBack));
    many.when(order('HandInProblem')).thenRefused({ reason: 'PROBLEM_TURNED_TOO_OFTEN' });
    const later = '2022-01-05T02:00:00.000Z';
    many
      .when(order('HandInProblem', { now: later }))
      .then({ ...handedIn, data: { ...handedIn.data, handedInOn: '2022-01-05' } });
  });
});
