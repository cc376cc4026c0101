import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CookieJar } from 'tough-cookie';
import { cookiesFor } from '../../journeys/demo/http/browser.ts';
import type { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { PersonaApi } from '../../journeys/demo/http/persona-api.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';

export const NOBODY = 'nobody';

/** Whose requests a run sends; nobody has neither cookie nor person. */
export type RunPerson = Readonly<{ cookie: string | undefined; personId: string | undefined }>;

type Me = Readonly<{ personId: string; grants: readonly Readonly<{ organizationId: string }>[] }>;

const cookieOf = (client: HttpClient, jar: CookieJar): string | undefined => cookiesFor(jar, `${client.origin}/v1/me`);

/** The sample's people of each role, the first of them: officers of the province, leaders, and so on. */
const firstOfEachRole = async (client: HttpClient, signIns: string): Promise<ReadonlyMap<string, CookieJar>> => {
  const jars = new Map<string, CookieJar>();
  for (const line of (await readFile(signIns, 'utf8')).split('\n').filter((text) => text !== '')) {
    const [login = '', password = '', role = ''] = line.split('\t');
    if (!jars.has(role)) jars.set(role, await signIn(client, login, password));
  }
  return jars;
};

type Offices = Readonly<{ client: HttpClient; officer: PersonaApi; leader: PersonaApi }>;

const order = <T>(by: PersonaApi, path: string, body: unknown = {}): Promise<T> =>
  by.order<T>({ path, body, key: randomUUID() });

const foundCommittee = async ({ officer }: Offices, parentId: string, code: string): Promise<string> => {
  const names = { nameZh: `${code} 工作委员会（虚构）`, nameEn: `Working Committee ${code} (invented)` };
  const body = { parentId, kind: 'working-committee', code, ...names };
  return (await order<{ organizationId: string }>(officer, '/v1/organizations', body)).organizationId;
};

/** Registered, granted the role, invited; the second office hands the code out; then signed in. */
const welcome = async (
  { client, officer, leader }: Offices,
  login: string,
  grant: Readonly<{ role: string; organizationId: string }>,
): Promise<CookieJar> => {
  const { organizationId } = grant;
  const person = { organizationId, name: `${login}（虚构）` };
  const { personId } = await order<{ personId: string }>(officer, '/v1/people', person);
  await order(officer, `/v1/people/${personId}/grants`, grant);
  const { token } = await order<{ token: string }>(officer, `/v1/people/${personId}/sign-in-invitations`);
  const { code } = await order<{ code: string }>(leader, `/v1/people/${personId}/sign-in-code`);
  const password = randomUUID();
  await order(officer, `/v1/invitations/${token}`, { code, login, password });
  return signIn(client, login, password);
};

/**
 * One person a role: the sample's own, and whom it lacks: the officers of a city's committee below the province's and of a county's below
 * that, and a member who is nothing else. The least mighty first: what an office ends, the others have tried by then.
 */
export const runPeople = async (client: HttpClient, signIns: string): Promise<ReadonlyMap<string, RunPerson>> => {
  const jars = new Map(await firstOfEachRole(client, signIns));
  const as = (role: string): PersonaApi => new PersonaApi(role, client, jars.get(role) as CookieJar);
  const offices = { client, officer: as('committee-officer'), leader: as('committee-leader') };
  const [grant] = (await offices.officer.get<Me>('/v1/me')).grants;
  if (grant === undefined) throw new Error('the first officer of the sample holds no office');
  const province = grant.organizationId;
  const run = randomUUID().slice(0, 8);
  const city = await foundCommittee(offices, province, `city-${run}`);
  const county = await foundCommittee(offices, city, `county-${run}`);
  const added = [
    ['city-officer', { role: 'committee-officer', organizationId: city }],
    ['county-officer', { role: 'committee-officer', organizationId: county }],
    ['member', { role: 'member', organizationId: county }],
  ] as const;
  for (const [name, office] of added) jars.set(name, await welcome(offices, `${name}-${run}`, office));
  const mighty = ['county-officer', 'city-officer', 'committee-leader', 'committee-officer'];
  const people = new Map<string, RunPerson>([[NOBODY, { cookie: undefined, personId: undefined }]]);
  for (const role of [...jars.keys()].toSorted((one, other) => mighty.indexOf(one) - mighty.indexOf(other))) {
    const cookie = cookieOf(client, jars.get(role) as CookieJar);
    people.set(role, { cookie, personId: (await as(role).get<Me>('/v1/me')).personId });
  }
  return people;
};
