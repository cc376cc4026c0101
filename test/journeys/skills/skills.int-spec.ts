import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { readXlsx } from '@jiangong/spreadsheets/read';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { AUDITOR, INSPECTOR, LEADER, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { ALL, nominatorOf, secretaryOf, type Unit } from '../played-nominated.ts';
import { HOSTILE_TITLE, PlayedSkills } from './played-skills.ts';
import { stepsOf } from '../steps.ts';

const START_MS = 180_000;
const STEP_MS = 120_000;

type Ranking = readonly Readonly<{ entryId: string; rank: number; score: number }>[];
type Work = Readonly<{ items: readonly Readonly<{ kind: string; done: number; total: number; link: string }>[] }>;
type Checked = Readonly<{
  given: number;
  values: readonly Readonly<{ entryId: string; attempt: number; value: string; dayOf: string }>[];
  standing: number;
  empty: number;
  faults: readonly Readonly<{ cell: string; reason: string; entryId: string | null; zh: string; en: string }>[];
  faultsTotal: number;
  mismatch: string | null;
  sha256: string;
}>;

let campaign: Campaign;
let played: PlayedSkills;

beforeAll(async () => {
  campaign = await Campaign.start();
  played = new PlayedSkills(campaign);
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

const step = stepsOf(STEP_MS);

const unitOf = (entryId: string): Unit | undefined => ALL.find((unit) => played.entry(unit) === entryId);
/** The ranks of the latest result, by unit; times in hundredths of a second. */
const ranks = async (): Promise<readonly string[]> => {
  const { ranking } = await campaign.get<{ ranking: Ranking }>(OFFICER, `/v1/rounds/${played.roundId}/result`);
  return ranking.map(({ entryId, rank, score }) => `${rank} ${unitOf(entryId)} ${score}`);
};
/** What waits for somebody about measures. */
const workOf = async (by: string): Promise<readonly string[]> => {
  await campaign.settled();
  const { items } = await campaign.get<Work>(by, '/v1/work');
  return items
    .filter(({ kind }) => kind.includes('measure'))
    .map(({ kind, done, total }) => `${kind} ${done}/${total}`);
};
const check = (file: Buffer, format = 'csv', by = OFFICER): Promise<Checked> =>
  campaign.play.as(by).upload<Checked>(played.source(`check/${format}`), file, {
    'content-type': 'application/octet-stream',
  });
const csv = (...lines: readonly string[]): Buffer => Buffer.from(['编号,次数,数据,日期', ...lines].join('\n'), 'utf8');
const reading = async (by: string, path: string): Promise<string | undefined> =>
  (await campaign.play.as(by).refused({ method: 'GET', path })).reason;

describe('a template with measures, shipped, played through the public API', () => {
  step('the edition is opened, every unit puts somebody forward, and the heats begin', async () => {
    await played.begin();
    expect(await workOf(OFFICER)).toEqual(['record-measures 0/4']);
  });

  step(
    'a form goes out with every entry, and a hostile name in it is a text; untouched it asks for nothing',
    async () => {
      const form = await campaign.play.as(OFFICER).getBytes(played.source('form.xlsx'));
      const read = await readXlsx(form);
      if (read.kind !== 'read') throw new Error(read.reason);
      const cells = read.sheets.flatMap((sheet) => sheet.cells);
      expect(cells.filter(({ kind }) => kind === 'formula')).toEqual([]);
      expect(cells.find(({ text }) => text === HOSTILE_TITLE)?.kind).toBe('text');
      expect(cells.map(({ text }) => text)).toEqual(expect.arrayContaining(ALL.map((unit) => played.entry(unit))));
      expect(await check(form, 'xlsx')).toMatchObject({
        given: 0,
        values: [],
        empty: 4,
        faultsTotal: 0,
        mismatch: null,
      });
    },
  );

  step('a filled in file is checked line by line: what is wrong is named, and nothing is recorded', async () => {
    const [a, b, c] = [played.entry('a'), played.entry('b'), played.entry('c')];
    const day = `${YEAR}-06-02`;
    const checked = await check(
      csv(
        `${a},1,401.5,${day}`,
        `${b},1,=cmd|calc,${day}`,
        `${c},1,399.123,${day}`,
        `${c},99,399,${day}`,
        `x,1,1,${day}`,
      ),
    );
    expect(checked.faults.map(({ cell, reason }) => `${cell} ${reason}`).toSorted()).toEqual([
      'A6 ENTRY_NOT_IN_ROUND',
      'B5 ATTEMPT_INVALID',
      'C3 CELL_NOT_A_NUMBER',
      'C4 VALUE_TOO_FINE',
    ]);
    for (const { zh, en } of checked.faults) expect([zh, en].every((text) => text.length > 3)).toBe(true);
    expect(checked.values.map(({ entryId, value }) => `${unitOf(entryId)} ${value}`)).toEqual(['a 401.5']);
    expect((await played.rows(OFFICER)).items.flatMap(({ values }) => values)).toEqual([]);
  });

  step('a sound one is recorded once somebody says so: all of it, and again it says nothing', async () => {
    const [a, b] = [played.entry('a'), played.entry('b')];
    const file = csv(
      `${a},1,401.5,${YEAR}/6/2`,
      `${b},1,395.6,${YEAR}-06-02`,
      `${b},2,352.48,${YEAR}年6月2日`,
      `${a},,,`,
    );
    const { values, sha256, faultsTotal } = await check(file);
    expect([values.length, faultsTotal]).toEqual([3, 0]);
    await campaign.order(OFFICER, played.source('values'), {
      values: values.map(({ entryId, attempt, value, dayOf }) => ({ entryId, attempt, value, dayOf })),
      ...{ origin: '预赛成绩册（虚构）', evidence: [sha256] },
    });
    expect(await check(file)).toMatchObject({ given: 3, values: [], standing: 3, empty: 1, faultsTotal: 0 });
    expect(await workOf(OFFICER)).toEqual(['record-measures 2/4']);
  });

  step(
    'what is not there, too fine, of another day, without its document, or recorded otherwise is refused',
    async () => {
      const refused = (over: object, from: object = played.from) =>
        campaign.reason(OFFICER, played.source('values'), {
          values: [{ ...played.time('c', '400'), ...over }],
          ...from,
        });
      expect(await refused({ value: '400.123' })).toBe('VALUE_TOO_FINE');
      expect(await refused({ value: '99999999' })).toBe('VALUE_INVALID');
      expect(await refused({ dayOf: `${YEAR}-12-31` })).toBe('EFFECTIVE_ON_INVALID');
      expect(await refused({}, { ...played.from, evidence: [] })).toBe('MEASURE_NEEDS_DOCUMENT');
      expect(await refused({ ...played.time('a', '400') })).toBe('VALUE_RECORDED_ALREADY');
      expect(await refused({ entryId: played.roundId })).toBe('ENTRY_NOT_IN_ROUND');
      expect(
        await campaign.reason(OFFICER, played.source('values', 'theory'), {
          values: [played.time('c', '9')],
          ...played.from,
        }),
      ).toBe('NO_MEASURE');
      // One that is wrong keeps every other out.
      const both = { values: [played.time('c', '400'), played.time('d', '512.345')], ...played.from };
      expect(await campaign.refused(OFFICER, played.source('values'), both)).toMatchObject({
        reason: 'VALUE_TOO_FINE',
      });
      expect((await played.measures(OFFICER, 'c')).values).toEqual([]);
    },
  );

  step(
    'a value is changed with its reason by the office alone, and read by nobody but who records and who is measured',
    async () => {
      const path = played.ofEntry('b', 'change');
      const body = { change: played.changed('359.6'), why: '两位数字颠倒（虚构）。' };
      expect(await campaign.reason(nominatorOf('b'), path, body)).toBe('NO_GRANT');
      expect(await campaign.reason(INSPECTOR, path, body)).toBe('MEASURE_NOT_YOURS');
      await campaign.order(OFFICER, path, body);
      const own = await played.measures(secretaryOf('b'), 'b');
      expect(own).toMatchObject({ subject: true, sources: [{ records: false }] });
      expect(own.values.map(({ standing, earlier }) => [standing.value, standing.by, earlier.length])).toEqual([
        ['359.6', null, 1],
        ['352.48', null, 0],
      ]);
      expect((await played.measures(OFFICER, 'b')).values[0]?.standing.by).not.toBeNull();
      for (const by of [secretaryOf('a'), nominatorOf('a'), AUDITOR])
        expect(await reading(by, played.about('b', 'measures'))).toMatch(/^(?:WRONG_SUBTREE|NO_GRANT)$/u);
      for (const by of [INSPECTOR, LEADER])
        expect(await reading(by, played.about('b', 'measures'))).toBe('MEASURE_NOT_YOURS');
      // Those who oversee see how far it is, and no value.
      for (const by of [INSPECTOR, AUDITOR]) {
        const { items } = await played.rows(by);
        expect(items.map(({ progress }) => progress).toSorted()).toEqual(['none', 'none', 'whole', 'whole']);
        expect(items.flatMap(({ values }) => values)).toEqual([]);
      }
      expect(await reading(INSPECTOR, played.source('form.xlsx'))).toBe('MEASURE_NOT_YOURS');
    },
  );

  step('once the heats are closed one person changes nothing: what came late two settle, and it counts', async () => {
    await played.record(played.time('d', '512'));
    await campaign.day(`${YEAR}-06-11`);
    await campaign.settled();
    expect(
      await campaign.reason(OFFICER, played.source('values'), { values: [played.time('c', '377')], ...played.from }),
    ).toBe('PROPOSAL_NEEDED');
    const late = { change: played.changed('377.25', 'came-late'), why: '裁判组迟交（虚构）。' };
    const { proposalId } = await campaign.order<{ proposalId: string }>(
      OFFICER,
      played.ofEntry('c', 'proposals'),
      late,
    );
    expect(await campaign.reason(OFFICER, played.ofEntry('c', 'proposals'), late)).toBe('PROPOSED_ALREADY');
    expect(await workOf(INSPECTOR)).toEqual(['carry-out-measure-proposal 0/1']);
    const carry = played.ofEntry('c', `proposals/${proposalId}/carry-out`);
    expect(await campaign.reason(OFFICER, carry, { why: '属实。' })).toBe('NO_GRANT');
    expect((await played.measures(INSPECTOR, 'c')).proposals).toMatchObject([
      { asked: 'value', why: '裁判组迟交（虚构）。' },
    ]);
    expect((await played.measures(secretaryOf('c'), 'c')).proposals).toEqual([]);
    await campaign.order(INSPECTOR, carry, { why: '属实（虚构）。' });
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    expect(await ranks()).toEqual(['1 b 35248', '2 c 37725', '3 a 40150', '4 d 51200']);
  });

  step('after the result two persons take an attempt back, and the next result says so', async () => {
    const void1 = { change: { asked: 'none', attempt: 2, because: 'attempt-void' }, why: '抢跑（虚构）。' };
    const { proposalId } = await campaign.order<{ proposalId: string }>(
      OFFICER,
      played.ofEntry('b', 'proposals'),
      void1,
    );
    await campaign.order(LEADER, played.ofEntry('b', `proposals/${proposalId}/carry-out`), { why: '属实（虚构）。' });
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    expect(await ranks()).toEqual(['1 b 35960', '2 c 37725', '3 a 40150', '4 d 51200']);
    const { because } = await campaign.get<{ because: readonly { change: string }[] }>(
      OFFICER,
      `/v1/rounds/${played.roundId}/result`,
    );
    expect(because.map(({ change }) => change)).toEqual(['measure-corrected']);
  });

  step('every answer on the way was as the document says', async () => {
    expect(campaign.judge.faults).toEqual([]);
  });
});
