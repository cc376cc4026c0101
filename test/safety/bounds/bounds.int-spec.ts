import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { SmallCampaign, UNIT_A, YEAR } from '../../journeys/bad-input/small-campaign.ts';
import { adoptTemplate } from '../../journeys/demo/play/acts/templates.ts';
import type { Play } from '../../journeys/demo/play/play.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import { grpcFault } from '../hostile/judge.ts';
import { callersOf, type Said, type Who } from './callers.ts';
import { currentRpcs, fieldsWithin, nameOf, type Rpc } from './current-protos.ts';
import { extremesOf, isNumeric, requestWith, type Sample, stringField } from './messages.ts';
import { acceptedFault, tokenFault } from './outside-judge.ts';

/**
 * Tokens and numbers from outside: every RPC of the protos that takes one, asked past the gateway by everybody who might be allowed to.
 * A new list or number is tried without being named anywhere.
 */
const START_MS = 240_000;
const PERSONAS = [
  'officer-1',
  'leader-1',
  'inspector-1',
  'auditor-1',
  'operator-1',
  'expert-6',
  `${UNIT_A}-officer`,
  `${UNIT_A}-secretary`,
];
const PAST_THE_DOOR = (code: status): boolean => code !== status.PERMISSION_DENIED && code !== status.UNAUTHENTICATED;
const IS_QUESTION = /\/(?:Get|List|Count|Replay|Export|Find|Show|Compare|Preview)[A-Z]\w*$/u;

const rpcs = await currentRpcs();
const tokenField = ({ method }: Rpc) => method.input.fields.find(({ name }) => name === 'page_token');
const nextField = ({ method }: Rpc) => method.output.fields.find(({ name }) => name === 'next_page_token')?.number ?? 0;
const lists = rpcs.flatMap((rpc) => (tokenField(rpc) ? [[rpc.path, rpc] as const] : []));
const numbers = rpcs.flatMap((rpc) =>
  fieldsWithin(rpc.method.input, isNumeric).map((path) => [`${rpc.path} ${nameOf(path)}`, rpc, path] as const),
);

let campaign: SmallCampaign;
let callers: Awaited<ReturnType<typeof callersOf>>;
let everybody: readonly Who[];
const samples: Record<string, string> = {};
/** An edition whose entries come from a roll: others have none to list. */
let rolledId: string;

const openRolled = async (play: Play): Promise<string> => {
  const committeeId = play.organization(COMMITTEE);
  const { editionId } = await play.as(FIRST_OFFICER).order<{ editionId: string }>({
    path: '/v1/editions',
    key: play.key('open an edition with a roll'),
    body: {
      ...{ committeeId, seriesId: play.key('peers'), year: YEAR, parameters: {}, stages: [] },
      ...{ titleZh: '单位互评（虚构）', titleEn: 'Units rate each other (invented)' },
      templateHash: await adoptTemplate(play, 'peer-abcd'),
    },
  });
  await play.platform.untilQuiet();
  return editionId;
};

beforeAll(async () => {
  campaign = await SmallCampaign.start();
  for (const moment of ['planned', 'declared', 'reviewed', 'scoring'] as const) await campaign.reach(moment);
  callers = await callersOf(campaign.directory);
  const { play } = campaign;
  rolledId = await openRolled(play);
  everybody = [...PERSONAS.map((code) => play.person(code)), 'gateway', null];
  const committee = play.organization(COMMITTEE);
  Object.assign(samples, {
    organization_id: committee,
    committee_id: committee,
    person_id: play.person(`${UNIT_A}-secretary`),
    edition_id: play.edition(YEAR),
    entry_id: campaign.entry(UNIT_A, 1),
    round_id: play.round(YEAR),
    series_id: play.key('series'),
    stream: `membership.person-${play.person(`${UNIT_A}-secretary`)}`,
    log: 'main',
    service: 'audit',
  });
}, START_MS);
afterAll(async () => {
  callers?.close();
  await campaign?.stop();
}, START_MS);

/** A list of entries is asked for by organization alone, else its page would be empty. */
const sampleFor = ({ path, service }: Rpc): Sample => {
  const { entry_id: _entry, ...rest } = samples;
  // A process answers operators about itself alone.
  if (path.endsWith('/ListRoll')) return { ...rest, edition_id: rolledId };
  return { ...(path.includes('/List') ? rest : samples), service };
};
const askAs = (whom: readonly Who[], rpc: Rpc, message: Uint8Array): Promise<readonly Said[]> =>
  Promise.all(whom.map((who) => callers.call(who, rpc.service, rpc.path, message)));
const askAll = (rpc: Rpc, message: Uint8Array): Promise<readonly Said[]> => askAs(everybody, rpc, message);
const page = (rpc: Rpc, token: string): Uint8Array => {
  const size = rpc.method.input.fields.find(({ name }) => name === 'page_size');
  const field = tokenField(rpc);
  if (!size || !field) throw new Error(`${rpc.path} is no list`);
  const first = Buffer.from(requestWith(rpc.method.input, sampleFor(rpc), [size], 1n));
  return token === '' ? first : Buffer.concat([first, requestWith(rpc.method.input, {}, [field], token)]);
};

describe('every list', () => {
  it('was found', () => expect(lists.length).toBeGreaterThan(10));

  type FirstPages = Readonly<{ tokens: ReadonlyMap<string, string>; askers: ReadonlyMap<string, readonly Who[]> }>;
  /**
   * The next page's token of each list, as far as it has two pages here, and who is asked on with: all who are let in, and one who is
   * not, since nobody is refused by his role after his token was read. Asked for once.
   */
  let firstPages: Promise<FirstPages> | undefined;
  const firstPagesGiven = (): Promise<FirstPages> => (firstPages ??= askForFirstPages());
  const tokensGiven = async (): Promise<ReadonlyMap<string, string>> => (await firstPagesGiven()).tokens;
  const askForFirstPages = async (): Promise<FirstPages> => {
    const tokens = new Map<string, string>();
    const askers = new Map<string, readonly Who[]>();
    for (const [path, rpc] of lists) {
      const said = await askAll(rpc, page(rpc, ''));
      for (const { code, answer } of said)
        if (code === status.OK) tokens.set(path, stringField(answer, nextField(rpc)) || (tokens.get(path) ?? ''));
      const isLetIn = (_: Who, at: number): boolean => PAST_THE_DOOR(said[at]?.code ?? status.UNKNOWN);
      const isNot = (who: Who, at: number): boolean => !isLetIn(who, at);
      askers.set(path, [...everybody.filter(isLetIn), ...everybody.filter(isNot).slice(0, 1)]);
    }
    return { tokens, askers };
  };

  it(
    'is given to somebody here',
    async () => {
      const given = await tokensGiven();
      expect(lists.map(([path]) => path).filter((path) => !given.has(path))).toEqual([]);
      expect([...given.values()].filter((token) => token !== '').length).toBeGreaterThan(5);
    },
    START_MS,
  );

  it.each(lists)(
    '%s refuses tokens that it has not given, and names the field',
    async (path, rpc) => {
      const { tokens: given, askers } = await firstPagesGiven();
      const own = given.get(path) ?? '';
      const whom = askers.get(path) ?? [];
      const foreign = [...given].flatMap(([list, token]) => (list !== path && token !== '' ? [token] : []));
      const altered =
        own === '' ? [] : [own.slice(1), `${own}A`, `${own}=`, own.replace(/.$/u, (one) => (one === 'A' ? 'B' : 'A'))];
      const made = ['0', '-1', '2147483648', '9007199254740993', 'x', '%', '建功', 'A'.repeat(4_000), `${path}:1`];
      const encoded = ['1', '-1', '2147483648', 'after 1', '[]', '{"position":1}'].map((text) =>
        Buffer.from(text, 'utf8').toString('base64url'),
      );
      for (const token of [...foreign, ...altered, ...made, ...encoded]) {
        const said = await askAs(whom, rpc, page(rpc, token));
        expect(said.flatMap((one) => tokenFault(one) ?? [])).toEqual([]);
        expect(said.some(({ refusal }) => refusal?.reason === 'PAGE_TOKEN_INVALID')).toBe(true);
      }
      if (own !== '')
        expect((await askAs(whom, rpc, page(rpc, own))).some(({ code }) => code === status.OK)).toBe(true);
    },
    START_MS,
  );
});

describe('every number', () => {
  it('was found', () => expect(numbers.length).toBeGreaterThan(15));

  it.each(numbers)(
    '%s has bounds',
    async (_, rpc, path) => {
      const field = path.at(-1);
      if (!field) throw new Error('no field');
      for (const value of extremesOf(field)) {
        const said = await askAll(rpc, requestWith(rpc.method.input, sampleFor(rpc), path, value));
        const faults = said.flatMap(
          ({ code, details }) => grpcFault(code, details) ?? acceptedFault(code, IS_QUESTION.test(rpc.path)) ?? [],
        );
        expect({ value, faults }).toEqual({ value, faults: [] });
        expect(said.some(({ code }) => PAST_THE_DOOR(code))).toBe(true);
      }
    },
    START_MS,
  );
});
