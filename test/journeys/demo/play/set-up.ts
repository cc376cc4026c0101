import { acceptSetUp, signIn } from '../http/sign-in.ts';
import { COMMITTEE, FIRST_LEADER, FIRST_OFFICER, NAMED_BY_LEADERS, type Persona } from '../world/people.ts';
import type { SampleUnit } from '../world/sample-units.ts';
import { inParallel } from './in-parallel.ts';
import type { Play } from './play.ts';

const COMMITTEE_NAMES = {
  zh: '示范省直属机关工作委员会（虚构）',
  en: 'Working Committee of the Provincial Organs (invented)',
};

type Me = Readonly<{ personId: string; grants: readonly Readonly<{ organizationId: string }>[] }>;

/** The first start: the one-time link founds the committee and its first officer. */
const foundCommittee = async (play: Play): Promise<void> => {
  const { platform, client } = play;
  if (platform.setUpLink === null) throw new Error('the platform has been set up already: the demo needs a fresh one');
  const officer = play.world.people.find(({ code }) => code === FIRST_OFFICER) as Persona;
  await acceptSetUp(client, platform.setUpLink.url, {
    code: platform.setUpLink.code,
    committeeNameZh: COMMITTEE_NAMES.zh,
    committeeNameEn: COMMITTEE_NAMES.en,
    officerName: officer.name,
    login: officer.login,
    password: play.password(officer.code),
  });
  const api = play.signedIn(officer.code, await signIn(client, officer.login, play.password(officer.code)));
  const me = await api.get<Me>('/v1/me');
  play.people.set(officer.code, me.personId);
  play.organizations.set(COMMITTEE, (me.grants[0] as { organizationId: string }).organizationId);
};

type NewOrganization = Readonly<{ code: string; parent: string; kind: string; nameZh: string; nameEn: string }>;

const found = async (play: Play, { code, parent, kind, nameZh, nameEn }: NewOrganization): Promise<void> => {
  const { organizationId } = await play.as(FIRST_OFFICER).order<{ organizationId: string }>({
    path: '/v1/organizations',
    key: play.key(`found ${code}`),
    body: {
      ...{ parentId: play.organization(parent), kind, nameZh, nameEn, code },
      ...(play.foundedOn === undefined ? {} : { foundedOn: play.foundedOn }),
    },
  });
  play.organizations.set(code, organizationId);
};

/** A unit, its Party committee, and the branches under that. */
const foundUnit = async (play: Play, { code, nameZh, nameEn, branches }: SampleUnit): Promise<void> => {
  const committee = `${code}-pc`;
  await found(play, { code, parent: COMMITTEE, kind: 'unit', nameZh, nameEn });
  await found(play, {
    code: committee,
    parent: code,
    kind: 'party-committee',
    nameZh: `${nameZh}机关党委`,
    nameEn: `Party Committee, ${nameEn}`,
  });
  for (const branch of branches) await found(play, { ...branch, parent: committee, kind: 'branch' });
};

const register = async (play: Play, { code, name, home, fullSince }: Persona): Promise<void> => {
  const { personId } = await play.as(FIRST_OFFICER).order<{ personId: string }>({
    path: '/v1/people',
    key: play.key(`register ${code}`),
    body: {
      ...{ organizationId: play.organization(home), name },
      ...(fullSince === undefined ? {} : { stage: 'full', stageSince: fullSince }),
    },
  });
  play.people.set(code, personId);
};

/** From an entry in the register to a session of one's own: grants, invitation, account, sign-in by the code flow. */
const welcome = async (play: Play, persona: Persona): Promise<void> => {
  const { code, login, grants } = persona;
  const officer = play.as(FIRST_OFFICER);
  await register(play, persona);
  const personId = play.person(code);
  for (const { role, organization } of grants)
    await play.as(code !== FIRST_LEADER && NAMED_BY_LEADERS.has(role) ? FIRST_LEADER : FIRST_OFFICER).order({
      path: `/v1/people/${personId}/grants`,
      key: play.key(`grant ${code} ${role} ${organization}`),
      body: { role, organizationId: play.organization(organization) },
    });
  const link = await officer.order<{ token: string; code: string | null }>({
    path: `/v1/people/${personId}/sign-in-invitations`,
    key: play.key(`invite ${code}`),
  });
  // Whoever makes a link never has its code; only for the second person of a platform nobody else is there to hand it out.
  const { code: linkCode } =
    link.code === null
      ? await play.as(FIRST_LEADER).order<{ code: string }>({
          path: `/v1/people/${personId}/sign-in-code`,
          key: play.key(`vouch ${code}`),
        })
      : { code: link.code };
  await play.public.order({
    path: `/v1/invitations/${link.token}`,
    key: play.key(`accept ${code}`),
    body: { code: linkCode, login, password: play.password(code) },
  });
  play.signedIn(code, await signIn(play.client, login, play.password(code)));
};

/** The committee, its units with their branches, and everybody with a role, each signed in. */
export const setUp = async (play: Play): Promise<void> => {
  const { world, progress } = play;
  await foundCommittee(play);
  progress.tell('the committee is founded, its first officer signed in');
  await inParallel(world.units, (unit) => foundUnit(play, unit));
  progress.tell(`${play.organizations.size} organizations founded`);
  // An officer names the first leader; the leadership names who else leads, inspects and audits.
  const [first, ...others] = world.people
    .filter(({ code }) => code !== FIRST_OFFICER)
    .toSorted((one, other) => Number(other.code === FIRST_LEADER) - Number(one.code === FIRST_LEADER));
  if (first?.code !== FIRST_LEADER) throw new Error('the invented world has no leader');
  await welcome(play, first);
  await inParallel(others, (persona) => welcome(play, persona));
  progress.tell(`${world.people.length} people registered, granted their roles, invited and signed in`);
};
