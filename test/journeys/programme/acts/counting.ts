import { createHash } from 'node:crypto';
import type { CompiledSource } from '@jiangong/programmes';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { findRound } from './scoring.ts';

type Source = Extract<CompiledSource, { kind: 'ballot' }>;
type Papers = Readonly<{
  entryId: string;
  handedOut: number;
  found: number;
  invalid: number;
  marks: readonly number[];
}>;
type Box = Readonly<{
  sourceId: string;
  pickAtMost: number | null;
  entries: readonly Readonly<{ entryId: string; paper: string | null; isOwn: boolean }>[];
}>;

const SHEET = createHash('sha256').update('计票单（虚构）', 'utf8').digest('hex');
/** Those present, those who leave their own branch out, and how far luck takes a vote. */
export const PRESENT = 40;
const OWN = 4;
const NOISE = 30;
const INSPECTOR = 'inspector-1';

const onPaper = ({ compiled }: PlayedEdition): readonly Source[] =>
  compiled.sources.filter((source): source is Source => source.kind === 'ballot' && source.filling.box === true);

/** Whether the voters of this stage vote on paper. */
export const votesOnPaper = (edition: PlayedEdition, { by }: StageDays): boolean =>
  onPaper(edition).some(({ filling }) => filling.electorates.some(({ who }) => by.includes(who)));

/** What a meeting makes of an entry: a good one is given good levels. */
const inventPapers = (edition: PlayedEdition, source: Source, entryId: string): Papers => {
  const { title = '', standing = 0 } = edition.entries.find((one) => one.entryId === entryId) ?? {};
  const dice = edition.dice(`papers ${source.id} ${title}`);
  const levels = source.tables[0]?.levels.length ?? 0;
  const questions = source.tables[0]?.questions?.length ?? 1;
  const handedOut = PRESENT - OWN;
  const found = handedOut - dice.below(3);
  const invalid = dice.below(3);
  const marks = Array.from({ length: levels * questions }, () => 0);
  for (let question = 0; question < questions; question += 1)
    for (let paper = 0; paper < found - invalid; paper += 1) {
      const off = Math.min(99, Math.max(0, 100 - standing + dice.between(-NOISE, NOISE)));
      const place = question * levels + Math.floor((off * levels) / 100);
      marks[place] = (marks[place] ?? 0) + 1;
    }
  return { entryId, handedOut, found, invalid, marks };
};

/** What a meeting makes of the names on one paper: whoever deserves it most is picked most often, and no paper picks too many. */
const inventPicks = (
  edition: PlayedEdition,
  source: Source,
  entryIds: readonly string[],
  most: number,
): readonly Papers[] => {
  const of = (entryId: string) => edition.entries.find((one) => one.entryId === entryId);
  const dice = edition.dice(`picks ${source.id} ${of(entryIds[0] ?? '')?.title ?? ''}`);
  const found = PRESENT - dice.below(3);
  const invalid = dice.below(3);
  const picked = new Map(entryIds.map((entryId) => [entryId, 0]));
  for (let paper = 0; paper < found - invalid; paper += 1) {
    const liked = entryIds.map((entryId) => ({
      entryId,
      by: (of(entryId)?.standing ?? 0) + dice.between(-NOISE, NOISE),
    }));
    for (const { entryId } of liked.toSorted((a, b) => b.by - a.by).slice(0, most))
      picked.set(entryId, (picked.get(entryId) ?? 0) + 1);
  }
  const papersOf = (entryId: string): Papers => {
    const votes = picked.get(entryId) ?? 0;
    return { entryId, handedOut: PRESENT, found, invalid, marks: [votes, found - invalid - votes] };
  };
  // Of the first one a count is told wrongly later on: with a pick too few.
  return entryIds.map(papersOf).toSorted((a, b) => (b.marks[0] ?? 0) - (a.marks[0] ?? 0));
};

/** What is counted together: of names all that stand on one paper, else each entry. */
const papersIn = (edition: PlayedEdition, source: Source, box: Box | undefined): readonly (readonly Papers[])[] => {
  const { entries = [], pickAtMost = null } = box ?? {};
  if (pickAtMost === null) return entries.map(({ entryId }) => [inventPapers(edition, source, entryId)]);
  return [...new Set(entries.map(({ paper }) => paper))].map((paper) =>
    inventPicks(
      edition,
      source,
      entries.filter((one) => one.paper === paper).map(({ entryId }) => entryId),
      pickAtMost,
    ),
  );
};

const moved = ({ marks, ...papers }: Papers): Papers => {
  const from = marks.findIndex((count) => count > 0);
  const to = from === 0 ? 1 : 0;
  return { ...papers, marks: marks.map((count, at) => count + Number(at === to) - Number(at === from)) };
};

/** Whoever counts or opens finds it in his work. */
const findsWork = async (edition: PlayedEdition, kind: string, roundId: string): Promise<void> => {
  for (const by of kind === 'count-papers' ? [FIRST_OFFICER, INSPECTOR] : [FIRST_OFFICER]) {
    const { items } = await edition.get<{ items: readonly Readonly<{ kind: string; subject: { id: string } }>[] }>(
      by,
      '/v1/work',
    );
    if (!items.some((one) => one.kind === kind && one.subject.id === roundId))
      throw new Error(`${edition.name}: ${by} is not told to ${kind}`);
  }
};

/** Two officers of units who answer and speak for nothing that is counted; fewer where the papers concern nearly everybody. */
const othersWhoMay = async (
  edition: PlayedEdition,
  { path, sourceId }: Readonly<{ path: string; sourceId: string }>,
  papers: readonly Papers[],
): Promise<readonly string[]> => {
  const free: string[] = [];
  for (const { code } of edition.play.world.units) {
    const by = `${code}-officer`;
    const { items } = await edition.get<{ items: readonly Box[] }>(by, path);
    const entries = items.find((box) => box.sourceId === sourceId)?.entries ?? [];
    const isConcerned = papers.some((one) => entries.find(({ entryId }) => entryId === one.entryId)?.isOwn !== false);
    if (!isConcerned) free.push(by);
    if (free.length === 2) break;
  }
  return free;
};

/**
 * On the last day of the meeting two persons count. The first count is wrong in one place: it is contradicted, and counted again; what stands
 * of one entry is then corrected by two others.
 */
export const countPapers = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const roundId = await findRound(edition, stage.phase ?? '');
  const path = `/v1/rounds/${roundId}/paper-boxes`;
  const { items } = await edition.get<{ items: readonly Box[] }>(FIRST_OFFICER, path);
  if (items.length > 0) await findsWork(edition, 'count-papers', roundId);
  for (const source of onPaper(edition)) {
    const of = `${path}/${source.id}/counts`;
    const box = items.find(({ sourceId }) => sourceId === source.id);
    const together = papersIn(edition, source, box);
    const [[first, ...beside] = [], ...others] = together;
    const rest = [...beside, ...others.flat()];
    const papers = together.flat();
    if (first === undefined) throw new Error(`nobody is voted on in ${source.id}`);
    const count = async (by: string, entries: readonly Papers[], why?: string): Promise<string> =>
      `${of}/${(await edition.order<{ countId: string }>(by, of, { entries, evidence: [SHEET], ...(why === undefined ? {} : { why }) })).countId}`;
    const wrong = await count(FIRST_OFFICER, [moved(first), ...rest]);
    await edition.order(INSPECTOR, `${wrong}/contradiction`, { why: '一张测评票归错等次（虚构）。' });
    // Of the first one it stands wrongly, where there are others to correct it who are not concerned.
    const [teller, other] = await othersWhoMay(edition, { path, sourceId: source.id }, [first, ...beside]);
    const isCorrected = teller !== undefined && other !== undefined;
    const again = [isCorrected ? moved(first) : first, ...rest];
    const stands = await count(FIRST_OFFICER, again, '按核对意见重新清点（虚构）。');
    await edition.order(INSPECTOR, `${stands}/confirmation`);
    if (isCorrected) {
      const corrected = await count(teller, [first, ...beside], '复核时发现一张归错（虚构）。');
      await edition.order(other, `${corrected}/confirmation`);
    }
    for (const { entryId, marks } of papers)
      for (const [place, votes] of marks.entries())
        for (let at = 0; at < votes; at += 1) edition.filled.votes.push({ sourceId: source.id, entryId, place });
  }
};

/** Once the vote is over what was counted is opened; then it stands. */
export const openPapers = async (edition: PlayedEdition, phase: string): Promise<void> => {
  if (onPaper(edition).length > 0) await findsWork(edition, 'open-paper-box', edition.round(phase));
  for (const source of onPaper(edition))
    await edition.order(FIRST_OFFICER, `/v1/rounds/${edition.round(phase)}/paper-boxes/${source.id}/opening`);
};
