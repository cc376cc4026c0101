import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { askedTalks, talkGroundOf } from '../../src/domain/talk/ground.ts';
import { talkDecider } from '../../src/domain/talk/decider.ts';
import type { TalkFact } from '../../src/domain/talk/facts.ts';
import { RECORDS_MAX, WHY_CHARACTERS_MAX } from '../../src/domain/talk/limits.ts';
import type { RecordTalk, TalkOrder } from '../../src/domain/talk/orders.ts';
import { type Talk, unheld } from '../../src/domain/talk/state.ts';
import { evolveRound } from '../../src/domain/round/evolve-round.ts';
import type { Candidate } from '../../src/domain/round/holders.ts';
import type { Round } from '../../src/domain/round/state.ts';
import { decidedRound } from './appeal/appealed-round.ts';
import {
  admit,
  after,
  assign,
  candidate,
  close,
  EDITION,
  open,
  prepare,
  ROUND,
  setWindow,
  tablesOf,
  tally,
} from './round/example-round.ts';

const TALKS = [{ rule: 'first', by: 'body', withinDays: 10 }];
const TABLES = { ...tablesOf(), talks: TALKS };
const tallied = after(
  ...[prepare(TABLES), admit('a'), admit('b'), admit('c')],
  ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open, close],
  ...tally(),
);
/** Decided on the tenth: talks are held until the twentieth. */
const decided = decidedRound(tallied);
const NOW = '2021-12-22T02:00:00.000Z';

const TALKER = candidate('talker', 'committee-leader', null);
const OTHER = candidate('other', 'committee-leader', null);
const OFFICER = candidate('officer-1', 'unit-officer', 'unit-a');
const STRANGER = candidate('officer-2', 'unit-officer', 'unit-b');
const LEADER: Candidate = { personId: 'leader-a', homeId: null, grants: [] };

const groundOf = (round: Round, by: Candidate) =>
  talkGroundOf(round, askedTalks(round).find(({ place }) => place.entryId === 'entry-a') ?? null, by);

type Ordered = (round: Round) => TalkOrder;
const record =
  (recordId: string, over: Partial<RecordTalk> = {}, by = TALKER): Ordered =>
  (round) => ({
    ...{ type: 'RecordTalk', talkId: 'talk-1', recordId, heldOn: '2021-12-15', why: '', now: NOW },
    ...{ ground: groundOf(round, by), ...over },
  });
const confirm =
  (recordId: string, by = OFFICER): Ordered =>
  (round) => ({ type: 'ConfirmTalk', talkId: 'talk-1', recordId, ground: groundOf(round, by), now: NOW });
const end =
  (type: 'RefuteTalk' | 'WithdrawTalk', recordId: string, by: Candidate, why = '当日未曾谈话'): Ordered =>
  (round) => ({ type, talkId: 'talk-1', recordId, ground: groundOf(round, by), why, now: NOW });
const refute = (recordId: string, by = OFFICER, why?: string) => end('RefuteTalk', recordId, by, why);
const withdraw = (recordId: string, by = OTHER, why?: string) => end('WithdrawTalk', recordId, by, why);

const made = (talk: Talk, order: Ordered, round = decided): readonly TalkFact[] => {
  const facts = talkDecider.decide(talk, order(round));
  if (isRefusal(facts)) throw new Error(`${facts.reason} ${facts.field ?? ''}`);
  return facts;
};
const then = (...orders: readonly Ordered[]): Talk =>
  orders.reduce<Talk>((talk, order) => made(talk, order).reduce(talkDecider.evolve, talk), unheld);
const answer = (talk: Talk, order: Ordered, round = decided): string => {
  const facts = talkDecider.decide(talk, order(round));
  return isRefusal(facts)
    ? `${facts.reason} ${facts.field ?? ''}`
    : facts.map(({ type }) => type.replace('.v1', '')).join(' ');
};

describe('talks are asked for by the decision in force', () => {
  it('one for each award whose rule has a talk as its duty, until so many days after the decision', () => {
    expect(askedTalks(decided).map(({ place, dueOn }) => `${place.entryId} ${place.rule} ${dueOn}`)).toEqual([
      ...['entry-a first 2021-12-20', 'entry-b first 2021-12-20'],
    ]);
    expect(askedTalks(tallied)).toEqual([]);
    expect(answer(unheld, record('r1'), tallied)).toBe('TALK_NOT_ASKED entryId');
  });

  it('with whoever left since nobody talks', () => {
    const out = { roundId: ROUND, editionId: EDITION, entryId: 'entry-a', reason: 'removed', proposalId: null };
    const left = evolveRound(tallied, { type: 'EntryTakenOut.v1', data: out } as Parameters<typeof evolveRound>[1]);
    expect(askedTalks(decidedRound(left)).map(({ place }) => place.entryId)).toEqual(['entry-b']);
  });

  it('another decision asks for another talk', () => {
    const [first] = askedTalks(decided);
    const [second] = askedTalks(decidedRound(tallied, 'decision-2'));
    expect(first?.place.decisionId).not.toBe(second?.place.decisionId);
  });
});

describe('a talk is put on record', () => {
  it('by whom the template names, and by nobody else', () => {
    expect(answer(unheld, record('r1'))).toBe('TalkRecorded');
    expect(answer(unheld, record('r1', {}, OFFICER))).toBe('TALK_NOT_YOURS entryId');
    expect(answer(unheld, record('r1', {}, candidate('expert-9', 'expert', null)))).toBe('TALK_NOT_YOURS entryId');
  });

  it('by nobody who was talked with', () => {
    const both: Candidate = { ...TALKER, personId: 'leader-a' };
    expect(answer(unheld, record('r1', {}, both))).toBe('TALK_NOT_YOURS entryId');
  });

  it('on a day that has come, and not before the decision', () => {
    expect(answer(unheld, record('r1', { heldOn: '2021-12-32' }))).toBe('TALK_DAY_INVALID heldOn');
    expect(answer(unheld, record('r1', { heldOn: '2021-12-23' }))).toBe('TALK_IN_FUTURE heldOn');
    expect(answer(unheld, record('r1', { heldOn: '2021-12-09' }))).toBe('TALK_BEFORE_DECISION heldOn');
    expect(answer(unheld, record('r1', { heldOn: '2021-12-10' }))).toBe('TalkRecorded');
  });

  it('late is on record as late', () => {
    expect(then(record('r1', { heldOn: '2021-12-20' })).stands?.late).toBe(false);
    expect(then(record('r1', { heldOn: '2021-12-21' })).stands?.late).toBe(true);
  });

  it('so often at most', () => {
    const many = Array.from({ length: RECORDS_MAX }, (_, at) => [record(`r${at}`), refute(`r${at}`)]).flat();
    expect(answer(then(...many), record('r-more'))).toBe('TALK_RECORDED_TOO_OFTEN entryId');
  });
});

describe('a talk is confirmed by whoever was talked with', () => {
  it('himself, or by the officer of the unit that put him forward, as he stands now', () => {
    const held = then(record('r1'));
    expect(answer(held, confirm('r1'))).toBe('TalkConfirmed');
    expect(answer(held, confirm('r1', LEADER))).toBe('TalkConfirmed');
    expect(answer(held, confirm('r1', STRANGER))).toBe('TALK_NOT_YOURS entryId');
    expect(answer(held, confirm('r1', OTHER))).toBe('TALK_NOT_YOURS entryId');
  });

  it('by nobody who wrote it down, whatever he has become since', () => {
    const become: Candidate = { ...OFFICER, personId: 'talker' };
    expect(answer(then(record('r1')), confirm('r1', become))).toBe('OWN_TALK recordId');
  });

  it('once, and only what stands', () => {
    expect(answer(unheld, confirm('r1'))).toBe('TALK_NOT_ON_RECORD recordId');
    expect(answer(then(record('r1'), confirm('r1')), confirm('r1'))).toBe('TALK_CONFIRMED_ALREADY recordId');
    const corrected = then(record('r1'), record('r2', { why: '日期记错' }));
    expect(answer(corrected, confirm('r1'))).toBe('TALK_NOT_ON_RECORD recordId');
  });
});

describe('every record of a talk has its opposite', () => {
  it('it is corrected with a reason, and is to be confirmed anew', () => {
    const confirmed = then(record('r1'), confirm('r1'));
    expect(answer(confirmed, record('r2'))).toBe('TEXT_EMPTY why');
    const corrected = then(record('r1'), confirm('r1'), record('r2', { heldOn: '2021-12-16', why: '日期记错' }));
    expect(corrected.stands).toMatchObject({ kind: 'correction', heldOn: '2021-12-16', confirmedBy: null });
  });

  it('whoever is said to have been talked with refutes it with a reason until he confirmed it', () => {
    expect(answer(then(record('r1')), refute('r1', OFFICER, ' '))).toBe('TEXT_EMPTY why');
    expect(answer(then(record('r1')), refute('r1', OTHER))).toBe('TALK_NOT_YOURS entryId');
    expect(answer(then(record('r1'), confirm('r1')), refute('r1'))).toBe('TALK_CONFIRMED_ALREADY recordId');
    expect(then(record('r1'), refute('r1')).stands).toBeNull();
  });

  it('the office takes it back with a reason, confirmed or not, and may hold it then', () => {
    const confirmed = then(record('r1'), confirm('r1'));
    expect(answer(confirmed, withdraw('r1', OFFICER))).toBe('TALK_NOT_YOURS entryId');
    const long = '误'.repeat(WHY_CHARACTERS_MAX + 1);
    expect(answer(confirmed, withdraw('r1', OTHER, long))).toBe('TEXT_TOO_LONG why');
    const gone = then(record('r1'), confirm('r1'), withdraw('r1'));
    expect(gone.stands).toBeNull();
    expect(answer(gone, record('r2'))).toBe('TalkRecorded');
  });

  it('whatever is ordered, what stands was held by somebody else than who confirmed it', () => {
    const any = fc.array(
      fc.record({
        kind: fc.constantFrom(record, confirm, refute, withdraw),
        id: fc.constantFrom('r1', 'r2', 'r3'),
        by: fc.constantFrom(TALKER, OTHER, OFFICER, LEADER, STRANGER),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(any, (orders) => {
        const end = orders.reduce<Talk>((talk, { kind, id, by }) => {
          const order = kind === record ? record(id, { why: '更正' }, by) : (kind as typeof confirm)(id, by);
          const facts = talkDecider.decide(talk, order(decided));
          return isRefusal(facts) ? talk : facts.reduce(talkDecider.evolve, talk);
        }, unheld);
        expect(end.stands === null || end.stands.confirmedBy !== end.stands.heldBy).toBe(true);
        expect(end.records).toBeLessThanOrEqual(RECORDS_MAX);
      }),
    );
  });
});
