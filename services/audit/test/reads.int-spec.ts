import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accessProjections } from '@jiangong/access/postgres';
import { ListReadsRequest } from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { append, appendAs, openStage, type Stage } from '@jiangong/messaging/testing';
import { rowsOf } from '@jiangong/read-models/postgres';
import { recordRead } from '@jiangong/service-host';
import { AuditController } from '../src/adapters/grpc/audit.controller.ts';
import { auditService } from '../src/audit-service.ts';
import { callAs, founded, granted, groundOver, officer, reader, ROOT, secretary, tell, UNIT } from './audit-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const MEMBERSHIP = '/jiangong.membership.v1.MembershipService/GetPerson';
const RESULT = '/jiangong.evaluation.v1.ResultService/GetResult';
const CLEARANCE = '/jiangong.merit_projects.v1.MeritProjectsService/GetClearance';

describe('who read what', () => {
  let stage: Stage;
  let controller: AuditController;
  let reads = 0;
  let quiet: () => Promise<void>;

  beforeAll(async () => {
    stage = await openStage();
    await stage.start('organizations', { projections: [], translator: tell('organizations') });
    await stage.start('membership', { projections: [], translator: tell('membership') });
    const audit = await stage.start('audit', { projections: [...accessProjections, ...auditService.projections] });
    const clock = { now: () => reader.now };
    const ground = groundOver({ store: stage.store, rows: rowsOf(audit.pool), clock });
    controller = new AuditController(ground);
    const { store } = stage;
    await append(store, `organizations.organization-${ROOT}`, founded(ROOT));
    await append(store, `organizations.organization-${UNIT}`, founded(UNIT, ROOT));
    for (const [person, organizationId] of [
      ['secretary', UNIT],
      ['officer', ROOT],
    ])
      await append(store, `membership.person-${person}`, {
        type: 'PersonRegistered.v1',
        data: { personId: person, organizationId },
      });
    await append(store, 'membership.person-auditor', granted('auditor', 'auditor', ROOT));
    await append(store, 'membership.person-auditor', granted('unit-auditor', 'auditor', UNIT));
    await appendAs(
      store,
      { stream: 'merit-projects.entries-1', actor: secretary, now: reader.now },
      { type: 'EntryPlanned.v1', data: { nominatorId: UNIT, entryId: 'entry-1' } },
    );
    const nobodys = { ...secretary, organization: null, role: null, grant: null };
    for (const [rpc, resourceKind, resourceId, actor] of [
      [MEMBERSHIP, 'person', 'secretary', officer],
      [MEMBERSHIP, 'person', 'officer', officer],
      [CLEARANCE, 'entry', 'entry-1', officer],
      [RESULT, 'round', 'round-1', { ...officer, role: 'committee-leader' }],
      [MEMBERSHIP, 'person', 'secretary', nobodys],
    ] as const) {
      const now = `2021-04-0${(reads += 1)}T00:00:00.000Z`;
      const subject = { service: rpc.split('.')[1] as string, rpc, resourceKind, resourceId };
      await recordRead(ground, subject, { ...reader, actor, now, requestId: `request-${reads}` });
    }
    quiet = async () => expect(await audit.readers.waitFor(await store.head(), 20_000)).toBe(true);
    await quiet();
  });
  afterAll(async () => stage.close());

  const found = async (asked: Partial<ListReadsRequest>, auditor = 'auditor') =>
    controller.listReads(ListReadsRequest.fromPartial(asked), callAs(auditor));
  const days = async (asked: Partial<ListReadsRequest>, auditor = 'auditor'): Promise<readonly string[]> =>
    (await found(asked, auditor)).reads.map(({ readAt }) => readAt.slice(8, 10));

  it('is told with what was done and about what, the newest first', async () => {
    const { reads: told, counts } = await found({ readFrom: '2021-04-03T00:00:00.000Z', pageSize: 2 });
    expect(told).toMatchObject([
      { resourceKind: 'person', resourceId: 'secretary', about: 'identity', titleEn: 'Read a personal record' },
      {
        ...{ resourceKind: 'round', about: 'sealed-scores', titleZh: '查阅评分结果', classified: false },
        reader: { kind: 'person', id: 'officer', organization: ROOT, role: 'committee-leader', grant: 'grant-1' },
      },
    ]);
    expect(counts?.total).toBe(3);
  });

  it('is found by kind, role, person, thing, time and either order, and counted', async () => {
    expect(await days({})).toStrictEqual(['05', '04', '03', '02', '01']);
    expect(await days({ sort: 'read-at' })).toStrictEqual(['01', '02', '03', '04', '05']);
    expect(await days({ about: 'identity,clearance' })).toStrictEqual(['05', '03', '02', '01']);
    expect(await days({ readerRole: 'none,committee-leader' })).toStrictEqual(['05', '04']);
    expect(await days({ readerId: 'secretary' })).toStrictEqual(['05']);
    expect(await days({ resourceKind: 'entry' })).toStrictEqual(['03']);
    expect(await days({ resourceId: 'secretary', readBefore: '2021-04-05T00:00:00.000Z' })).toStrictEqual(['01']);
    const { counts } = await found({ about: 'identity' });
    expect(counts?.total).toBe(3);
    const facets = Object.fromEntries(
      (counts?.facets ?? []).map(({ name, counts: told }) => [
        name,
        Object.fromEntries(told.map(({ word, count }) => [word, count])),
      ]),
    );
    expect(facets).toStrictEqual({
      about: { identity: 3, clearance: 1, 'sealed-scores': 1 },
      readerRole: { 'committee-officer': 2, none: 1 },
      resourceKind: { person: 3 },
    });
  });

  it('is found by what was done, in Chinese, pinyin and English, and by an id', async () => {
    expect(await days({ q: '个人档案' })).toStrictEqual(['05', '02', '01']);
    expect(await days({ q: 'lianjie' })).toStrictEqual(['03']);
    expect(await days({ q: 'result' })).toStrictEqual(['04']);
    expect(await days({ q: 'entry-1' })).toStrictEqual(['03']);
    expect(await days({ q: 'nothing of the kind' })).toStrictEqual([]);
  });

  it('stands where what was looked at stands, whoever looked', async () => {
    expect(await days({ organization: UNIT }, 'unit-auditor')).toStrictEqual(['05', '03', '01']);
    expect(await days({ itselfOnly: true })).toStrictEqual(['04', '02']);
  });

  it('is known as a read of what is classified as long as that is so', async () => {
    const { store } = stage;
    expect(await days({ classified: true })).toStrictEqual([]);
    const mark = (classified: boolean) => ({
      type: 'OrganizationClassified.v1',
      data: { organizationId: UNIT, classified },
    });
    await append(store, `organizations.organization-${UNIT}`, mark(true));
    await quiet();
    expect(await days({ classified: true })).toStrictEqual(['05', '03', '01']);
    await append(store, `organizations.organization-${UNIT}`, mark(false));
    await quiet();
    expect(await days({ classified: true })).toStrictEqual([]);
  });

  it('goes through pages, with the number of the first', async () => {
    const seen: string[] = [];
    let pageToken = '';
    do {
      const page = await found({ pageSize: 2, pageToken });
      expect(page.counts?.total).toBe(5);
      seen.push(...page.reads.map(({ readAt }) => readAt.slice(8, 10)));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    expect(seen).toStrictEqual(['05', '04', '03', '02', '01']);
    await expect(found({ sort: 'reader' })).rejects.toThrow('SORT_UNKNOWN');
  });
});
