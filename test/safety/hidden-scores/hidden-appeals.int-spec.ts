import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JudgedEdition, PANEL, UNIT_A, UNIT_B, UNIT_C, WORDS } from '../../journeys/bad-input/judged-edition.ts';
import { FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import type { OpenApi } from '../hostile/open-api.ts';
import { type Answer, type Known, readEverything } from './read-everything.ts';

const PLAYED_WITHIN_MS = 600_000;
const NOBODY = 'nobody';

/** Who acts upon appeals reads all of them; whoever is judged, those for what is his. */
const APPEAL_OFFICES = ['officer-1', 'officer-2', 'leader-1', 'leader-2', 'leader-3', 'inspector-1', 'inspector-2'];
/** Who convenes evaluators, or oversees it, reads whom the lot gave what, and checks it. */
const DEAL_READERS = ['officer-1', 'leader-1', 'inspector-1', 'auditor-1'];
/** One of every role, and nobody. */
const READERS = [
  ...['officer-1', 'leader-1', 'inspector-1', 'auditor-1', 'operator-1', ...PANEL],
  ...[UNIT_A, UNIT_B, UNIT_C].flatMap((unit) => [`${unit}-officer`, `${unit}-secretary`]),
  NOBODY,
];

let played: JudgedEdition;
let document: OpenApi;
const known: Known = new Map();

beforeAll(async () => {
  played = await JudgedEdition.start();
  const { body } = await played.client.send({ method: 'GET', path: '/openapi.json' });
  document = JSON.parse(body.toString('utf8')) as OpenApi;
  // The reader asks about so few of a kind: these are the ones whose results are appealed.
  known.set('entryId', new Set([UNIT_A, UNIT_B, UNIT_C].map((unit) => played.entry(unit))));
}, PLAYED_WITHIN_MS);
afterAll(() => played?.stop(), PLAYED_WITHIN_MS);

const readAs = (who: string): Promise<readonly Answer[]> =>
  readEverything(played.client, document, { cookie: played.cookieOf(who), known });

/** Whatever each of these reads; the office reads first, and tells the others where there is something to read. */
const readByAll = async (): Promise<ReadonlyMap<string, readonly Answer[]>> => {
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

describe('what a lot gave whom, before anybody has judged', () => {
  it(
    'is read by who convenes evaluators or oversees it; an evaluator reads his own entries and nobody else’s share',
    async () => {
      await played.reach('seated');
      await played.reach('dealt');
      const { shares } = await played.edition.get<{
        shares: readonly Readonly<{ seatId: string; entryIds: readonly string[] }>[];
      }>(FIRST_OFFICER, `${played.round}/dealing/deals/1`);
      expect(shares).toHaveLength(PANEL.length);
      const read = await readByAll();
      for (const [who, answers] of read) {
        const dealing = answers.filter(({ route }) => route.includes('/dealing'));
        expect({ who, reads: dealing.length > 0 }).toEqual({ who, reads: DEAL_READERS.includes(who) });
      }
      for (const evaluator of PANEL) {
        const sheet = await played.edition.get<{ entries: readonly Readonly<{ entryId: string }>[] }>(
          evaluator,
          `${played.round}/sheet`,
        );
        const own = sheet.entries.map(({ entryId }) => entryId).toSorted();
        expect(shares.map(({ entryIds }) => entryIds.toSorted())).toContainEqual(own);
        expect(own.length).toBeLessThan(played.edition.entries.length);
        const others = played.edition.entries.filter(({ entryId }) => !own.includes(entryId));
        // Of another's entries no content: nothing about them stands in what the entry's own routes answer.
        const told = (read.get(evaluator) ?? [])
          .filter(({ route }) => route.startsWith('/v1/entries/{entryId}'))
          .filter(({ path }) => others.some(({ entryId }) => path.includes(entryId)));
        expect({ evaluator, told: told.map(({ route }) => route) }).toEqual({ evaluator, told: [] });
      }
    },
    PLAYED_WITHIN_MS,
  );
});

describe('the words of an appeal, of its withdrawal, and of its answers', () => {
  it(
    'are read by those who are judged and those who act upon them, at the appeals of the entry and nowhere else',
    async () => {
      await played.reach('closed');
      await played.reach('waiting');
      await played.reach('appealing');
      const read = await readByAll();
      const concerned: Readonly<Record<keyof typeof WORDS, readonly string[]>> = {
        filed: [UNIT_A, UNIT_B, UNIT_C],
        taken: [UNIT_B],
        answered: [UNIT_C],
        reopened: [UNIT_C],
      };
      for (const [who, answers] of read)
        for (const [word, text] of Object.entries(WORDS)) {
          const units = concerned[word as keyof typeof WORDS];
          const may = APPEAL_OFFICES.includes(who) || units.some((unit) => who.startsWith(`${unit}-`));
          const routes = routesWith(answers, text);
          const wanted = may ? ['/v1/rounds/{roundId}/entries/{entryId}/appeals'] : [];
          expect({ who, word, routes }).toEqual({ who, word, routes: wanted });
        }
      for (const unit of [UNIT_A, UNIT_B, UNIT_C]) {
        const own = (read.get(`${unit}-officer`) ?? []).filter(({ texts }) =>
          texts.some((text) => text.includes(WORDS.filed)),
        );
        expect({ unit, paths: own.map(({ path }) => path) }).toEqual({ unit, paths: [played.appeals(unit)] });
      }
    },
    PLAYED_WITHIN_MS,
  );

  it('nor does whoever is judged read who answered, nor anybody whom it does not concern its document', async () => {
    const { appeals } = await played.edition.get<{
      appeals: readonly Readonly<{ verdicts: readonly Readonly<{ decidedBy: unknown; reopenedBy: unknown }>[] }>[];
    }>(`${UNIT_C}-secretary`, played.appeals(UNIT_C));
    const verdicts = appeals.flatMap((one) => one.verdicts);
    expect(verdicts.length).toBeGreaterThan(1);
    expect(verdicts.map(({ decidedBy, reopenedBy }) => [decidedBy, reopenedBy])).toEqual(
      verdicts.map(() => [null, null]),
    );
    const path = played.appeals(UNIT_A, `/${played.id('open')}/evidence/${played.id('document')}`);
    const read: string[] = [];
    for (const who of READERS)
      if ((await played.client.send({ method: 'GET', path, headers: { cookie: played.cookieOf(who) } })).status === 200)
        read.push(who);
    expect(read).toEqual(['officer-1', 'leader-1', 'inspector-1', `${UNIT_A}-officer`, `${UNIT_A}-secretary`]);
  });
});
