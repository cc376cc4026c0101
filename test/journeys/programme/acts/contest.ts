import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';
import { inventPaper } from '../invented-marks.ts';
import { type Panel, seatIdOf } from './panels.ts';

/** A contest as the hall sees it, as far as the player reads it. */
export type Contest = Readonly<{
  byLot: boolean;
  atOnce: boolean;
  stageAlone: boolean;
  next: string | null;
  draws: readonly Readonly<{ commitment: string; secret: string; lot: string; seed: string }>[];
  entries: readonly Readonly<{ entryId: string; place: number; standing: string; score: number | null }>[];
}>;
type Turn = Readonly<{ recused: string | null }>;
type Seated = Readonly<{ panel: Panel; by: string }>;
type Papers = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** What each would give everybody: nobody's marks depend on who appears when. */
const paperOf = (edition: PlayedEdition, { panel, by }: Seated): Papers =>
  inventPaper(
    edition.dice(`paper ${panel.id} ${by}`),
    panel,
    edition.entries.map(({ entryId, standing }) => ({ entryId, quality: standing })),
  );

const mark = async (
  edition: PlayedEdition,
  path: string,
  entryId: string,
  { panel, by, paper }: Seated & Readonly<{ paper: Papers }>,
): Promise<void> => {
  const { recused } = await edition.get<Turn>(by, `${path}/my-turn`);
  const given = paper.get(entryId);
  if (recused !== null || given === undefined) return;
  const marks = Object.entries(given).map(([criterionId, value]) => ({ criterionId, mark: value }));
  await edition.order(by, `${path}/entries/${entryId}/marks`, { marks });
  edition.filled.sheets.push({ sourceId: panel.id, seatId: seatIdOf(edition, panel, by), entryId, marks: given });
};

/** One after the other as the lots say; whoever is first is not there yet, and appears behind the others. */
export const holdContest = async (
  edition: PlayedEdition,
  roundId: string,
  seated: readonly Seated[],
): Promise<void> => {
  const path = `/v1/rounds/${roundId}/contest`;
  const look = () => edition.get<Contest>(FIRST_OFFICER, path);
  const papers = seated.map((one) => ({ ...one, paper: paperOf(edition, one) }));
  if ((await look()).byLot) await edition.order(FIRST_OFFICER, `${path}/draw`, { lot: '20210815' });
  const { next: late } = await look();
  if (late !== null) await edition.order(FIRST_OFFICER, `${path}/entries/${late}/put-off`, { reason: 'absent' });
  for (let contest = await look(); contest.next !== null; contest = await look()) {
    const { next: entryId, atOnce } = contest;
    const order = `${path}/entries/${entryId}`;
    await edition.order(FIRST_OFFICER, `${order}/call`);
    await inParallel(papers, (one) => mark(edition, path, entryId, one));
    await edition.order(FIRST_OFFICER, `${order}/close`);
    if (atOnce) await edition.order(FIRST_OFFICER, `${order}/show`);
  }
};
