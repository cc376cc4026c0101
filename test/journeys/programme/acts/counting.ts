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
type Box = Readonly<{ sourceId: string; entries: readonly Readonly<{ entryId: string }>[] }>;

const SHEET = createHash('sha256').update('计票单（虚构）', 'utf8').digest('hex');
/** Those present, those who leave their own branch out, and how far luck takes a vote. */
const PRESENT = 40;
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

/**
 * On the last day of the meeting two persons count. The first count is wrong in one place: it is contradicted, and counted again; what stands
 * of one entry is then corrected by two others.
 */
export const countPapers = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const roundId = await findRound(edition, stage.phase ?? '');
  const path = `/v1/rounds/${roundId}/paper-boxes`;
  const [teller, other] = edition.play.world.units.map(({ code }) => `${code}-officer`);
  if (teller === undefined || other === undefined) throw new Error('two more tellers are needed');
  const { items } = await edition.get<{ items: readonly Box[] }>(FIRST_OFFICER, path);
  if (items.length > 0) await findsWork(edition, 'count-papers', roundId);
  for (const source of onPaper(edition)) {
    const of = `${path}/${source.id}/counts`;
    const box = items.find(({ sourceId }) => sourceId === source.id);
    const papers = (box?.entries ?? []).map(({ entryId }) => inventPapers(edition, source, entryId));
    const [first, ...rest] = papers;
    if (first === undefined) throw new Error(`nobody is voted on in ${source.id}`);
    const count = async (by: string, entries: readonly Papers[], why?: string): Promise<string> =>
      `${of}/${(await edition.order<{ countId: string }>(by, of, { entries, evidence: [SHEET], ...(why === undefined ? {} : { why }) })).countId}`;
    const wrong = await count(FIRST_OFFICER, [moved(first), ...rest]);
    await edition.order(INSPECTOR, `${wrong}/contradiction`, { why: '一张测评票归错等次（虚构）。' });
    // Of the first one it stands wrongly, and others correct it.
    const stands = await count(FIRST_OFFICER, [moved(first), ...rest], '按核对意见重新清点（虚构）。');
    await edition.order(INSPECTOR, `${stands}/confirmation`);
    const corrected = await count(teller, [first], '复核时发现一张归错（虚构）。');
    await edition.order(other, `${corrected}/confirmation`);
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
