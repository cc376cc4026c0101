import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accessProjections } from '@jiangong/access/postgres';
import { ListRepairsRequest } from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import type { Fact } from '@jiangong/event-store';
import { append, appendAs, openStage, type Stage } from '@jiangong/messaging/testing';
import { rowsOf } from '@jiangong/read-models/postgres';
import { RepairsController } from '../src/adapters/grpc/repairs.controller.ts';
import { auditService } from '../src/audit-service.ts';
import { callAs, founded, granted, groundOver, officer, reader, ROOT, tell, UNIT } from './audit-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const place = { reader: 'entries', stream: 'merit-projects.entries-1', position: 7 };
const operator = { ...officer, id: 'operator', role: 'operator' };

describe('the log of repairs', () => {
  let stage: Stage;
  let controller: RepairsController;
  let rebuilt: (name: string) => Promise<unknown>;

  beforeAll(async () => {
    stage = await openStage();
    await stage.start('organizations', { projections: [], translator: tell('organizations') });
    await stage.start('membership', { projections: [], translator: tell('membership') });
    const audit = await stage.start('audit', { projections: [...accessProjections, ...auditService.projections] });
    rebuilt = (name) => audit.readers.rebuildAndCompare(name);
    const clock = { now: () => reader.now };
    controller = new RepairsController(groundOver({ store: stage.store, rows: rowsOf(audit.pool), clock }));
    const { store } = stage;
    await append(store, `organizations.organization-${ROOT}`, founded(ROOT));
    await append(store, `organizations.organization-${UNIT}`, founded(UNIT, ROOT));
    for (const [person, role, organization] of [
      ['auditor', 'auditor', ROOT],
      ['unit-auditor', 'auditor', UNIT],
      ['operator', 'operator', ROOT],
    ] as const)
      await append(store, 'membership.person-staff', granted(person, role, organization));
    const told = (stream: string, actor: typeof officer, fact: Fact) =>
      appendAs(store, { stream, actor, now: '2021-03-01T00:00:00.000Z' }, fact);
    const parked = (type: string, data: object) => told('operations.repairs-merit-projects', operator, { type, data });
    await parked('ParkedEventRetried.v1', { ...place, reason: '已修复模板' });
    await parked('RepairEnded.v1', { ...place, done: 3, left: 0 });
    await parked('ParkedEventSkipped.v1', { ...place, position: 9, reason: '重复事件' });
    const result = { roundId: 'round-1', resultHash: 'a', because: [] };
    await told('evaluation.round-1', officer, {
      type: 'ResultComputed.v1',
      data: { ...result, predecessor: null },
    });
    const because = [{ change: 'recusal-declared', proposalId: null }];
    await told('evaluation.round-1', officer, {
      type: 'ResultComputed.v1',
      data: { ...result, resultHash: 'b', predecessor: 'a', because },
    });
    await told('merit-projects.holidays-2027', officer, {
      type: 'HolidaysCorrected.v1',
      data: { year: 2027, noticeNumber: '国办发明电〔2026〕1号', proposedBy: 'leader' },
    });
    await told('merit-projects.entries-1', officer, {
      type: 'BlockLifted.v1',
      data: {
        nominatorId: UNIT,
        entryId: 'e',
        standing: 'cleared',
        opinionNumber: '纪函〔2021〕9号',
        proposedBy: null,
      },
    });
    expect(await audit.readers.waitFor(await store.head(), 20_000)).toBe(true);
  });
  afterAll(async () => stage.close());

  const found = (asked: Partial<ListRepairsRequest>, who = 'auditor') =>
    controller.listRepairs(ListRepairsRequest.fromPartial(asked), callAs(who));
  const kinds = async (asked: Partial<ListRepairsRequest>, who?: string): Promise<readonly string[]> =>
    (await found(asked, who)).repairs.map(({ kind }) => kind);

  it('says who, when, why, and what came of it', async () => {
    const { repairs, counts } = await found({ sort: 'at' });
    expect(repairs.map(({ kind, outcome, reason }) => [kind, outcome, reason])).toStrictEqual([
      ['parked-retried', 'went-through', '已修复模板'],
      ['parked-skipped', 'given-up', '重复事件'],
      ['result-recomputed', 'result-changed', ''],
      ['holidays-corrected', 'in-force', ''],
      ['block-lifted', 'in-force', ''],
    ]);
    expect(counts?.total).toBe(5);
    expect(repairs[0]).toMatchObject({
      ...{ at: '2021-03-01T00:00:00.000Z', actor: { id: 'operator', role: 'operator' } },
      parked: { service: 'merit-projects', ...place, done: 3, left: 0 },
    });
    expect(repairs[1]?.parked).toMatchObject({ position: 9, done: undefined, left: undefined });
    expect(repairs[2]).toMatchObject({ roundId: 'round-1', because: ['recusal-declared'] });
    expect(repairs[3]).toMatchObject({ year: 2027, documentNumber: '国办发明电〔2026〕1号', proposedBy: 'leader' });
    expect(repairs[4]).toMatchObject({ entryId: 'e', standing: 'cleared', documentNumber: '纪函〔2021〕9号' });
  });

  it('is found by kind, outcome, person and words, and counted', async () => {
    expect(await kinds({ kind: 'block-lifted,holidays-corrected' })).toStrictEqual([
      'block-lifted',
      'holidays-corrected',
    ]);
    expect(await kinds({ outcome: 'given-up' })).toStrictEqual(['parked-skipped']);
    expect(await kinds({ actorId: 'operator' })).toStrictEqual(['parked-skipped', 'parked-retried']);
    expect(await kinds({ q: '模板' })).toStrictEqual(['parked-retried']);
    expect(await kinds({ q: 'gengzheng' })).toStrictEqual(['holidays-corrected']);
    expect(await kinds({ before: '2021-03-01T00:00:00.000Z' })).toStrictEqual([]);
  });

  it('shows operators what operators do, and auditors what belongs to their part of the tree', async () => {
    expect(await kinds({}, 'operator')).toStrictEqual(['parked-skipped', 'parked-retried']);
    expect(await kinds({ organization: UNIT }, 'unit-auditor')).toStrictEqual(['block-lifted']);
    expect(await kinds({}, 'nobody')).toStrictEqual([]);
  });

  it('replayed from zero is the live one, byte by byte', async () => {
    expect(await rebuilt('repairs')).toMatchObject({ equal: true });
  });
});
