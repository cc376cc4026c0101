import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accessProjections } from '@jiangong/access/postgres';
import {
  CountEventsRequest,
  ExportEventsRequest,
  ListEventsRequest,
  ReplayStreamRequest,
} from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { append, appendAs, openStage, type Stage } from '@jiangong/messaging/testing';
import { rowsOf } from '@jiangong/read-models/postgres';
import { type Ground, recordRead } from '@jiangong/service-host';
import { AuditController } from '../src/adapters/grpc/audit.controller.ts';
import { streamFacts } from '../src/adapters/postgres/where-things-stand.ts';
import { auditService } from '../src/audit-service.ts';
import {
  callAs,
  EDITION,
  ENTRIES,
  founded,
  groundOver,
  officer,
  reader,
  ROOT,
  secretary,
  tell,
  TRACE,
  UNIT,
} from './audit-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const AUDITOR = callAs('auditor');

describe('the audit service', () => {
  let stage: Stage;
  let controller: AuditController;
  let ground: Ground;
  let readers: Awaited<ReturnType<Stage['start']>>['readers'];
  let head = 0;

  beforeAll(async () => {
    stage = await openStage();
    await stage.start('organizations', { projections: [], translator: tell('organizations') });
    await stage.start('membership', { projections: [], translator: tell('membership') });
    const audit = await stage.start('audit', { projections: [...accessProjections, ...auditService.projections] });
    readers = audit.readers;
    ground = groundOver({ store: stage.store, rows: rowsOf(audit.pool), clock: { now: () => reader.now } });
    controller = new AuditController(ground);
    const { store } = stage;
    await appendAs(
      store,
      { stream: `organizations.organization-${ROOT}`, actor: officer, now: '2021-01-01T00:00:00.000Z' },
      founded(ROOT),
    );
    await appendAs(
      store,
      { stream: `organizations.organization-${UNIT}`, actor: officer, now: '2021-01-02T00:00:00.000Z' },
      founded(UNIT, ROOT),
    );
    await appendAs(
      store,
      { stream: 'membership.person-secretary', actor: officer, now: '2021-01-03T00:00:00.000Z' },
      {
        type: 'PersonRegistered.v1',
        data: { personId: 'secretary', organizationId: UNIT },
      },
    );
    await appendAs(
      store,
      { stream: EDITION, actor: officer, now: '2021-01-04T00:00:00.000Z' },
      { type: 'EditionOpened.v1', data: { year: 2021 } },
    );
    for (const [month, type] of [
      ['02', 'EntryPlanned.v1'],
      ['03', 'EntryConfirmed.v1'],
      ['04', 'EntryDeclared.v1'],
    ] as const)
      await appendAs(
        store,
        { stream: ENTRIES, actor: secretary, now: `2021-${month}-01T00:00:00.000Z` },
        { type, data: { entryId: 'p', month } },
      );
    await append(store, 'evaluation.series-1', { type: 'Begun.v1', data: {} });
    await recordRead(
      ground,
      { service: 'membership', rpc: '/x/GetPerson', resourceKind: 'person', resourceId: 'secretary' },
      reader,
    );
    head = await store.head();
    expect(await readers.waitFor(head, 10_000)).toBe(true);
  });
  afterAll(async () => stage.close());

  const types = async (asked: Partial<ListEventsRequest>): Promise<readonly string[]> =>
    (await controller.listEvents(ListEventsRequest.fromPartial(asked), AUDITOR)).events.map(({ type }) => type);

  it('finds events by stream, its beginning, type, actor, time, correlation and trace', async () => {
    expect(await types({ stream: ENTRIES })).toStrictEqual([
      'EntryPlanned.v1',
      'EntryConfirmed.v1',
      'EntryDeclared.v1',
    ]);
    expect(await types({ stream: 'organizations.' })).toStrictEqual([
      'OrganizationFounded.v1',
      'OrganizationFounded.v1',
    ]);
    expect(await types({ stream: 'merit-projects.', type: 'EditionOpened.v1' })).toStrictEqual(['EditionOpened.v1']);
    expect(await types({ actorId: 'secretary', newestFirst: true })).toStrictEqual([
      'EntryDeclared.v1',
      'EntryConfirmed.v1',
      'EntryPlanned.v1',
    ]);
    expect(
      await types({ occurredFrom: '2021-02-01T00:00:00.000Z', occurredBefore: '2021-03-01T00:00:00.000Z' }),
    ).toStrictEqual(['EntryPlanned.v1']);
    expect(await types({ correlationId: reader.correlationId })).toStrictEqual(['RecordWasRead.v1']);
    expect(await types({ traceId: TRACE })).toStrictEqual(['RecordWasRead.v1']);
    expect(await types({ traceId: TRACE.replace('4', '5') })).toStrictEqual([]);
    expect(await types({ stream: 'no-such.' })).toStrictEqual([]);
    const ofUnit = ['EntryPlanned.v1', 'EntryConfirmed.v1', 'EntryDeclared.v1'];
    expect(await types({ actorRole: 'unit-officer' })).toStrictEqual(ofUnit);
    expect(await types({ actorOrganization: UNIT })).toStrictEqual(ofUnit);
    expect(await types({ actorOrganization: UNIT, actorRole: 'committee-officer' })).toStrictEqual([]);
  });

  it('counts events by the hours, days and months of Shanghai', async () => {
    const counted = async (asked: Partial<CountEventsRequest>) =>
      (
        await controller.countEvents(
          CountEventsRequest.fromPartial({
            ...{ by: 'month', occurredFrom: '2021-01-01T00:00:00.000Z', occurredBefore: '2021-12-31T00:00:00.000Z' },
            ...{ stream: ENTRIES, ...asked },
          }),
          AUDITOR,
        )
      ).counts;
    const months = await counted({});
    expect(months.map(({ events }) => events)).toStrictEqual([1, 1, 1]);
    // The first of March in UTC at midnight is its eight o'clock in Shanghai: the month began eight hours before.
    expect(months[1]).toStrictEqual({ from: '2021-02-28T16:00:00.000Z', events: 1 });
    expect((await counted({ by: 'day' }))[1]).toStrictEqual({ from: '2021-02-28T16:00:00.000Z', events: 1 });
    expect(await counted({ actorRole: 'auditor' })).toStrictEqual([]);
    await expect(counted({ by: 'hour' })).rejects.toThrow('SPAN_TOO_LONG');
    await expect(counted({ by: 'week' })).rejects.toThrow('WORD_UNKNOWN');
    await expect(counted({ occurredBefore: '' })).rejects.toThrow('MOMENT_INVALID');
  });

  it('tells everything of an event but its data', async () => {
    const { events } = await controller.listEvents(
      ListEventsRequest.fromPartial({ type: 'EntryConfirmed.v1' }),
      AUDITOR,
    );
    const stored = (await stage.store.readStream(ENTRIES))[1];
    expect(events).toStrictEqual([
      {
        position: 6,
        eventId: stored?.eventId,
        stream: ENTRIES,
        revision: 1,
        type: 'EntryConfirmed.v1',
        occurredAt: '2021-03-01T00:00:00.000Z',
        actor: { kind: 'person', id: 'secretary', organization: UNIT, role: 'unit-officer', grant: 'grant-2' },
        correlationId: '00000000-0000-4000-8000-00000000c0de',
        causationId: '',
        hash: stored?.hash,
        traceId: '',
      },
    ]);
  });

  it('names the trace of an event that keeps one', async () => {
    const asked = ListEventsRequest.fromPartial({ type: 'RecordWasRead.v1' });
    const { events } = await controller.listEvents(asked, AUDITOR);
    expect(events.map(({ traceId }) => traceId)).toStrictEqual([TRACE]);
  });

  it('goes through pages without losing or repeating a row, either way', async () => {
    for (const newestFirst of [false, true]) {
      const seen: number[] = [];
      let pageToken = '';
      do {
        const page = await controller.listEvents(
          ListEventsRequest.fromPartial({ pageSize: 4, newestFirst, pageToken }),
          AUDITOR,
        );
        seen.push(...page.events.map(({ position }) => position));
        pageToken = page.nextPageToken;
      } while (pageToken !== '');
      const all = Array.from({ length: head }, (_, index) => index + 1);
      expect(seen).toStrictEqual(newestFirst ? all.toReversed() : all);
    }
  });

  it('replays a stream up to a revision or a moment, in pages, with its chain checked', async () => {
    const replayed = await controller.replayStream(
      ReplayStreamRequest.fromPartial({ stream: ENTRIES, at: '2021-03-15T00:00:00.000Z' }),
      AUDITOR,
    );
    const stored = await stage.store.readStream(ENTRIES);
    expect(replayed).toStrictEqual({
      events: stored
        .slice(0, 2)
        .map(({ position, entryBytes, dataBytes, hash }) => ({ position, entry: entryBytes, data: dataBytes, hash })),
      nextPageToken: '',
      throughRevision: 1,
      chainedEvents: 2,
      eventCount: 2,
    });
    const first = await controller.replayStream(
      ReplayStreamRequest.fromPartial({ stream: ENTRIES, throughRevision: 2, pageSize: 2 }),
      AUDITOR,
    );
    const second = await controller.replayStream(
      ReplayStreamRequest.fromPartial({
        stream: ENTRIES,
        throughRevision: 2,
        pageSize: 2,
        pageToken: first.nextPageToken,
      }),
      AUDITOR,
    );
    expect([...first.events, ...second.events].map(({ position }) => position)).toStrictEqual([5, 6, 7]);
    expect(second.nextPageToken).toBe('');
    await expect(
      controller.replayStream(ReplayStreamRequest.fromPartial({ stream: 'a.b' }), AUDITOR),
    ).rejects.toMatchObject({
      refusal: { reason: 'STREAM_NOT_FOUND', field: 'stream' },
    });
  });

  it('exports stored events byte by byte, page after page, up to the head', async () => {
    const stored = (await stage.store.readLog({ after: 0, limitMax: 100 })).events;
    const exported = [];
    for (let after = 0, end = 1; after < end;) {
      const page = await controller.exportEvents(ExportEventsRequest.fromPartial({ after, pageSize: 4 }), AUDITOR);
      exported.push(...page.events);
      after = page.through;
      end = page.head;
    }
    expect(exported).toStrictEqual(
      stored.map(({ position, entryBytes, dataBytes, hash }) => ({
        position,
        entry: entryBytes,
        data: dataBytes,
        hash,
      })),
    );
  });

  it('knows where a stream stands, so that an auditor sees his part of the tree alone', async () => {
    const root = { organizationPath: `/${ROOT}/`, organizationId: ROOT };
    const unit = { organizationPath: `/${ROOT}/${UNIT}/`, organizationId: UNIT };
    expect(await streamFacts(ground.rows, `organizations.organization-${UNIT}`)).toStrictEqual(unit);
    expect(await streamFacts(ground.rows, 'membership.person-secretary')).toStrictEqual(unit);
    expect(await streamFacts(ground.rows, ENTRIES)).toStrictEqual(unit);
    expect(await streamFacts(ground.rows, EDITION)).toStrictEqual(root);
    expect(await streamFacts(ground.rows, 'evaluation.series-1')).toStrictEqual(root);
    expect(await streamFacts(ground.rows, 'evaluation.series-2')).toBeUndefined();
  });

  it.each(auditService.projections.map(({ name }) => name))(
    '%s replayed from zero is the live one, byte by byte',
    async (name) => {
      expect(await readers.rebuildAndCompare(name)).toMatchObject({ equal: true, position: head });
    },
  );
});
