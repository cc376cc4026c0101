import { createHash } from 'node:crypto';
import type { CompiledSource } from '@jiangong/programmes';
import { inParallel } from '../../demo/play/in-parallel.ts';
import type { PlayedEdition, PlayedEntry, StageDays } from '../edition.ts';
import { actingFor } from './acting.ts';
import { findRound } from './scoring.ts';

type Source = Extract<CompiledSource, { kind: 'bonus' }>;
type Item = Readonly<{ itemId: string; points: number; levels: readonly Readonly<{ levelId: string }>[] }>;
type Claim = Readonly<{
  claimId: string;
  sourceId: string;
  itemId: string;
  levelId: string | null;
  standing: string;
  points: number;
}>;
type Bonus = Readonly<{
  judgedFrom: string | null;
  groups: readonly Readonly<{ sourceId: string; items: readonly Item[] }>[];
  claims: readonly Claim[];
}>;

const DOCUMENT = createHash('sha256').update('表彰决定（虚构）', 'utf8').digest('hex');
/** In percent: how often an office grants what was claimed. */
const GRANTED = 80;

const about = (roundId: string, { entryId }: PlayedEntry): string => `/v1/rounds/${roundId}/entries/${entryId}`;

const bonusesOf = ({ compiled }: PlayedEdition, phase: string | null): readonly Source[] => {
  const taken = new Set(
    compiled.phases
      .filter(({ id }) => id === phase)
      .flatMap(({ rows }) => rows)
      .flatMap((row) => (row.op === 'take-bonus' ? [row.source] : [])),
  );
  return compiled.sources.filter((source): source is Source => source.kind === 'bonus' && taken.has(source.id));
};

/** Of a good entry more is claimed than of a poor one: an item now and then, at one of its levels or with all its points. */
const claimOf = async (
  edition: PlayedEdition,
  entry: PlayedEntry,
  { source, roundId }: Readonly<{ source: Source; roundId: string }>,
): Promise<void> => {
  const by = actingFor(edition, source.filling.claim, entry);
  const { groups, judgedFrom } = await edition.get<Bonus>(by, `${about(roundId, entry)}/bonus`);
  for (const item of groups.filter(({ sourceId }) => sourceId === source.id).flatMap(({ items }) => items)) {
    const dice = edition.dice(`claim ${entry.title} ${source.id} ${item.itemId}`);
    if (dice.below(100) >= entry.standing) continue;
    const worth = item.levels.length > 0 ? { levelId: dice.pick(item.levels).levelId } : { points: item.points };
    await edition.order(by, `${about(roundId, entry)}/bonus-claims`, {
      ...{ sourceId: source.id, itemId: item.itemId, ...worth, honour: `${item.itemId}荣誉（虚构）` },
      ...{ achievedOn: judgedFrom ?? `${edition.year}-01-15`, evidence: [DOCUMENT], account: '表彰决定附后（虚构）。' },
    });
  }
};

const decideOne = async (
  edition: PlayedEdition,
  entry: PlayedEntry,
  { by, roundId, claim }: Readonly<{ by: string; roundId: string; claim: Claim }>,
): Promise<void> => {
  const { claimId, sourceId, itemId, levelId, points } = claim;
  const isGranted = edition.dice(`grant ${entry.title} ${sourceId} ${itemId}`).below(100) < GRANTED;
  const worth = levelId === null ? { points } : { levelId };
  await edition.order(by, `${about(roundId, entry)}/bonus-claims/${claimId}/decide`, {
    verdict: isGranted ? { outcome: 'granted', ...worth } : { outcome: 'declined', reason: 'not-proved' },
    why: isGranted ? '' : '证明材料不足（虚构）。',
  });
  if (isGranted) edition.filled.bonuses.push({ entryId: entry.entryId, itemId, claimId, points });
};

/** Whether something is claimed in the window of this stage. */
export const takesBonuses = (edition: PlayedEdition, { phase }: StageDays): boolean =>
  bonusesOf(edition, phase).length > 0;

/** On the first day of the stage everybody claims what he has. */
export const claim = async (edition: PlayedEdition, { phase }: StageDays): Promise<void> => {
  const roundId = await findRound(edition, phase ?? '');
  for (const source of bonusesOf(edition, phase))
    await inParallel(edition.entries, async (entry) => claimOf(edition, entry, { source, roundId }));
};

/** On its last day the office decides all of it: as it was claimed, or not at all. */
export const decideClaims = async (edition: PlayedEdition, { phase }: StageDays): Promise<void> => {
  const roundId = await findRound(edition, phase ?? '');
  for (const source of bonusesOf(edition, phase))
    await inParallel(edition.entries, async (entry) => {
      const by = actingFor(edition, source.filling.decide, entry);
      const { claims } = await edition.get<Bonus>(by, `${about(roundId, entry)}/bonus`);
      for (const one of claims.filter(({ sourceId, standing }) => sourceId === source.id && standing === 'waiting'))
        await decideOne(edition, entry, { by, roundId, claim: one });
    });
};
