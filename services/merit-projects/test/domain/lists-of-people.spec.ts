import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import { foundPeople, latestSince } from '../../src/application/found-people.ts';
import { SYSTEM } from '../../src/domain/by.ts';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder, ProposeEntryAct } from '../../src/domain/entries/orders.ts';
import { answerOf, type MemberKnown } from '../../src/domain/needs/answers.ts';
import { type ListRoll, rollDecider } from '../../src/domain/roll/decider.ts';
import { BY, COMMITTEE, DAY, editionAfter, openEdition, UNIT } from './edition-sample.ts';
import { at, P1, PROPOSAL } from './entry-sample.ts';
import { AS_OF, fiftyYears, fullNeed, listFacts, LISTED, listTerms, needs, noMedal, roll } from './people-sample.ts';

const [full] = fullNeed.anyOf;
const [standing] = fiftyYears.anyOf;
const [medal] = noMedal.anyOf;
const when = {
  asOf: AS_OF,
  today: '2021-11-01',
  editionId: 'e',
  committeeId: COMMITTEE,
  seriesId: 's',
  year: 2022,
  ahead: true,
};
const member = (fullSince: string, exitedOn = ''): MemberKnown => ({
  ...{ stage: exitedOn === '' ? 'full' : 'deceased', fullSince, exitedOn },
});
const asked = (test: typeof full, of: MemberKnown) =>
  test && answerOf(test, { organization: undefined, honours: [], member: of }, when);

describe('what is known of a member', () => {
  it('is his whole years of standing on the day, from the day on which he became a full member', () => {
    expect(asked(standing, member('1972-07-01'))).toBe(50);
    expect(asked(standing, member('1972-07-02'))).toBe(49);
    expect(asked(standing, member(''))).toBeNull();
  });

  it('is whether he will be a full member on it: not who has died or left by then, and not who is no full one', () => {
    expect(asked(full, member('1972-07-01'))).toBe('full');
    expect(asked(full, member('1972-07-01', '2022-07-02'))).toBe('full');
    expect(asked(full, member('1972-07-01', '2022-07-01'))).toBe('deceased');
    expect(asked(full, { stage: 'probationary', fullSince: '', exitedOn: '' })).toBe('probationary');
  });

  it('is what he holds when the list is made, though its day has not come', () => {
    const given = { seriesId: 's', editionId: 'before', awardYear: 2021, grantedBy: COMMITTEE, until: '' };
    const honours = [{ code: 'fifty-years.medal', ...given }];
    const of = { organization: undefined, honours, member: member('1970-01-01') };
    expect(medal && answerOf(medal, of, when)).toBe(1);
    expect(medal && answerOf(medal, of, { ...when, ahead: false })).toBeNull();
  });
});

describe('who is looked at', () => {
  const person = (personId: string, exitedOn = '', path = `/${COMMITTEE}/${UNIT}/`) => ({
    ...{ ...member('1970-01-01', exitedOn), personId, path, unitId: path.includes(UNIT) ? UNIT : null },
  });

  it('is whoever can have the standing that every category asks for', () => {
    expect(latestSince(roll, needs)).toBe('1972-07-01');
    expect(latestSince(roll, [])).toBe(AS_OF);
  });

  it('is whoever is below the committee, under his unit; the dead of the last year stand apart, others are not named', () => {
    const found = foundPeople(
      [
        ...[person('there'), person('dead', '2022-01-05'), person('dead-long', '2019-01-05')],
        ...[person('elsewhere', '', '/another/'), person('own', '', `/${COMMITTEE}/`), person('dies', '2022-07-02')],
      ],
      roll,
      { path: `/${COMMITTEE}/` },
    );
    const place = { trackId: 'member', nominatorId: UNIT, homeId: UNIT };
    expect(found.on).toEqual([
      { ...place, subjectId: 'there' },
      { trackId: 'member', subjectId: 'own', nominatorId: COMMITTEE, homeId: COMMITTEE },
      { ...place, subjectId: 'dies' },
    ]);
    expect(found.off).toEqual([{ trackId: 'member', subjectId: 'dead', reason: 'exited-before' }]);
  });
});

const on = (subjectId: string) => ({ trackId: 'member', subjectId, nominatorId: UNIT, homeId: UNIT });
const known = (subjectId: string, years: number, medals = 0) => ({
  ...{ trackId: 'member', subjectId, asOf: AS_OF },
  needs: [
    { needId: 'need-1', values: ['full'] },
    { needId: 'need-2', values: [years] },
    { needId: 'need-3', values: [medals] },
  ],
});
const list: ListRoll = {
  ...{ type: 'ListRoll', now: LISTED, terms: listTerms },
  found: {
    ...{ on: [on('a'), on('b')], off: [], knownTo: 700 },
    known: [known('a', 50), known('b', 53, 1)],
  },
};

describe('the list', () => {
  it('is made when its stage opens, and moves with that stage; not on the day as of which it is', () => {
    const asks = listFacts.find(({ type }) => type === 'RollAsked.v1');
    expect(asks?.data).toMatchObject({ asOf: AS_OF, listsAt: startOfDay('2021-11-01') });
    const moved = editionDecider.decide(editionAfter(listFacts), {
      ...{ type: 'RescheduleStage', now: DAY.planning, by: BY.officer, stageId: 'declare', why: '材料未齐。' },
      ...{ opensOn: '2021-11-05', closesOn: '2021-11-10', holidays: openEdition.holidays },
    });
    if (isRefusal(moved)) throw new Error(moved.reason);
    expect(moved.map(({ type }) => type)).toEqual(['StageRescheduled.v1', 'RollAsked.v1']);
    expect(moved[1]?.data).toMatchObject({ listsAt: startOfDay('2021-11-05') });
  });

  it('says of each what follows and up to where of the log, and of nobody since when he is a member', () => {
    const listed = rollDecider.decide(rollDecider.initial, list);
    if (isRefusal(listed)) throw new Error(listed.reason);
    expect(listed[0]?.data).toMatchObject({
      knownTo: 700,
      subjects: [
        {
          subjectId: 'a',
          needs: [
            { needId: 'need-1', values: [null], verdict: 'met' },
            { needId: 'need-2', values: [null], verdict: 'met' },
            { needId: 'need-3', values: [0], verdict: 'met' },
          ],
        },
        { subjectId: 'b', needs: [{ values: [null] }, { values: [null] }, { values: [1], verdict: 'unmet' }] },
      ],
    });
    expect(listed[1]?.data).toMatchObject({
      on: [on('a')],
      off: [{ trackId: 'member', subjectId: 'b', reason: 'need-unmet' }],
      counts: [{ trackId: 'member', count: 1 }],
    });
    expect(JSON.stringify(listed)).not.toMatch(/19\d\d|\b5[03]\b/);
  });

  it('is put right by the office where somebody was missed, and nobody is taken off it by one person', () => {
    const facts = rollDecider.decide(rollDecider.initial, list);
    if (isRefusal(facts)) throw new Error(facts.reason);
    const { given } = deciderSpec(rollDecider);
    const order = { now: LISTED, terms: listTerms, trackId: 'member', why: '档案记载1971年转正。' } as const;
    given(...facts)
      .when({ type: 'IncludeSubject', ...order, ...on('c') })
      .then({
        type: 'SubjectIncluded.v1',
        data: {
          ...{ editionId: listTerms.editionId, ...on('c'), counts: [{ trackId: 'member', count: 2 }] },
          prose: { why: order.why },
        },
      });
    given(...facts)
      .when({ type: 'ExcludeSubject', ...order, subjectId: 'a' })
      .thenRefused({ reason: 'LIST_TAKEN_OFF_BY_TWO', field: 'subjectId' });
  });
});

describe('one on the list', () => {
  const after = (facts: readonly EntriesFact[], order: EntriesOrder): readonly EntriesFact[] => {
    const decision = entriesDecider.decide(facts.reduce(entriesDecider.evolve, entriesDecider.initial), order);
    if (isRefusal(decision)) throw new Error(decision.reason);
    return [...facts, ...decision];
  };
  const standingOf = (facts: readonly EntriesFact[]) =>
    facts.reduce(entriesDecider.evolve, entriesDecider.initial).entries[P1]?.standing.kind;
  const of = <B>(by: B, now: string = DAY.review) => ({ ...at(now, by), terms: listTerms });
  const listed = after([], {
    ...{ type: 'ListEntries', now: LISTED, by: SYSTEM, terms: listTerms, asOf: AS_OF },
    listed: [
      {
        ...{ entryId: P1, title: '党员', track: 'member', homeId: UNIT, proposerId: UNIT, answerable: [] },
        subject: { kind: 'person', id: 'a' },
      },
    ],
  });
  const confirm = { type: 'ConfirmEntry', ...of(BY.unit), opinion: '经核对属实。' } as const;
  const propose: ProposeEntryAct = {
    ...of(BY.unit),
    ...{ type: 'ProposeAct', proposalId: PROPOSAL, act: 'RemoveEntry', objectionId: '', why: '党龄计算有误。' },
  };
  const remove = { type: 'RemoveEntry', ...of(BY.officer), proposalId: PROPOSAL, why: '经核实不符合。' } as const;
  const { given } = deciderSpec(entriesDecider);

  it('is confirmed by his unit while units look, which two persons undo', () => {
    const confirmed = after(listed, confirm);
    expect(standingOf(confirmed)).toBe('reviewed');
    given(...confirmed)
      .when(confirm)
      .thenRefused({ reason: 'ENTRY_ALREADY_CONFIRMED', field: 'entryId' });
    given(...listed)
      .when({ ...confirm, ...of(BY.unit, DAY.declaration) })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given(...listed)
      .when({ ...confirm, ...of(BY.officer) })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    const proposed = after(confirmed, { ...propose, act: 'UndoAct' });
    expect(
      standingOf(after(proposed, { type: 'UndoAct', ...of(BY.officer), proposalId: PROPOSAL, why: '误点。' })),
    ).toBe('declared');
  });

  it('is taken off by a second person of another office, wherever he stands, and put back by two', () => {
    given(...listed)
      .when(remove)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    const off = after(after(after(listed, confirm), propose), remove);
    expect(standingOf(off)).toBe('removed');
    expect(off.at(-1)).toMatchObject({ type: 'EntryRemoved.v1', data: { wasEntered: false, objectionId: null } });
    given(...after(listed, { ...propose, ...of(BY.officer) }))
      .when(remove)
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    const back = after(off, { ...propose, ...of(BY.inspector), act: 'UndoAct' });
    expect(
      standingOf(after(back, { type: 'UndoAct', ...of(BY.officer), proposalId: PROPOSAL, why: '复核无误。' })),
    ).toBe('reviewed');
  });

  it('is failed by no reviewer, nominated by nobody and withdrawn by nobody', () => {
    given(...listed)
      .when({
        ...{ type: 'ReviewEntry', ...of(BY.unit), outcome: 'failed', explanations: ['不符。'] },
        answers: [{ item: '党龄', met: false }],
      })
      .thenRefused({ reason: 'LIST_TAKEN_OFF_BY_TWO', field: 'outcome' });
    given(...listed)
      .when({ type: 'WithdrawEntry', ...of(BY.unit), why: '不参加。', classified: false })
      .thenRefused({ reason: 'ENTRY_ON_THE_ROLL', field: 'entryId' });
  });
});
