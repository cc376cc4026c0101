import { createHash } from 'node:crypto';
import type { Play } from '../../journeys/demo/play/play.ts';
import { adoptTemplate } from '../../journeys/demo/play/acts/templates.ts';
import { inParallel } from '../../journeys/demo/play/in-parallel.ts';
import { type Report, uploadReport } from '../../journeys/demo/play/acts/upload-report.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../journeys/demo/world/people.ts';

export const INSPECTOR = 'inspector-1';

/** So many claims of each unit are decided already, and may be decided anew. */
const CLAIMS_A_UNIT = 10;
const DOCUMENT = createHash('sha256').update('表彰决定（虚构）', 'utf8').digest('hex');

/** What an appraisal's window needs to be filled: check-lists and claims of each unit. */
export type PreparedAppraisal = Readonly<{
  roundId: string;
  /** A day of the year that is judged, and over. */
  judgedOn: string;
  units: readonly Readonly<{ entryId: string; officer: string; claimIds: readonly string[] }>[];
}>;

/** Days from today, as the calendar of the appraisal has them: its window is open today. */
export const WINDOWS = [
  ['declare', -3, -3],
  ['clear', -2, -2],
  ['check', -1, 20],
  ['decide', 21, 25],
  ['notice', 26, 40],
  ['appeal', 26, 40],
  ['commend', 41, 50],
] as const;
export const DECLARED_DAYS_AGO = 3;
const CLEARED_DAYS_AGO = 2;
const FILLED_DAYS_AGO = 1;

/** From here on the appraisal of a year begins in it, before here it is that of the year before: its stages may lie in two years. */
const SECOND_HALF = '07';

/** The day so many days from another, as YYYY-MM-DD. */
export const dayFrom = (today: string, days: number): string => {
  const moment = new Date(`${today}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

const openAppraisal = async (play: Play, today: string): Promise<Readonly<{ editionId: string; year: number }>> => {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) < SECOND_HALF ? 1 : 0);
  const { editionId } = await play.as(FIRST_OFFICER).order<{ editionId: string }>({
    path: '/v1/editions',
    key: play.key('open the appraisal'),
    body: {
      ...{ committeeId: play.organization(COMMITTEE), seriesId: play.key('appraisal'), year, parameters: {} },
      ...{ titleZh: '党建工作实绩考核（虚构）', titleEn: 'Appraisal of Party work (invented)' },
      templateHash: await adoptTemplate(play, 'unit-appraisal'),
      stages: WINDOWS.map(([stageId, opens, closes]) => ({
        ...{ stageId, opensOn: dayFrom(today, opens), closesOn: dayFrom(today, closes) },
      })),
    },
  });
  return { editionId, year };
};

const documentsOf = ({ evidence }: Report) => ({
  evidence,
  documents: evidence.map((sha256) => ({ document: 'self-report', sha256 })),
});

const nominate = async (play: Play, editionId: string, unit: string): Promise<string> => {
  const officer = play.as(`${unit}-officer`);
  const unitId = play.organization(unit);
  const { entryId } = await officer.order<{ entryId: string }>({
    path: '/v1/nominations',
    key: play.key(`nominate ${unit}`),
    body: {
      ...{ editionId, nominatorId: unitId, track: 'unit', subjectId: unitId, title: `${unit}（虚构）` },
      ...{ answerable: [play.person(`${unit}-secretary`)], summary: '年度党建工作自查完成。' },
      ...documentsOf(await uploadReport(officer, `appraisal of ${unit}`)),
    },
  });
  return entryId;
};

const clear = async (play: Play, entryId: string): Promise<void> => {
  const path = `/v1/entries/${entryId}`;
  await play.as(FIRST_OFFICER).order({
    ...{ path: `${path}/clearance-request`, key: play.key(`ask about ${entryId}`), body: { scopes: ['entry'] } },
  });
  await play.as(INSPECTOR).order({
    ...{ path: `${path}/clearance`, key: play.key(`clear ${entryId}`) },
    body: { opinions: [{ scope: 'entry', outcome: 'cleared' }], opinionNumber: '示纪审1号', why: '' },
  });
};

type Claiming = Readonly<{ play: Play; roundId: string; judgedOn: string }>;

/** A claim, granted for one hundredth of a point. */
const claim = async (
  { play, roundId, judgedOn }: Claiming,
  { entryId, unit, at }: Readonly<{ entryId: string; unit: string; at: number }>,
): Promise<string> => {
  const path = `/v1/rounds/${roundId}/entries/${entryId}/bonus-claims`;
  const { claimId } = await play.as(`${unit}-officer`).order<{ claimId: string }>({
    ...{ path, key: play.key(`claim ${unit} ${at}`), body: claimOf(judgedOn, `品牌${at}`) },
  });
  await play.as(FIRST_OFFICER).order({
    ...{ path: `${path}/${claimId}/decide`, key: play.key(`grant ${unit} ${at}`) },
    body: { verdict: { outcome: 'granted', points: 1 }, why: '经核实（虚构）。' },
  });
  return claimId;
};

/** What a unit claims of a brand of its own. */
export const claimOf = (judgedOn: string, honour: string): Readonly<Record<string, unknown>> => ({
  ...{ sourceId: 'bonus', itemId: 'brand', honour, achievedOn: judgedOn, evidence: [DOCUMENT] },
  ...{ account: '材料附后（虚构）。', points: 150 },
});

const roundOf = async (play: Play, editionId: string): Promise<string> => {
  await play.platform.untilQuiet();
  const path = `/v1/rounds?editionId=${editionId}`;
  const { items } = await play.as(FIRST_OFFICER).get<{ items: readonly Round[] }>(path);
  const [round] = items;
  if (round?.status !== 'open') throw new Error(`the appraisal has no open round: ${round?.status ?? 'none'}`);
  return round.roundId;
};
type Round = Readonly<{ roundId: string; status: string }>;

/** Plays an appraisal up to its window, which is open today; the platform's clock stands before, and is moved up to yesterday. */
export const prepareAppraisal = async (play: Play, today: string): Promise<PreparedAppraisal> => {
  const units = play.world.units.map(({ code }) => code);
  const morning = async (daysAgo: number): Promise<void> =>
    play.platform.moveClock(`${dayFrom(today, -daysAgo)}T02:00:00.000Z`);
  const { editionId, year } = await openAppraisal(play, today);
  const entries = await inParallel(units, async (unit) => ({ unit, entryId: await nominate(play, editionId, unit) }));
  await morning(CLEARED_DAYS_AGO);
  await inParallel(entries, async ({ entryId }) => clear(play, entryId));
  await morning(FILLED_DAYS_AGO);
  const roundId = await roundOf(play, editionId);
  const judgedOn = `${year}-01-01`;
  return {
    ...{ roundId, judgedOn },
    units: await inParallel(entries, async ({ unit, entryId }) => {
      const claimIds: string[] = [];
      for (let at = 0; at < CLAIMS_A_UNIT; at += 1)
        claimIds.push(await claim({ play, roundId, judgedOn }, { unit, entryId, at }));
      return { entryId, officer: `${unit}-officer`, claimIds };
    }),
  };
};
