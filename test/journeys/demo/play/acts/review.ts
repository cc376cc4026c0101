import type { EditionStory, EntryStory } from '../../world/campaign-year.ts';
import { isDeclared } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';
import { declare } from './declaration.ts';

const SCOPES = ['entry', 'leader', 'unit'] as const;

type Act = Readonly<{ by: string; what: string; body: unknown }>;

const act = (play: Play, entry: EntryStory, { by, what, body }: Act): Promise<unknown> =>
  play.as(by).order({
    path: `/v1/entries/${play.entry(entry.code).entryId}/${what}`,
    key: play.key(`${what} ${entry.code}`),
    body,
  });

const reviewAndClear = async (play: Play, year: number, entry: EntryStory, index: number): Promise<void> => {
  const officer = index % 2 === 0 ? FIRST_OFFICER : 'officer-2';
  if (entry.fate === 'screened-out') {
    const answers = [{ item: '材料完整性', met: false, explanation: '缺少成效佐证材料，与立项计划不一致。' }];
    await act(play, entry, { by: officer, what: 'review', body: { outcome: 'failed', answers } });
    return;
  }
  await act(play, entry, {
    by: officer,
    what: 'review',
    body: { outcome: 'passed', answers: [{ item: '材料完整性', met: true }] },
  });
  await act(play, entry, { by: officer, what: 'clearance-request', body: { scopes: SCOPES } });
  const blocked = entry.fate === 'blocked';
  const opinion = {
    opinions: SCOPES.map((scope) => ({ scope, outcome: blocked && scope === 'entry' ? 'blocked' : 'cleared' })),
    opinionNumber: `示纪审〔${year}〕${index + 1}号`,
    why: blocked ? '该项目涉及正在核实的问题线索，暂不宜参评（虚构）。' : '',
  };
  await act(play, entry, { by: index % 2 === 0 ? 'inspector-1' : 'inspector-2', what: 'clearance', body: opinion });
};

/** An officer lets one unit declare after the deadline, and says why. */
const allowLateEntry = async (play: Play, year: number, entry: EntryStory): Promise<void> => {
  await play.as(FIRST_OFFICER).order({
    path: `/v1/editions/${play.edition(year)}/late-entries`,
    key: play.key(`late entry ${entry.code}`),
    body: {
      nominatorId: play.organization(entry.unit),
      stageId: 'declare',
      until: `${year}-11-13`,
      why: '该单位承担抢险任务，未能按时申报。',
    },
  });
  await declare(play, entry);
};

/** First review and clearance: some declarations come back, one fails on each count, one is blocked. */
export const review = async (play: Play, { year, entries }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-11-12`));
  for (const entry of entries.filter(({ fate }) => fate === 'late')) await allowLateEntry(play, year, entry);
  const standing = entries.filter((entry) => isDeclared(entry) && entry.fate !== 'withdrawn');
  await inParallel(standing, async (entry, index) => {
    if (entry.fate !== 'returned') return reviewAndClear(play, year, entry, index);
    await act(play, entry, {
      by: FIRST_OFFICER,
      what: 'return',
      body: { reasons: ['请补充量化成效数据。'], redeclareBy: `${year}-11-17` },
    });
  });
  await play.platform.moveClock(morningOf(`${year}-11-16`));
  await inParallel(
    standing.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.fate === 'returned'),
    async ({ entry, index }) => {
      await declare(play, entry, 2);
      await reviewAndClear(play, year, entry, index);
    },
  );
  play.progress.tell(`${year}: ${standing.length} declarations reviewed and cleared, or not`);
};
