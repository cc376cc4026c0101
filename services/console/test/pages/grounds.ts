import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { startSamplePlatform } from '../sample-platform.ts';
import { adoptedPolicy } from './adopted-policy.ts';
import { HALF_WAY, type Moment, ShownEdition } from './shown-edition.ts';
import { OWN_UNIT, YEAR } from './shown-world.ts';

/**
 * Where a page has something to show: the sample as it opens, an edition with a check-list, with bonuses, with measures, with a secret ballot, with entries that are
 * dealt out, with a live final, a computed list of people, equal ranks at an edge, recommendations, stars or papers of several answers, or a played edition at one of its moments.
 */
export type Place =
  | 'sample'
  | 'checked'
  | 'claimed'
  | 'appealed'
  | 'measured'
  | 'voted'
  | 'papered'
  | 'filled'
  | 'contest'
  | 'dealt'
  | 'listed'
  | 'equal'
  | 'upward'
  | 'starred'
  | Moment;

/** Who reads a page. */
export type Reader =
  | 'visitor'
  | 'officer'
  | 'leader'
  | 'inspector'
  | 'unit officer'
  | 'secretary'
  | 'expert'
  | 'auditor'
  | 'operator'
  | 'member';

/** What stands in the addresses of pages: of one thing each that has something to show. */
export type Ids = Readonly<{
  edition: string;
  /** The committee of the sample, which has adopted a policy. */
  committee?: string;
  /** An edition with a roll. */
  rolled: string;
  /** A problem that a unit has to solve. */
  problem: string;
  /** An edition in which units make known first what they declare, and what the unit did whose officer reads pages. */
  ownNoticed?: string;
  ownNotice?: string;
  /** A round over which units decide, and the part of the unit whose officer reads pages. */
  divided?: string;
  part?: string;
  /** Planned and delivered, of the unit whose officer and secretary read pages. */
  entry: string;
  round: string;
  stream: string;
  trace: string;
  honour: string;
  series: string;
  certificate: string;
  /** Of the sample: a unit, somebody of it, and another system that is told of facts. */
  organization: string;
  person: string;
  webhook: string;
}>;

export type Ground = Readonly<{
  origin: string;
  enter: (context: BrowserContext, reader: Reader) => Promise<void>;
  ids: () => Promise<Ids>;
  stop: () => Promise<void>;
}>;

/** As the sample's sign-in page names its people. */
const ROLES: Readonly<Record<Exclude<Reader, 'visitor' | 'member'>, string>> = {
  officer: '机关党委工作人员',
  leader: '机关党委领导',
  inspector: '纪检人员',
  'unit officer': '单位联络员',
  secretary: '党支部书记',
  expert: '评审专家',
  auditor: '审计人员',
  operator: '运维人员',
};

type Items<T> = Readonly<{ items: readonly T[] }>;
type Asked = <T>(path: string) => Promise<T>;

const first = async <T>(ask: Asked, path: string): Promise<T | undefined> => (await ask<Items<T>>(path)).items[0];

type Trace = Readonly<{ traceId: string; name: string; milliseconds: number }>;

/** Of the newest calls the one that took longest: it has the most to show. */
const traceOf = async (ask: Asked): Promise<string> => {
  const { traces } = await ask<Readonly<{ traces: readonly Trace[] }>>('/v1/operations/traces?pageSize=200');
  // The stream of changes stays open for as long as somebody looks.
  const calls = traces.filter(({ name }) => name.includes('/v1/') && !name.includes('/v1/live'));
  return calls.toSorted((one, other) => other.milliseconds - one.milliseconds)[0]?.traceId ?? '';
};

/** Where something was planned. */
const streamOf = async (ask: Asked): Promise<string> =>
  (await first<Readonly<{ stream: string }>>(ask, '/v1/audit/events?type=EntryPlanned.v1&pageSize=1'))?.stream ?? '';

type As = <T>(reader: Reader, use: (ask: Asked) => Promise<T>) => Promise<T>;

/** The unit of the sample's first secretary, and himself. */
const theirs = (as: As): Promise<Pick<Ids, 'organization' | 'person'>> =>
  as('secretary', async (ask) => {
    type Me = Readonly<{ personId: string; grants: readonly Readonly<{ organizationId: string }>[] }>;
    const { personId: person, grants } = await ask<Me>('/v1/me');
    return { person, organization: grants[0]?.organizationId ?? '' };
  });

/** Another system is told of facts, so that its page has something to show; nothing is sent there meanwhile. */
const webhookAt = async (origin: string, context: BrowserContext): Promise<string> => {
  try {
    const answer = await context.request.post(`${origin}/v1/operations/webhooks`, {
      headers: { origin, 'idempotency-key': randomUUID() },
      data: {
        name: '办公系统',
        address: 'https://oa.example.org/jiangong',
        facts: ['merit_projects.EditionClosed.v1'],
      },
    });
    const { webhookId } = (await answer.json()) as { webhookId?: string };
    if (webhookId === undefined) throw new Error(`no webhook: ${answer.status()} ${await answer.text()}`);
    return webhookId;
  } finally {
    await context.close();
  }
};

/** The sample of `npm start -- --sample`. */
export const sampleGround = async (newContext: () => Promise<BrowserContext>): Promise<Ground> => {
  const { url, stop } = await startSamplePlatform();
  const enter = async (context: BrowserContext, reader: Reader): Promise<void> => {
    if (reader === 'visitor') return;
    if (reader === 'member') throw new Error('the sample has no member who signs in');
    const page = await context.newPage();
    await page.goto(`${url}/sign-in?next=/`);
    await page.locator('.people dt', { hasText: ROLES[reader] }).locator('+ dd button').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.close();
  };
  const entered = async (reader: Reader): Promise<BrowserContext> => {
    const context = await newContext();
    await enter(context, reader);
    return context;
  };
  const as: As = async (reader, use) => {
    const context = await entered(reader);
    try {
      return await use(async (path) => (await context.request.get(`${url}${path}`)).json());
    } finally {
      await context.close();
    }
  };
  return {
    origin: url,
    enter,
    stop,
    ids: async () => {
      const edition = await as('officer', async (ask) => first<Readonly<{ editionId: string }>>(ask, '/v1/editions'));
      const round = await as('officer', async (ask) =>
        first<Readonly<{ roundId: string }>>(ask, `/v1/rounds?editionId=${edition?.editionId ?? ''}`),
      );
      const entry = await as('secretary', async (ask) => {
        const work = await ask<Items<Readonly<{ entryId?: string; link?: string }>>>('/v1/work');
        return /\/entries\/([^/]+)/u.exec(JSON.stringify(work))?.[1] ?? '';
      });
      const id = entry.replace(/[^0-9a-f-].*$/u, '');
      return {
        ...{
          edition: edition?.editionId ?? '',
          rolled: '',
          problem: '',
          round: round?.roundId ?? '',
          entry: id,
          stream: await as('auditor', streamOf),
        },
        trace: await as('operator', traceOf),
        ...{ honour: '', series: '', certificate: '' },
        ...(await theirs(as)),
        webhook: await webhookAt(url, await entered('operator')),
        committee: await adoptedPolicy(url, { officer: await entered('officer'), leader: await entered('leader') }),
      };
    },
  };
};

const PEOPLE: Readonly<Record<Exclude<Reader, 'visitor' | 'member'>, string>> = {
  officer: 'officer-1',
  leader: 'leader-1',
  inspector: 'inspector-1',
  'unit officer': `${OWN_UNIT}-officer`,
  secretary: `${OWN_UNIT}-secretary`,
  // In the middle of his sheet while others have sealed theirs.
  expert: HALF_WAY,
  auditor: 'auditor-1',
  operator: 'operator-1',
};

/** The played edition; it is moved on by whoever started it. */
export const playedGround = (shown: ShownEdition): Ground => {
  const { play, origin } = shown;
  return {
    origin,
    enter: async (context, reader) => {
      if (reader === 'visitor') return;
      if (reader === 'member') throw new Error('nobody of the story is a member alone');
      await shown.enter(context, PEOPLE[reader]);
    },
    stop: async () => shown.stop(),
    ids: async () => {
      const honour = await first<Readonly<{ honourId: string }>>(
        async (path) => play.public.get(path),
        '/v1/public/honours',
      );
      const certificate =
        honour &&
        (await play.as('officer-1').get<Readonly<{ certificateNumber: string }>>(`/v1/honours/${honour.honourId}`));
      const own = shown.declared.find(({ unit }) => unit === OWN_UNIT) ?? shown.declared[0];
      if (!own) throw new Error('the story declares nothing');
      const entry = shown.entryId(own);
      return {
        ...{
          edition: play.edition(YEAR),
          rolled: '',
          problem: '',
          entry,
          round: play.rounds.get(YEAR) ?? '',
          stream: await streamOf(async (path) => play.as('auditor-1').get(path)),
        },
        trace: await traceOf(async (path) => play.as('operator-1').get(path)),
        ...{
          honour: honour?.honourId ?? '',
          series: play.key('series'),
          certificate: certificate?.certificateNumber ?? '',
        },
        ...{ organization: '', person: '', webhook: '' },
      };
    },
  };
};
