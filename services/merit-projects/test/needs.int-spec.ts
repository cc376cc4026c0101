import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { needKnowledge } from '../src/adapters/postgres/need-knowledge.ts';
import { entryOf } from '../src/adapters/postgres/entry-questions.ts';
import { askedOfEntry } from '../src/adapters/postgres/asked-of-entry.ts';
import { needsOfEntry } from '../src/adapters/postgres/needs-questions.ts';
import { entriesStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';
import { EVIDENCE, LEADER } from './domain/entry-sample.ts';

const [OLD, YOUNG, MERGED, HONOURED] = Array.from({ length: 4 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
];
const CODE = 'demonstration.point';
const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/templates/demonstration-points.yaml'),
  'utf8',
)
  .replaceAll('+1y ', '')
  .replace('    needs:\n', '    needs:\n      - {fact: org.age-months, atLeast: 12}\n')
  .replace('onePer: 20 branches', 'onePer: 2 branches');
/** On the first day of declaring; and what was told was told before. */
const DECLARING = '2021-03-02T02:00:00.000Z';
const REVIEWING = '2021-04-02T02:00:00.000Z';

describe('needs and numbers in proportion over PostgreSQL', () => {
  let campaign: Campaign;
  let editionId = '';
  let seriesId = '';
  const tell = (organizationId: string, type: string, data: object): Promise<unknown> =>
    append(campaign.store, `organizations.organization-${organizationId}`, { type, data: { organizationId, ...data } });
  const found = (organizationId: string, foundedOn: string): Promise<unknown> =>
    tell(organizationId, 'OrganizationFounded.v1', {
      ...{ parentId: UNIT, kind: 'branch', nameZh: `支部${organizationId}`, nameEn: '', code: '', foundedOn },
    });
  const nominate = (subjectId: string, requestId: string = randomUUID()) =>
    campaign.useCases.declarations.nominate(
      {
        ...{ editionId, nominatorId: UNIT, track: 'branch', subjectId, title: '示范点', answerable: [LEADER] },
        ...{ summary: '标准化建设。', evidence: [EVIDENCE], documents: [], as: '', from: '', ownNoticeId: '' },
      },
      campaign.call('unit', { requestId }),
    );
  const told = async (entryId: string) => {
    await campaign.caughtUp();
    const { rows, privacy } = campaign.ground;
    const viewer = { knowsBlocks: true, today: campaign.clock.now(), claims: null };
    const entry = await entryOf(rows, { privacy, viewer }, entryId);
    if (entry === undefined) throw new Error('there is no entry');
    const { needs: asked } = await askedOfEntry(rows, entryId);
    return needsOfEntry(campaign.ground, campaign.useCases.needs, { entry, asked }, campaign.clock.now());
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    await found(OLD, '2001-05-01');
    await found(YOUNG, '2020-03-02');
    await found(HONOURED, '2001-05-01');
    await found(MERGED, '2001-05-01');
    const { useCases, call, asked, clock } = campaign;
    clock.move('2021-01-05T02:00:00.000Z');
    seriesId = randomUUID();
    await append(campaign.store, `evaluation.round-${randomUUID()}`, {
      type: 'CircularIssued.v1',
      data: {
        ...{
          roundId: 'r',
          editionId: 'of-2019',
          decisionId: 'd',
          documentNumber: '1',
          issuedAt: '2020-01-10T02:00:00.000Z',
        },
        honours: [
          { honourId: 'h-1', code: CODE, seriesId, holderKind: 'organization', holderId: HONOURED, awardYear: 2019 },
        ],
      },
    });
    await campaign.caughtUp();
    const { templateHash } = await useCases.templates.adopt(
      { committeeId: COMMITTEE, template: TEMPLATE },
      call('officer'),
    );
    const opened = await useCases.editions.open(
      { ...asked, seriesId, templateHash, parameters: {}, stages: [] },
      call('officer'),
    );
    if (opened.handled.kind === 'refused') throw new Error(JSON.stringify(opened.handled.refusal));
    ({ editionId } = opened);
    await campaign.moveTo(DECLARING);
  }, 120_000);
  afterAll(async () => campaign.close());

  it('whoever is known to be too young is refused, with what was found as of the day', async () => {
    const { handled } = await nominate(YOUNG);
    expect(handled).toMatchObject({
      kind: 'refused',
      refusal: {
        reason: 'NEED_UNMET',
        details: { need: 'need-1', found: '11', wanted: 'atLeast 12', asOf: '2021-03-01' },
      },
    });
  });

  it('one with which an older one was merged is as old as that; undone, it is not', async () => {
    const { rows } = campaign.ground;
    const oldest = async () => (await needKnowledge(rows).organizationsAsOf([YOUNG], '2021-03-01')).get(YOUNG);
    await tell(MERGED, 'OrganizationDissolved.v1', {
      ...{ kind: 'merged', effectiveOn: '2021-02-01', successorIds: [YOUNG], heirId: '' },
    });
    await campaign.caughtUp();
    expect(await oldest()).toEqual({ kind: 'branch', foundedOn: '2001-05-01', children: 0 });
    expect((await needKnowledge(rows).organizationsAsOf([YOUNG], '2021-01-31')).get(YOUNG)?.foundedOn).toBe(
      '2020-03-02',
    );
    await tell(MERGED, 'OrganizationRestored.v1', { parentId: UNIT });
    await campaign.caughtUp();
    expect((await oldest())?.foundedOn).toBe('2020-03-02');
  });

  it('children and branches are counted as the tree of the day has them', async () => {
    const knowledge = needKnowledge(campaign.ground.rows);
    const children = async (on: string) => (await knowledge.organizationsAsOf([UNIT], on)).get(UNIT)?.children;
    // One of the stage, and four of this test of which one was founded in 2020.
    expect(await children('2021-03-01')).toBe(5);
    expect(await children('2020-03-01')).toBe((await children('2021-03-01'))! - 1);
    expect(await knowledge.branchesBelow(UNIT, '2021-03-01')).toBe(5);
    expect(await knowledge.branchesBelow(UNIT, '2020-03-01')).toBe(4);
    expect(await knowledge.branchesBelow(COMMITTEE, '2021-03-01')).toBe(5);
  });

  it('members are counted by what they were on the day, and by where they belonged then', async () => {
    const { membersBelow } = needKnowledge(campaign.ground.rows);
    const counts = async (): Promise<readonly number[]> =>
      Promise.all(['2018-12-31', '2019-06-01', '2020-06-01', '2021-03-01'].map((day) => membersBelow(UNIT, day)));
    const before = await counts();
    const [full, left, moved] = [randomUUID(), randomUUID(), randomUUID()];
    const person = (personId: string, type: string, data: object): Promise<unknown> =>
      append(campaign.store, `membership.person-${personId}`, { type, data: { personId, ...data } });
    const stage = (personId: string, name: string, since: string): Promise<unknown> =>
      person(personId, 'MembershipStageChanged.v1', { stage: name, since });
    for (const one of [full, left, moved])
      await person(one, 'PersonRegistered.v1', { organizationId: one === full ? UNIT : OLD });
    await stage(full, 'probationary', '2019-05-01');
    await stage(full, 'full', '2021-01-01');
    await stage(left, 'full', '2019-01-01');
    await stage(left, 'resigned', '2020-01-01');
    await stage(moved, 'full', '2018-01-01');
    await person(moved, 'PersonMoved.v1', {
      ...{ organizationId: COMMITTEE, fromOrganizationId: OLD, effectiveOn: '2021-02-01' },
    });
    await campaign.caughtUp();
    const more = (await counts()).map((count, at) => count - (before[at] ?? 0));
    expect(more).toEqual([1, 3, 2, 1]);
    // A day put right replaces the wrong one, and an exit entered in error leads back.
    await stage(full, 'probationary', '2019-07-01');
    await stage(left, 'full', '2019-01-01');
    await campaign.caughtUp();
    expect((await counts()).map((count, at) => count - (before[at] ?? 0))).toEqual([1, 2, 3, 2]);
  });

  it('whoever was honoured before in the series is refused; withdrawn by the day, it does not count', async () => {
    const { handled } = await nominate(HONOURED);
    expect(handled).toMatchObject({ kind: 'refused', refusal: { reason: 'NEED_UNMET', details: { found: '1' } } });
    await append(campaign.store, `evaluation.honour-${randomUUID()}`, {
      ...{ type: 'HonourWithdrawn.v1' },
      data: { honourId: 'h-1', code: CODE, seriesId, effectiveOn: '2021-02-15' },
    });
    await campaign.caughtUp();
    expect(await needKnowledge(campaign.ground.rows).honoursAsOf([HONOURED], [CODE], '2021-02-14')).toHaveLength(1);
    expect((await nominate(HONOURED)).handled.kind).toBe('accepted');
  });

  it('stands with the declaration, and is told with it; repeated, it is answered as it was', async () => {
    const requestId = randomUUID();
    const { entryId, handled } = await nominate(OLD, requestId);
    expect(handled.kind).toBe('accepted');
    const stored = await campaign.store.readStream(entriesStream(editionId, UNIT));
    expect(stored.map(({ type }) => type)).toEqual([
      ...['QuotaCounted.v1', 'EntryDeclared.v1', 'NeedsTested.v1', 'EntryDeclared.v1', 'NeedsTested.v1'],
    ]);
    expect(stored[0]?.data).toMatchObject({ count: 5, quota: 3, one: 2, asOf: '2021-03-01' });
    expect((await nominate(OLD, requestId)).handled).toMatchObject({ kind: 'accepted', repeated: true });
    const { needs, share } = await told(entryId);
    expect(needs.map(({ need, verdict, found: values }) => [need, verdict, values])).toEqual([
      ['need-1', 'met', ['238']],
      ['need-2', 'met', ['0']],
      ['need-3', 'undetermined', ['']],
      ['need-4', 'undetermined', ['']],
    ]);
    expect(share).toEqual({
      ...{ quota: 3, taken: 2, onePer: 2, counted: 'branches', count: 5 },
      ...{ asOf: '2021-03-01', stands: true },
    });
  });

  it('the reviewer answers what is not known, and what he went by is read again', async () => {
    await campaign.moveTo(REVIEWING);
    const entries = await campaign.ground.rows.query<{ id: string }>(
      'select entry_id as id from entry where edition_id = $1 and subject_id = $2',
      [editionId, OLD],
    );
    const entryId = entries[0]?.id ?? '';
    const review = async (explanation: string) => {
      const { needs } = await told(entryId);
      const open = needs.filter(({ verdict }) => verdict === 'undetermined');
      return campaign.useCases.review.review(
        { entryId, outcome: 'passed', answers: open.map(({ item }) => ({ item, met: true, explanation })) },
        campaign.call('officer'),
      );
    };
    expect(await review('')).toMatchObject({ kind: 'refused', refusal: { reason: 'TEXT_EMPTY' } });
    expect((await review('组织部门台账。')).kind).toBe('accepted');
    expect((await told(entryId)).needs.slice(2).map(({ answer, ground }) => [answer, ground])).toEqual([
      ['met', '组织部门台账。'],
      ['met', '组织部门台账。'],
    ]);
  });
});
