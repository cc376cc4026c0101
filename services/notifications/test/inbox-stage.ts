import { Metadata } from '@grpc/grpc-js';
import {
  ListInboxRequest,
  type ListInboxResponse,
} from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import type { Fact } from '@jiangong/event-store';
import type { Translator } from '@jiangong/messaging';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { CallContext, Ground } from '@jiangong/service-host';
import { groundOf, rememberCall } from '@jiangong/service-host/nest';
import { randomUUID } from 'node:crypto';
import { InboxController } from '../src/adapters/grpc/inbox.controller.ts';
import { notificationsService } from '../src/notifications-service.ts';

export const COMMITTEE = 'jl';
export const NOW = '2021-11-29T00:00:00.000Z';
const WAIT_MS = 10_000;
const EDITION = { editionId: 'e1', nominatorId: 'u1' };

/** On this stage the producers' private facts are worded as their public ones. */
const tell = (context: string, service: string): Translator => ({
  context,
  streamPrefixes: [`${service}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

const founded = (organizationId: string, parentId?: string): Fact => ({
  type: 'OrganizationFounded.v1',
  data: { organizationId, ...(parentId ? { parentId } : {}) },
});
const granted = (personId: string, role: string, organizationId: string, until?: string): Fact => ({
  type: 'RoleGranted.v1',
  data: { grantId: `${personId} ${role}`, personId, role, organizationId, ...(until ? { until } : {}) },
});

export const callOfPerson = (personId: string | null, now = NOW): Metadata => {
  const metadata = new Metadata();
  const kind = personId === null ? 'anonymous' : 'person';
  const context: CallContext = {
    actor: { kind, id: personId, organization: COMMITTEE, role: null, grant: null },
    requestId: randomUUID(),
    now,
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    policyVersion: null,
    caller: { kind, personId, sessionId: null },
    afterPosition: 0,
  };
  rememberCall(metadata, context);
  return metadata;
};

const tree: readonly Fact[] = [
  founded(COMMITTEE),
  founded('u1', COMMITTEE),
  founded('u2', COMMITTEE),
  founded('b1', 'u1'),
  founded('b2', 'u2'),
];

const people: readonly Fact[] = [
  granted('officer', 'committee-officer', COMMITTEE),
  granted('operator', 'operator', COMMITTEE),
  granted('leader', 'committee-leader', COMMITTEE),
  granted('inspector', 'discipline-inspector', COMMITTEE),
  granted('unit-1', 'unit-officer', 'u1'),
  granted('unit-2', 'unit-officer', 'u2'),
  granted('former', 'unit-officer', 'u1', '2021-01-02T00:00:00.000Z'),
  granted('branch-1', 'branch-secretary', 'b1'),
  granted('branch-2', 'branch-secretary', 'b2'),
];

const edition: readonly Fact[] = [
  {
    type: 'EditionOpened.v1',
    data: { editionId: 'e1', committeeId: COMMITTEE, year: 2021, titleZh: '2021 年度', titleEn: 'Edition 2021' },
  },
  {
    type: 'StageScheduled.v1',
    data: {
      editionId: 'e1',
      stageId: 'declare',
      act: 'declare',
      opensAt: '2021-10-31T16:00:00.000Z',
      closesAt: '2021-11-30T16:00:00.000Z',
    },
  },
];

/** What has happened before every test: a tree, people with roles, an edition, one entry planned. */
const tellBeginning = async ({ store }: Stage): Promise<void> => {
  for (const fact of tree)
    await append(store, `organizations.organization-${(fact.data as { organizationId: string }).organizationId}`, fact);
  for (const fact of people)
    await append(store, `membership.person-${(fact.data as { personId: string }).personId}`, fact);
  await append(store, 'merit-projects.edition-1', ...edition);
  await append(store, 'merit-projects.entries-1', {
    type: 'EntryPlanned.v1',
    data: {
      ...EDITION,
      entryId: 'p1',
      homeId: 'u1',
      proposerId: 'b1',
      answerablePersonIds: ['lead-1'],
      title: '“一网通办”提速',
    },
  });
};

const startService = async (stage: Stage) => {
  for (const [context, service] of [
    ['organizations', 'organizations'],
    ['membership', 'membership'],
    ['merit_projects', 'merit-projects'],
    ['evaluation', 'evaluation'],
  ] as const)
    await stage.start(service, { projections: [], translator: tell(context, service) });
  const { projections, translator } = notificationsService;
  return stage.start('notifications', { projections, ...(translator ? { translator } : {}) });
};

/** The service's readers and its controller over a real PostgreSQL; the facts of the others are told by hand. */
export const openInboxStage = async () => {
  const stage = await openStage();
  const { readers, pool } = await startService(stage);
  const none = undefined as never;
  const ground: Ground = groundOf({
    store: stage.store,
    clock: { now: () => NOW },
    rows: rowsOf(pool),
    log: none,
    privacy: none,
  });
  const controller = new InboxController(ground);
  const settled = async (): Promise<void> => {
    for (let events = 1; events > 0; events = (await readers.lag()).events)
      if (!(await readers.waitFor(await stage.store.head(), WAIT_MS))) throw new Error('the readers are behind');
  };
  const inbox = async (personId: string, asked: Partial<ListInboxRequest> = {}): Promise<ListInboxResponse> =>
    controller.listInbox(ListInboxRequest.fromPartial(asked), callOfPerson(personId));
  await tellBeginning(stage);
  await settled();
  return {
    stage,
    pool,
    ground,
    controller,
    readers,
    settled,
    inbox,
    templatesIn: async (personId: string): Promise<readonly string[]> =>
      (await inbox(personId)).messages.map(({ template }) => template),
    happen: async (type: string, data: object): Promise<number> =>
      append(stage.store, 'merit-projects.entries-1', { type, data: { ...EDITION, ...data } }),
    close: async () => stage.close(),
  };
};
