import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegisteredEdition, UNIT_A, UNIT_B } from '../../journeys/bad-input/registered-edition.ts';
import { FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { type Answer, type Known, readEverything } from './read-everything.ts';

const PLAYED_WITHIN_MS = 600_000;
const NOBODY = 'nobody';
/** As the work is entered with (`registered-edition`). */
const [NAME, CONTACT] = ['王小虚', '000-00000000'] as const;
const AT_THE_AUTHOR = '/v1/entries/{entryId}/author';

/** One of every role, and nobody; who acts for the committee reads how an author is reached. */
const OFFICES: readonly string[] = ['officer-1', 'officer-2'];
const READERS = [
  ...OFFICES,
  ...['leader-1', 'inspector-1', 'auditor-1', 'operator-1', 'expert-1'],
  ...[UNIT_A, UNIT_B].flatMap((unit) => [`${unit}-officer`, `${unit}-secretary`]),
  NOBODY,
];

let played: RegisteredEdition;
let document: OpenApi;
const known: Known = new Map();

beforeAll(async () => {
  played = await RegisteredEdition.start();
  const { body } = await played.client.send({ method: 'GET', path: '/openapi.json' });
  document = JSON.parse(body.toString('utf8')) as OpenApi;
  await played.reach('handed');
  await played.reach('entered');
  known.set('entryId', new Set([played.entryId]));
}, PLAYED_WITHIN_MS);
afterAll(() => played?.stop(), PLAYED_WITHIN_MS);

/** Whatever each of these reads; the office reads first, and tells the others where there is something to read. */
const readByAll = async (): Promise<ReadonlyMap<string, readonly Answer[]>> => {
  const readAs = (who: string): Promise<readonly Answer[]> =>
    readEverything(played.client, document, { cookie: played.cookieOf(who), known });
  await readAs(FIRST_OFFICER);
  const read = new Map<string, readonly Answer[]>();
  for (const who of READERS) {
    const answers = await readAs(who);
    expect({ who, few: answers.length < (who === NOBODY ? 1 : 15) }).toEqual({ who, few: false });
    read.set(who, answers);
  }
  return read;
};

const routesWith = (answers: readonly Answer[], text: string): readonly string[] => [
  ...new Set(answers.filter(({ texts }) => texts.some((one) => one.includes(text))).map(({ route }) => route)),
];

/** Also as a person might write it. */
const isTold = (answers: readonly Answer[], code: string): boolean =>
  [code, code.replaceAll('-', '')].some((one) => routesWith(answers, one).length > 0);

describe('who made a work of the public, and how he is reached', () => {
  it(
    'is read by the office alone, where it asks for the author, and by nobody else anywhere',
    async () => {
      for (const [who, answers] of await readByAll()) {
        const wanted = OFFICES.includes(who) ? [AT_THE_AUTHOR] : [];
        for (const text of [NAME, CONTACT])
          expect({ who, text, routes: routesWith(answers, text) }).toEqual({ who, text, routes: wanted });
        // A code is told in the answer of the order that made it, and never again: neither that of a work nor one that waits.
        const codes = [1, 2, 3, 4].filter((number) => isTold(answers, played.code(number)));
        expect({ who, codes }).toEqual({ who, codes: [] });
      }
    },
    PLAYED_WITHIN_MS,
  );

  it(
    'is read by nobody any more once it is erased',
    async () => {
      const why = '作者来电请求（虚构）。';
      await played.edition.order(FIRST_OFFICER, `/v1/entries/${played.entryId}/author/erasure`, { why });
      await played.head();
      for (const [who, answers] of await readByAll())
        expect({ who, routes: [NAME, CONTACT].flatMap((text) => routesWith(answers, text)) }).toEqual({
          who,
          routes: [],
        });
    },
    PLAYED_WITHIN_MS,
  );
});
