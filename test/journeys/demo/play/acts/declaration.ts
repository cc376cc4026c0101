import { type EditionStory, isDeclared, type EntryStory, QUOTA } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { expectRefusal } from '../expect-refusal.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';
import { uploadReport } from './upload-report.ts';

/** The unit's committee nominates; `version` counts the declarations of the entry. */
export const declare = async (play: Play, entry: EntryStory, version = 1): Promise<void> => {
  const officer = play.as(`${entry.unit}-officer`);
  const report = await uploadReport(officer, entry.code);
  await officer.order({
    path: `/v1/entries/${play.entry(entry.code).entryId}/declare`,
    key: play.key(`declare ${version} ${entry.code}`),
    body: {
      summary: `${entry.title}：完成全部节点任务，成效明显，群众满意。${version > 1 ? '已按要求补充材料。' : ''}`,
      ...report,
    },
  });
};

/** A unit that has used its places can not declare another entry. */
const tryOverQuota = async (play: Play, { year, entries }: EditionStory): Promise<void> => {
  const places = new Map<string, number>();
  for (const { unit, fate } of entries)
    if (fate !== 'kept' && fate !== 'late') places.set(unit, (places.get(unit) ?? 0) + 1);
  const entry = entries.find(({ unit, fate }) => fate === 'kept' && places.get(unit) === QUOTA);
  if (!entry) return;
  const officer = play.as(`${entry.unit}-officer`);
  const report = await uploadReport(officer, entry.code);
  await expectRefusal(officer, 'QUOTA_EXCEEDED', {
    method: 'POST',
    path: `/v1/entries/${play.entry(entry.code).entryId}/declare`,
    key: play.key(`over quota ${year}`),
    body: { summary: '超出名额的申报。', ...report },
  });
};

/** November: each unit nominates its best entries within the quota; one thinks better of it. */
export const declareEntries = async (play: Play, edition: EditionStory): Promise<void> => {
  const { year, entries } = edition;
  await play.platform.moveClock(morningOf(`${year}-11-03`));
  const inTime = entries.filter((entry) => isDeclared(entry) && entry.fate !== 'late');
  await inParallel(inTime, (entry) => declare(play, entry));
  await tryOverQuota(play, edition);
  for (const entry of entries.filter(({ fate }) => fate === 'withdrawn'))
    await play.as(`${entry.unit}-officer`).order({
      path: `/v1/entries/${play.entry(entry.code).entryId}/withdraw`,
      key: play.key(`withdraw ${entry.code}`),
      body: { why: '单位研究后决定明年再报。' },
    });
  play.progress.tell(`${year}: ${inTime.length} entries declared in time`);
};
