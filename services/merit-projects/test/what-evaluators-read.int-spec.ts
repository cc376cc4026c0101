import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, type Grant, permissionTable, type Role } from '@jiangong/access';
import { append } from '@jiangong/messaging/testing';
import { permissionsOf } from '@jiangong/service-host/nest';
import { resolvers } from '../src/adapters/postgres/resolvers.ts';
import { entriesToScore, entryToScore } from '../src/adapters/postgres/scoring-questions.ts';
import { meritProjectsService } from '../src/merit-projects-service.ts';
import { EVALUATOR, type Life, OWN_PROSE, playLife, SCORING_ENDS, SECRETS } from './campaign-life.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';
import { EVIDENCE, LEADER, plan, ROUND, summary } from './domain/entry-sample.ts';

const OTHER_UNIT = '77777777-7777-4777-8777-777777777777';
const PEER = '17171717-1717-4717-8717-171717171717';

/** Every RPC of the service that an evaluator has by his seat alone: the contracts say which. */
const toEvaluators = [...permissionsOf(meritProjectsService.contracts)].filter(([, { action }]) =>
  permissionTable[action as keyof typeof permissionTable].allow.some(({ scope }) => scope === 'assigned'),
);

const grantOf = (personId: string, role: Role): Grant => ({
  grantId: `${personId} ${role}`,
  personId,
  role,
  organizationId: OTHER_UNIT,
  organizationPath: `/${COMMITTEE}/${OTHER_UNIT}/`,
  from: '2020-01-01T00:00:00.000Z',
  until: null,
});

describe('what an evaluator may read', () => {
  let life: Life;
  beforeAll(async () => {
    life = await playLife();
    const { store, caughtUp } = life.campaign;
    await append(store, `organizations.organization-${OTHER_UNIT}`, {
      type: 'OrganizationFounded.v1',
      data: { organizationId: OTHER_UNIT, parentId: COMMITTEE, kind: 'unit', nameZh: '乙厅', nameEn: '', code: '' },
    });
    await append(store, `membership.person-${PEER}`, {
      type: 'PersonRegistered.v1',
      data: { personId: PEER, organizationId: OTHER_UNIT },
    });
    await caughtUp();
  }, 120_000);
  afterAll(async () => life.campaign.close());

  const tell = async (type: string, data: object, roundId: string = ROUND): Promise<void> => {
    const { store, editionId, caughtUp } = life.campaign;
    await append(store, `evaluation.round-${roundId}`, { type: `${type}.v1`, data: { roundId, editionId, ...data } });
    await caughtUp();
  };

  /** What the rule answers to each of these RPCs about an entry, or about a round. */
  const answers = async (
    personId: string,
    { role = 'expert' as Role, entryId = life.commended, roundId = ROUND } = {},
  ): Promise<ReadonlySet<string>> => {
    const { rows, clock } = life.campaign.ground;
    const known = resolvers(rows, clock) as unknown as Record<string, (id: string) => Promise<never>>;
    const given = new Set<string>();
    for (const [, { action, resource }] of toEvaluators) {
      const facts = await known[resource]?.(resource === 'round-to-score' ? roundId : entryId);
      if (facts === undefined) throw new Error(`no ${resource}`);
      const grants = [grantOf(personId, role)];
      const asked = { subject: { kind: 'person' as const, personId }, grants, action, resource: facts };
      const decision = decide({ ...asked, now: clock.now() });
      given.add(decision.allow ? 'allowed' : decision.reason);
    }
    return given;
  };
  const ALL = new Set(['allowed']);
  const NONE = new Set(['NOT_ASSIGNED']);

  it('is the entry with its files, and the list of his round', () => {
    expect(new Set(toEvaluators.map(([path]) => path.split('/').at(-1)))).toEqual(
      new Set(['GetEntryToScore', 'GetEvidence', 'ListEntriesToScore', 'ListEntryFiles']),
    );
  });

  it('is given with the seat in a round that runs, wherever the entry stands in the tree', async () => {
    expect(await answers(EVALUATOR)).toEqual(ALL);
    expect(await answers(PEER)).toEqual(NONE);
  });

  it('is nothing that is not judged there, and nothing else about what is', async () => {
    const { campaign, blocked, removed, commended } = life;
    for (const entryId of [blocked, removed]) expect(await answers(EVALUATOR, { entryId })).toContain('NOT_ASSIGNED');
    const facts = await resolvers(campaign.ground.rows, campaign.ground.clock)['entry-shown'](commended);
    for (const action of [
      'entry.read',
      'entry.read-dossier',
      'entry.read-history',
      'entry.list',
      'entry.read-clearance',
    ])
      expect(
        decide({
          subject: { kind: 'person', personId: EVALUATOR },
          grants: [grantOf(EVALUATOR, 'expert')],
          action,
          resource: facts ?? { organizationPath: '' },
          now: campaign.ground.clock.now(),
        }),
      ).toEqual({ allow: false, reason: 'NO_GRANT' });
  });

  it('shows what was declared and its dossier, and no word of the offices or of an objector', async () => {
    const { campaign, commended } = life;
    const { rows, privacy } = campaign.ground;
    const found = await entryToScore(rows, privacy, commended);
    expect(found).toMatchObject({
      entry: {
        title: plan.title,
        homeId: UNIT,
        summary: `${summary}已补充。`,
        files: 1,
        reports: 1,
        answerable: [LEADER],
      },
      evidence: [EVIDENCE],
      files: [
        {
          ...{ sha256: EVIDENCE, mediaType: 'application/pdf', bytes: 1_000, destroyed: false },
          ...{ kind: 'report', caption: OWN_PROSE.caption },
        },
      ],
      reports: [{ report: OWN_PROSE.report }],
    });
    const told = JSON.stringify(found);
    for (const word of [
      ...Object.values(SECRETS),
      OWN_PROSE.reason,
      '材料完整',
      'passed',
      'openObjections',
      'standing',
    ])
      expect(told).not.toContain(word);
  });

  it('is listed by id, with a summary, and a list of nobody else’s', async () => {
    const { ground } = life.campaign;
    const listed = (personId: string) =>
      entriesToScore(ground.rows, ground.privacy, {
        ...{ roundId: ROUND, personId, now: ground.clock.now() },
        page: { size: 50, after: undefined },
      });
    expect(await listed(EVALUATOR)).toMatchObject([{ entryId: life.commended, summary: `${summary}已补充。` }]);
    expect(await listed(PEER)).toEqual([]);
  });

  it('ends with a recusal, and comes back when it is lifted', async () => {
    const recusal = { personId: EVALUATOR, entryId: life.commended };
    await tell('RecusalDeclared', recusal);
    expect(await answers(EVALUATOR)).toEqual(new Set(['NOT_ASSIGNED', 'allowed']));
    const { ground } = life.campaign;
    const mine = { roundId: ROUND, personId: EVALUATOR, now: ground.clock.now(), page: { size: 50, after: undefined } };
    expect(await entriesToScore(ground.rows, ground.privacy, mine)).toEqual([]);
    await tell('RecusalLifted', recusal);
    expect(await answers(EVALUATOR)).toEqual(ALL);
  });

  it('ends when the entry is taken out, and comes back when it is put back', async () => {
    await tell('EntryTakenOut', { entryId: life.commended });
    expect(await answers(EVALUATOR)).toEqual(new Set(['NOT_ASSIGNED', 'allowed']));
    await tell('EntryPutBack', { entryId: life.commended });
    expect(await answers(EVALUATOR)).toEqual(ALL);
  });

  it('is nothing before entries are dealt out, and then what the own seat was given, until it is given to another', async () => {
    const { ground } = life.campaign;
    const source = { sourceId: 'experts', vote: 'person', skipsOwn: true };
    const mine = { roundId: ROUND, personId: EVALUATOR, now: ground.clock.now(), page: { size: 50, after: undefined } };
    const listed = async (): Promise<readonly string[]> =>
      (await entriesToScore(ground.rows, ground.privacy, mine)).map(({ entryId }) => entryId);
    // He sits in the round, whose page he may ask for, and finds nothing in it.
    const NOTHING = new Set(['NOT_ASSIGNED', 'allowed']);
    await tell('RoundPrepared', { sources: [{ ...source, dealt: true }] });
    expect(await answers(EVALUATOR)).toEqual(NOTHING);
    expect(await listed()).toEqual([]);
    await tell('EntriesDealt', { seatId: EVALUATOR, entryIds: [life.blocked] });
    expect(await answers(EVALUATOR)).toEqual(NOTHING);
    expect(await listed()).toEqual([]);
    await tell('EntriesDealt', { seatId: EVALUATOR, entryIds: [life.commended] });
    expect(await answers(EVALUATOR)).toEqual(ALL);
    expect(await listed()).toEqual([life.commended]);
    // Dealt again: whoever lost everything is told so, too.
    await tell('EntriesDealt', { seatId: EVALUATOR, entryIds: [] });
    expect(await answers(EVALUATOR)).toEqual(NOTHING);
    await tell('RoundPrepared', { sources: [source] });
    expect(await answers(EVALUATOR)).toEqual(ALL);
  });

  it('is not of a round that is not open yet, nor of another edition’s', async () => {
    const later = randomUUID();
    await tell('RoundPrepared', { sources: [{ sourceId: 'experts', vote: 'person', skipsOwn: true }] }, later);
    await tell('SeatAssigned', { seatId: PEER, personId: PEER, sourceId: 'experts' }, later);
    expect(await answers(PEER, { roundId: later })).toEqual(NONE);
    // That round opens, without this entry.
    await tell('RoundOpened', { closesAt: SCORING_ENDS }, later);
    expect(await answers(PEER, { roundId: later })).toEqual(new Set(['NOT_ASSIGNED', 'allowed']));
    await tell('RoundAnnulled', {}, later);
  });

  it('is not of the own unit’s entries, by the home of the assignment or of today, nor of the own matter', async () => {
    const seat = { sourceId: 'experts' };
    await tell('SeatAssigned', { ...seat, seatId: PEER, personId: PEER, seatHomeId: UNIT });
    expect(await answers(PEER)).toContain('NOT_ASSIGNED');
    await tell('SeatAssigned', { ...seat, seatId: PEER, personId: PEER, seatHomeId: OTHER_UNIT });
    expect(await answers(PEER)).toEqual(ALL);
    await append(life.campaign.store, `membership.person-${PEER}`, {
      type: 'PersonMoved.v1',
      data: { personId: PEER, organizationId: UNIT },
    });
    await life.campaign.caughtUp();
    expect(await answers(PEER)).toContain('NOT_ASSIGNED');
    await tell('SeatAssigned', { ...seat, seatId: LEADER, personId: LEADER, seatHomeId: '' });
    expect(await answers(LEADER)).toContain('NOT_ASSIGNED');
  });

  it('needs the role besides: whoever lost it reads nothing', async () => {
    expect(await answers(EVALUATOR, { role: 'member' })).toEqual(new Set(['NO_GRANT']));
  });

  it('ends with the window itself, whoever has heard of the closing, and follows a window that is moved', async () => {
    await tell('WindowSet', { opensAt: '2021-11-30T16:00:00.000Z', closesAt: life.campaign.ground.clock.now() });
    expect(await answers(EVALUATOR)).toEqual(NONE);
    await tell('WindowSet', { opensAt: '2021-11-30T16:00:00.000Z', closesAt: SCORING_ENDS });
    expect(await answers(EVALUATOR)).toEqual(ALL);
  });

  it('ends with the round; reopened, it is given to the seats named, and to no others', async () => {
    await tell('RoundClosed', { closing: 1 });
    expect(await answers(EVALUATOR)).toEqual(NONE);
    await tell('RoundReopened', { closing: 2, seatIds: [PEER], until: SCORING_ENDS });
    expect(await answers(EVALUATOR)).toEqual(NONE);
    await tell('RoundClosed', { closing: 2 });
    await tell('RoundReopened', { closing: 3, seatIds: [EVALUATOR], until: SCORING_ENDS });
    expect(await answers(EVALUATOR)).toEqual(ALL);
  });

  it('ends with the seat', async () => {
    await tell('SeatVacated', { seatId: EVALUATOR, personId: EVALUATOR });
    expect(await answers(EVALUATOR)).toEqual(NONE);
  });

  it('follows from tables that are the same when rebuilt from zero', async () => {
    expect(await life.campaign.readers.rebuildAndCompare('seats-heard')).toMatchObject({ equal: true });
    expect(await life.campaign.readers.parked()).toEqual([]);
  });
});
