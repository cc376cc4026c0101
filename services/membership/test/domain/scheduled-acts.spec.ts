import { describe, expect, it } from '@jest/globals';
import type { ActScheduled, PersonFact, ScheduledActEnded } from '../../src/domain/facts.ts';
import { EXITS } from '../../src/domain/membership-stage.ts';
import type { CarryOutScheduled, MovePerson, RecordExit } from '../../src/domain/orders.ts';
import {
  exit,
  exited,
  expert,
  full,
  given,
  grant,
  member,
  now,
  officer,
  personId,
  probationary,
  registered,
  revoked,
  rolesOver,
  today,
} from './exit-sample.ts';

const DAY = '2024-03-10';
const FIRST_INSTANT = '2024-03-09T16:00:00.000Z';
const LATER = '2024-03-10T03:00:00.000Z';
const u2 = { kind: 'known', organizationKind: 'unit', dissolved: false } as const;

const move: MovePerson = {
  ...{ type: 'MovePerson', actId: 'a1', organizationId: 'u2', organization: u2, mayReceive: true },
  ...{ effectiveOn: DAY, keeps: ['g2'], ends: ['g1'], rolesOver, reason: '调动', now },
};
const leave: RecordExit = { ...exit, effectiveOn: DAY };
const scheduled = (terms: ActScheduled['data']['terms'], more: Partial<ActScheduled['data']> = {}): ActScheduled => ({
  type: 'ActScheduled.v1',
  data: {
    ...{ personId, actId: 'a1', effectiveOn: DAY, terms, keeps: ['g2'], ends: ['g1'], prose: { why: '个人原因' } },
    ...more,
  },
});
const toLeave = scheduled({ act: 'RecordExit', kind: 'resigned', approvedOn: null });
const toMove = scheduled({ act: 'MovePerson', organizationId: 'u2' }, { prose: { why: '调动' } });
const over = (how: ScheduledActEnded['data']['how'], more: object = {}): ScheduledActEnded => ({
  type: 'ScheduledActEnded.v1',
  data: { personId, actId: 'a1', how, because: null, ...more },
});
const dayCame: CarryOutScheduled = { type: 'CarryOutScheduled', actId: 'a1', organization: null, now: LATER };

describe('an exit or a move with a day ahead', () => {
  it('waits for its day, and ends nothing before', () => {
    given(...member)
      .when(leave)
      .then(toLeave);
    given(...member)
      .when(move)
      .then(toMove);
  });
  it('is one at a time', () =>
    given(...member, toLeave)
      .when({ ...move, actId: 'a2' })
      .thenRefused({ reason: 'ACT_SCHEDULED_ALREADY', details: { actId: 'a1', effectiveOn: DAY } }));
  it.each(EXITS)('of the kind %s: never a death, nor probation cancelled by a meeting', (kind) => {
    const past = kind === 'deceased' || kind === 'probation-cancelled';
    const all = kind === 'expelled';
    const answer = all ? { keeps: [], ends: [] } : {};
    const decided = given(registered, kind === 'probation-cancelled' ? probationary : full, officer, expert)
      .when({ ...leave, kind, approvedOn: today, ...answer })
      .decision();
    if (past) expect(decided).toMatchObject({ reason: 'EFFECTIVE_TOO_LATE', field: 'effectiveOn' });
    else expect(decided).toMatchObject([{ type: 'ActScheduled.v1', data: { terms: { kind } } }]);
  });
});

describe('when its day has come', () => {
  it('it takes place, true from that day, with the end of the grants in the same append', () => {
    given(...member, toLeave)
      .when(dayCame)
      .then(
        exited('resigned', { effectiveOn: DAY, keeps: ['g2'], ends: ['g1'] }),
        revoked(officer, DAY, { endsAt: FIRST_INSTANT }),
        over('carried-out'),
      );
    given(...member, toMove)
      .when({ ...dayCame, organization: u2 })
      .then(
        {
          type: 'PersonMoved.v1',
          data: {
            ...{ personId, fromOrganizationId: 'u1', toOrganizationId: 'u2', effectiveOn: DAY },
            ...{ keeps: ['g2'], ends: ['g1'], prose: { why: '调动' } },
          },
        },
        revoked(officer, DAY, { endsAt: FIRST_INSTANT, because: 'transfer' }),
        over('carried-out'),
      );
  });
  it('an expulsion ends what was granted meanwhile too', () => {
    const toExpel = scheduled({ act: 'RecordExit', kind: 'expelled', approvedOn: null }, { keeps: [] });
    const later = grant('g9', 'member', 'u1');
    expect(given(registered, full, toExpel, later).when(dayCame).decision()).toMatchObject([
      { data: { ends: ['g9'] } },
      { data: { grantId: 'g9', endsAt: FIRST_INSTANT } },
      {},
    ]);
  });
  it('not a day before', () =>
    given(...member, toLeave)
      .when({ ...dayCame, now: '2024-03-09T15:59:59.999Z' })
      .thenRefused({ reason: 'EFFECTIVE_TOO_EARLY', field: 'actId', details: { earliest: DAY } }));
  it('and comes again, nothing more happens', () =>
    given(...member, toLeave, over('withdrawn'))
      .when(dayCame)
      .then());
  it.each<[string, readonly PersonFact[], CarryOutScheduled['organization'], string]>([
    ['somebody who died', [toLeave, exited('deceased', { ends: [] })], null, 'exit-not-possible'],
    ['a move of somebody who died', [toMove, exited('deceased', { ends: [] })], u2, 'person-exited'],
    ['a move to what was dissolved', [toMove], { ...u2, dissolved: true }, 'organization-gone'],
    ['a move to what nobody knows', [toMove], { kind: 'unknown' }, 'organization-gone'],
    [
      'a move of somebody who is there',
      [
        toMove,
        {
          type: 'PersonMoved.v1',
          data: {
            ...{ personId, fromOrganizationId: 'u1', toOrganizationId: 'u2', effectiveOn: '2024-03-05' },
            ...{ keeps: [], ends: [], prose: { why: '' } },
          },
        },
      ],
      u2,
      'already-there',
    ],
    [
      'a move before another that was recorded meanwhile',
      [
        toMove,
        {
          type: 'PersonMoved.v1',
          data: {
            ...{ personId, fromOrganizationId: 'u1', toOrganizationId: 'u3', effectiveOn: '2024-03-11' },
            ...{ keeps: [], ends: [], prose: { why: '' } },
          },
        },
      ],
      u2,
      'moved-since',
    ],
  ])('it lapses, and says so: %s', (_what, since, organization, because) =>
    given(...member, ...since)
      .when({ ...dayCame, now: '2024-03-12T00:00:00.000Z', organization })
      .then(over('lapsed', { because })),
  );
});

describe('until its day', () => {
  it('it can be taken back, and another be decided', () => {
    given(...member, toLeave)
      .when({ type: 'WithdrawScheduled', actId: 'a1', reason: '撤回', now })
      .then(over('withdrawn', { prose: { why: '撤回' } }));
    given(...member, toLeave, over('withdrawn'))
      .when(move)
      .then(toMove);
    given(...member, toLeave)
      .when({ type: 'WithdrawScheduled', actId: 'a2', reason: '撤回', now })
      .thenRefused({ reason: 'ACT_NOT_SCHEDULED', field: 'actId' });
    given(...member, toLeave)
      .when({ type: 'WithdrawScheduled', actId: 'a1', reason: '', now })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'reason' });
  });
});

describe('a death or expulsion of a past day', () => {
  const ended = (until: string): PersonFact => {
    const leader = grant('g7', 'committee-leader', 'root');
    return { ...leader, data: { ...leader.data, until } };
  };
  it.each([
    ['2024-02-25T01:00:00.000Z', ['g7']],
    ['2024-02-19T16:00:00.000Z', []],
  ] as const)('ends as of that day what has ended at %s since', (until, ends) =>
    expect(
      given(registered, full, ended(until))
        .when({ ...exit, kind: 'deceased', effectiveOn: '2024-02-20', keeps: [], ends: [] })
        .decision(),
    ).toMatchObject([
      { data: { ends } },
      ...ends.map((grantId) => ({ data: { grantId, endsAt: '2024-02-19T16:00:00.000Z' } })),
    ]),
  );
});
