import { expect, it } from '@jest/globals';
import { soughtBy } from '@jiangong/wording';
import { clearancesOf, evidenceOfObjection } from '../src/adapters/postgres/case-questions.ts';
import { objectionsOf } from '../src/adapters/postgres/objection-list.ts';
import {
  type ClearancesAsked,
  clearanceLines,
  objectionSummaries,
  type SummariesAsked,
} from '../src/adapters/postgres/case-lines.ts';
import { OUTSIDER } from './campaign-stage.ts';
import { type Life, SECRETS } from './campaign-life.ts';
import { COMMITTEE } from './domain/edition-sample.ts';
import { EVIDENCE, INSPECTOR, LEADER, plan } from './domain/entry-sample.ts';

type Place = Readonly<{ size: number; after: undefined }>;

const linesAreRead = (life: () => Life, place: Place): void => {
  it('clearances and objections are listed by state without a word of them, and nobody is told of what is his own matter', async () => {
    const { campaign, commended, blocked } = life();
    const { rows } = campaign.ground;
    const within = { organizationId: COMMITTEE, editionId: campaign.editionId, search: undefined, place };
    const asked: ClearancesAsked = { ...within, states: [], sort: { by: 'requested', down: false } };
    const clearances = await clearanceLines(rows, asked);
    const statesOf = ({ found }: typeof clearances) =>
      found.map(({ row: { entryId, state, dueAt } }) => [entryId, state, dueAt]);
    const inOrder = [
      [commended, 'cleared', ''],
      [blocked, 'blocked', ''],
    ];
    expect(statesOf(clearances)).toEqual(inOrder);
    expect(statesOf(await clearanceLines(rows, { ...asked, sort: { by: 'requested', down: true } }))).toEqual(
      inOrder.toReversed(),
    );
    const cleared = await clearanceLines(rows, { ...asked, states: ['cleared', 'requested'] });
    expect(cleared).toMatchObject({
      found: [{ row: { entryId: commended, scopes: ['entry'], title: plan.title } }],
      total: 1,
    });
    expect(cleared.facets).toEqual([
      {
        name: 'state',
        counts: [
          { word: 'blocked', count: 1 },
          { word: 'cleared', count: 1 },
        ],
      },
    ]);
    const sought = (q: string) => clearanceLines(rows, { ...asked, states: ['cleared'], search: soughtBy(q) });
    expect((await sought(plan.title.slice(0, 2))).total).toBe(1);
    expect((await sought('不存在的')).found).toEqual([]);
    const of: SummariesAsked = {
      ...{ ...within, entryId: '', statuses: ['settled'], against: [], personId: OUTSIDER },
      sort: { by: 'due', down: true },
    };
    const objections = await objectionSummaries(rows, of);
    expect(objections).toMatchObject({
      found: [{ row: { entryId: commended, against: 'entry', outcome: 'rejected' } }],
      total: 1,
    });
    expect((await objectionSummaries(rows, { ...of, against: ['result'] })).total).toBe(0);
    const everything = JSON.stringify([clearances, objections]);
    for (const secret of [...Object.values(SECRETS), INSPECTOR, '纪函'])
      expect([secret, everything.includes(secret)]).toEqual([secret, false]);
    const mine = await objectionSummaries(rows, { ...of, personId: LEADER });
    expect(mine).toMatchObject({ found: [], total: 0 });
    expect(mine.facets?.flatMap(({ counts }) => counts)).toEqual([]);
    expect((await objectionSummaries(rows, { ...of, organizationId: OUTSIDER })).found).toEqual([]);
  });
};

const wordsAreRead = (life: () => Life, place: Place): void => {
  it('inspectors read the reason, investigators the objection and its files', async () => {
    const { campaign, commended, blocked } = life();
    const { rows, privacy } = campaign.ground;
    expect(await clearancesOf(rows, privacy, blocked)).toMatchObject([
      { outcome: 'blocked', why: SECRETS.why, opinions: [{ scope: 'entry', outcome: 'blocked' }] },
    ]);
    expect(await clearancesOf(rows, privacy, commended)).toMatchObject([
      { outcome: 'cleared', why: '', opinions: [{ scope: 'entry', outcome: 'cleared' }] },
    ]);
    const { name: objectorName, contact: objectorContact, statement, answer } = SECRETS;
    const listed = await objectionsOf(rows, privacy, {
      ...{ organizationId: COMMITTEE, editionId: '', entryId: '', statuses: [], against: [], search: undefined, place },
      sort: { by: 'received', down: false },
    });
    const found = listed.found.map(({ row }) => row);
    expect(found).toMatchObject([
      { against: 'entry', objectorName, objectorContact, statement, answer, outcome: 'rejected', evidence: [EVIDENCE] },
    ]);
    expect(await evidenceOfObjection(rows, privacy, found[0]?.objectionId ?? '')).toEqual([EVIDENCE]);
    expect(await evidenceOfObjection(rows, privacy, COMMITTEE)).toEqual([]);
  });
};

/** What is read of clearances and objections of a campaign that was played. */
export const casesAreRead = (life: () => Life, place: Place): void => {
  linesAreRead(life, place);
  wordsAreRead(life, place);
};
