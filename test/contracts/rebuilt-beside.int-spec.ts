import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventStore, Fact } from '@jiangong/event-store';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { auditService } from '../../services/audit/src/audit-service.ts';
import { evaluationService } from '../../services/evaluation/src/evaluation-service.ts';
import { membershipService } from '../../services/membership/src/membership-service.ts';
import { meritProjectsService } from '../../services/merit-projects/src/merit-projects-service.ts';
import { type Life, playLife } from '../../services/merit-projects/test/campaign-life.ts';
import { notificationsService } from '../../services/notifications/src/notifications-service.ts';
import { organizationsService } from '../../services/organizations/src/organizations-service.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(120_000);

const WAIT_MS = 30_000;
const SERVICES = join(import.meta.dirname, '../../services');

type Golden = Readonly<{ stream: string; file: string; more: object }>;

/** Over the log of a whole campaign, in which the facts of others are told in a short form; and over facts of their own. */
const OF_CAMPAIGN: readonly ServiceDefinition[] = [
  auditService,
  membershipService,
  meritProjectsService,
  notificationsService,
];
const OF_GOLDEN: readonly (readonly [ServiceDefinition, readonly Golden[]])[] = [
  [
    organizationsService,
    [
      {
        ...{ stream: 'organizations.organization-1', file: 'golden/OrganizationFounded.v1.json' },
        more: { parentId: null, kind: 'working-committee', tier: 1 },
      },
    ],
  ],
  [
    evaluationService,
    [
      { stream: 'evaluation.round-1', file: 'golden/RoundPrepared.v1.json', more: {} },
      { stream: 'evaluation.honour-1', file: 'golden-decisions/honour/HonourGranted.v1.json', more: {} },
      { stream: 'evaluation.document-1', file: 'golden-decisions/document/DocumentMade.v1.json', more: {} },
    ],
  ],
];

/** A stored fact as its golden file has it, alone or with its type. */
const factOf = (service: string, { file, more }: Golden): Fact => {
  const kept = JSON.parse(readFileSync(join(SERVICES, service, 'test', file), 'utf8')) as Record<string, unknown>;
  return { type: basename(file, '.json'), data: { ...((kept['data'] ?? kept) as object), ...more } };
};

/** Starts the service, ends it, and starts it with every version one higher: all tables stand, and none was begun anew in place. */
const riseBeside = async (
  { stage, store }: Readonly<{ stage: Stage; store: EventStore }>,
  { name, projections }: ServiceDefinition,
): Promise<void> => {
  const head = await store.head();
  const earlier = await stage.start(name, { store, projections });
  expect(await earlier.readers.waitFor(head, WAIT_MS)).toBe(true);
  expect(await earlier.readers.parked()).toEqual([]);
  await earlier.stop();
  const before = stage.told.length;
  const next = projections.map((one) => ({ ...one, version: one.version + 1 }));
  const later = await stage.start(name, { store, projections: next });
  const said = stage.told.slice(before).map(({ message }) => message);
  expect(said.filter((message) => message.startsWith('built anew beside'))).toHaveLength(next.length);
  expect(said.filter((message) => message.startsWith('not built beside'))).toEqual([]);
  expect(await later.readers.waitFor(head, WAIT_MS)).toBe(true);
  for (const { name: reader } of next)
    expect(await later.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
  await later.stop();
};

describe('every read model is built beside its earlier version', () => {
  let life: Life;
  beforeAll(async () => {
    life = await playLife();
  });
  afterAll(async () => life.campaign.close());

  it.each(OF_CAMPAIGN.map((service) => [service.name, service] as const))(
    '%s, over a campaign',
    async (_name, service) => riseBeside(life.campaign, service),
  );
});

describe('every read model is built beside its earlier version, over facts of its own', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    // Nobody tells anything: whoever hears these is not kept waiting.
    for (const service of ['organizations', 'membership', 'merit-projects', 'evaluation']) {
      const context = service.replace('-', '_');
      const translator = { context, streamPrefixes: [`${service}.`], translate: () => [] };
      await stage.start(service, { projections: [], translator });
    }
  });
  afterAll(async () => stage.close());

  it.each(OF_GOLDEN.map(([service, facts]) => [service.name, service, facts] as const))(
    '%s',
    async (name, service, facts) => {
      for (const golden of facts) await append(stage.store, golden.stream, factOf(name, golden));
      await riseBeside({ stage, store: stage.store }, service);
    },
  );
});
