import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { GetEntryToScoreResponse } from '@jiangong/contracts/jiangong/merit_projects/v1/scoring';
import { Grant, ListGrantsResponse } from '@jiangong/contracts/jiangong/membership/v1/questions';
import { PublicNotice } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { Organization } from '@jiangong/contracts/jiangong/organizations/v1/questions';
import type { PublicFact } from '@jiangong/messaging';
import { type Logger, silentLogger } from '@jiangong/telemetry';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { refusal } from './fake-services.ts';
import {
  CREDENTIALS,
  type GatewayUnderTest,
  OFFICER,
  ROOT,
  setUp,
  startGatewayUnderTest,
} from './gateway-under-test.ts';

jest.setTimeout(30_000);

const idOf = (digits: string): string => `7e5f0c3e-3f4e-4c1e-8a39-${digits.padStart(12, '0')}`;
const PERSON = idOf('1');

let world: GatewayUnderTest;
let officer: Browser;
const warned: string[] = [];
const log: Logger = { ...silentLogger, warn: (_fields, message) => void warned.push(message) };

type Json = Record<string, unknown>;

const grant = (organizationId: string, grantedBy: string): Grant =>
  Grant.fromPartial({ grantId: idOf('9'), role: 'member', organizationId, grantedBy });

const grants = async (of: Browser = officer): Promise<readonly Json[]> =>
  ((await (await of.fetch(`/v1/people/${PERSON}/grants`)).json()) as { grants: Json[] }).grants;

const calls = (method: string) => world.services.seen.filter((one) => one.method === method);

const answerGrants = (...all: readonly Grant[]): void =>
  world.services.answer('membership', 'listGrants', () => ListGrantsResponse.fromPartial({ grants: [...all] }));

const nameOrganizations = (names: Readonly<Record<string, string>>, classified = false): void =>
  world.services.answer('organizations', 'getOrganizationNames', () => ({
    names: Object.entries(names).map(([organizationId, nameZh]) => ({
      organizationId,
      nameZh,
      nameEn: '',
      classified,
    })),
  }));

const namePeople = (names: Readonly<Record<string, string>>): void =>
  world.services.answer('membership', 'getPeopleNames', () => ({
    names: Object.entries(names).map(([personId, name]) => ({ personId, name })),
  }));

beforeAll(async () => {
  world = await startGatewayUnderTest({}, log);
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
});
beforeEach(() => {
  world.services.seen.length = 0;
  warned.length = 0;
});
afterAll(async () => world.stop());

describe('the names beside the ids of an answer', () => {
  it('are asked for in bulk, one call a kind, in the name of who asks', async () => {
    answerGrants(grant(idOf('a1'), PERSON), grant(idOf('a2'), OFFICER), grant(idOf('a1'), OFFICER));
    nameOrganizations({ [idOf('a1')]: '甲支部', [idOf('a2')]: '乙支部' });
    namePeople({ [OFFICER]: '王工' });
    expect(await grants()).toMatchObject([
      { organizationName: { zh: '甲支部', en: null }, grantedByName: null },
      { organizationName: { zh: '乙支部', en: null }, grantedByName: { zh: '王工', en: null } },
      { organizationName: { zh: '甲支部', en: null }, grantedByName: { zh: '王工', en: null } },
    ]);
    expect(calls('getOrganizationNames').map(({ request }) => request)).toEqual([
      { organizationIds: [idOf('a1'), idOf('a2')] },
    ]);
    expect(calls('getPeopleNames').map(({ request }) => request)).toEqual([{ personIds: [PERSON, OFFICER] }]);
    expect(calls('getPeopleNames')[0]?.token).toMatchObject({ sub: OFFICER, kind: 'person' });
  });

  it('are null where the service tells none, and where it may not be asked', async () => {
    answerGrants(grant(idOf('b1'), PERSON));
    nameOrganizations({});
    world.services.answer('membership', 'getPeopleNames', () => {
      throw refusal(status.PERMISSION_DENIED, 'NO_GRANT');
    });
    expect(await grants()).toMatchObject([{ organizationName: null, grantedByName: null }]);
    expect(warned).toEqual([]);
  });

  it('of people whom a service has shown to an evaluator are asked for in the platform’s name; all else in his', async () => {
    const entryId = idOf('e1');
    world.services.answer('merit-projects', 'getEntryToScore', () =>
      GetEntryToScoreResponse.fromPartial({
        entry: { entryId, editionId: idOf('e2'), nominatorId: idOf('e3'), homeId: idOf('e3'), answerable: [PERSON] },
        declaredAt: '2021-11-10T02:00:00.000Z',
      }),
    );
    nameOrganizations({ [idOf('e3')]: '甲厅' });
    namePeople({ [PERSON]: '李文' });
    const answer = (await (await officer.fetch(`/v1/entries/${entryId}/to-score`)).json()) as Json;
    expect(answer).toMatchObject({
      entry: { answerableNames: [{ zh: '李文', en: null }], nominatorName: { zh: '甲厅' } },
    });
    expect(calls('getPeopleNames')[0]?.token).toMatchObject({ kind: 'system' });
    expect(calls('getOrganizationNames')[0]?.token).toMatchObject({ sub: OFFICER, kind: 'person' });
    expect(calls('getEntryToScore')[0]?.token).toMatchObject({ sub: OFFICER, kind: 'person' });
  });

  it('never fail an answer: a service that is away is told in the log', async () => {
    answerGrants(grant(idOf('c1'), PERSON));
    namePeople({ [PERSON]: '李文' });
    world.services.answer('organizations', 'getOrganizationNames', () => {
      throw Object.assign(new Error('away'), { code: status.UNAVAILABLE });
    });
    expect(await grants()).toMatchObject([{ organizationName: null, grantedByName: { zh: '李文', en: null } }]);
    expect(warned).toEqual(['an answer went out without names']);
  });

  it('of organizations are remembered for a moment, unless they are classified', async () => {
    answerGrants(grant(idOf('d1'), PERSON));
    nameOrganizations({ [idOf('d1')]: '丁支部' });
    await grants();
    await grants();
    expect(calls('getOrganizationNames')).toHaveLength(1);
    answerGrants(grant(idOf('d2'), PERSON));
    nameOrganizations({ [idOf('d2')]: '戊支部' }, true);
    await grants();
    await grants();
    expect(calls('getOrganizationNames')).toHaveLength(3);
  });

  it('of people are remembered for the session that they were told to alone, and forgotten with whoever is erased', async () => {
    const somebody = idOf('d5');
    answerGrants(grant(idOf('d1'), somebody));
    namePeople({ [somebody]: '赵明' });
    for (const _twice of [1, 2]) expect(await grants()).toMatchObject([{ grantedByName: { zh: '赵明', en: null } }]);
    expect(calls('getPeopleNames')).toHaveLength(1);
    const elsewhere = browser(world.url);
    await signInAs(elsewhere, CREDENTIALS);
    namePeople({});
    expect(await grants(elsewhere)).toMatchObject([{ grantedByName: null }]);
    // What is not told is asked for each time.
    await grants(elsewhere);
    expect(calls('getPeopleNames')).toHaveLength(3);
    const { database, remembered, sessions } = world.gateway().parts;
    const { handle } = endAccess(database, {
      sessions: async (personId) => sessions.endAllOf(personId),
      names: () => remembered.ofPeople.forgetAll(),
    });
    await handle({ type: 'membership.PersonErased.v1', data: { personId: somebody } } as PublicFact);
    expect(await grants()).toMatchObject([{ grantedByName: null }]);
  });

  it('of an organization are asked for again by who has given an order since', async () => {
    answerGrants(grant(idOf('e1'), PERSON));
    nameOrganizations({ [idOf('e1')]: '旧名' });
    await grants();
    nameOrganizations({ [idOf('e1')]: '新名' });
    world.services.answer('organizations', 'moveOrganization', () => ({
      receipt: { events: [], revision: 1, position: 1_000, repeated: false },
    }));
    const moved = await officer.post(`/v1/organizations/${idOf('e1')}/move`, { parentId: ROOT, reason: '调整' });
    expect(moved.status).toBe(200);
    expect(await grants()).toMatchObject([{ organizationName: { zh: '新名' } }]);
  });

  it('are of organizations and editions in public, asked for in nobody’s name, once in a while', async () => {
    world.services.answer('merit-projects', 'listPublicNotices', () => ({
      notices: [PublicNotice.fromPartial({ entryId: idOf('f1'), editionId: idOf('f2'), nominatorId: idOf('f3') })],
      nextPageToken: '',
      counts: { total: 1, facets: [] },
    }));
    nameOrganizations({ [idOf('f3')]: '己支部' });
    world.services.answer('merit-projects', 'getTitles', () => ({
      editions: [{ id: idOf('f2'), titleZh: '2026年建功项目', titleEn: 'Projects of 2026' }],
      entries: [],
    }));
    const notices = async (): Promise<{ items: Json[] }> =>
      (await (await browser(world.url).fetch('/v1/public/notices')).json()) as { items: Json[] };
    const answer = await notices();
    expect(answer.items).toMatchObject([
      { nominatorName: { zh: '己支部', en: null }, editionName: { zh: '2026年建功项目', en: 'Projects of 2026' } },
    ]);
    expect(calls('getTitles')[0]?.token).toMatchObject({ kind: 'anonymous' });
    // A title that everybody may know is remembered for a moment.
    expect(await notices()).toEqual(answer);
    expect(calls('getTitles')).toHaveLength(1);
  });

  it('stand beside ids that are not there, as null', async () => {
    world.services.answer('organizations', 'getOrganization', () => ({
      organization: Organization.fromPartial({ organizationId: ROOT, nameZh: '工委', successorIds: [] }),
      officers: [],
      restorations: [],
    }));
    expect(await (await officer.fetch(`/v1/organizations/${ROOT}`)).json()).toMatchObject({
      parentId: null,
      parentName: null,
      successorIds: [],
      successorNames: [],
    });
    expect(calls('getOrganizationNames')).toEqual([]);
  });
});
