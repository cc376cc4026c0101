import type { BonusItem, BonusSource } from '@jiangong/scoring';
import {
  type ActsFor,
  correctingOf,
  type EntryGround,
  entryGroundOf,
  type EntryHindrance,
  nobodyIn,
  windowOf,
} from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { stageHindrance } from '../round/stages.ts';
import { entryOf, isUnsealed, type PreparedRound, type Round } from '../round/state.ts';
import type { BonusRules } from './rules.ts';

/** Why nothing at all happens to these claims now. */
export type BonusHindrance = EntryHindrance | 'NO_BONUS' | 'PROPOSAL_NEEDED' | 'STAGE_NOT_YOURS_NOW';

/** A bonus source with who claims and who decides. */
export type OpenBonus = Readonly<{ source: BonusSource; rules: BonusRules }>;

/** What one entry's claims must know of the round, and of the caller as he stands now. */
export type BonusGround = EntryGround &
  Readonly<{
    /** Why nothing is claimed or withdrawn now, and no verdict changed by one person. */
    hindrance: BonusHindrance | null;
    /** Why one person judges no waiting claim now: that lasts until somebody could have seen an aggregate. */
    deciding: BonusHindrance | null;
    /** Why nothing is corrected by two persons: that lasts until the decision. */
    correcting: BonusHindrance | null;
    bonuses: readonly OpenBonus[];
    /** Sources whose claiming party has stages of its own, none of which is open. Whoever is judged has no party, and no stage. */
    waiting: readonly string[];
  }>;

const nothing = (hindrance: BonusHindrance, personId: string): BonusGround => ({
  hindrance,
  deciding: hindrance,
  correcting: hindrance,
  bonuses: [],
  waiting: [],
  ...nobodyIn(personId),
});

export const bonusesOf = ({ tables }: PreparedRound): readonly OpenBonus[] =>
  (tables.bonuses ?? []).flatMap((rules) => {
    const source = tables.sources.find(({ id }) => id === rules.sourceId);
    return source?.kind === 'bonus' ? [{ source, rules }] : [];
  });

export const bonusGroundOf = (round: Round, entryId: string, person: Candidate, now: string): BonusGround => {
  const { personId } = person;
  if (round.kind === 'absent') return nothing('ROUND_NOT_FOUND', personId);
  const entry = entryOf(round, entryId);
  if (entry === undefined || entry.out !== null) return nothing('ENTRY_NOT_IN_ROUND', personId);
  const bonuses = bonusesOf(round);
  if (bonuses.length === 0) return nothing('NO_BONUS', personId);
  const correcting = correctingOf(round);
  const waiting = bonuses.flatMap(({ source, rules }) =>
    stageHindrance(round, rules.claim, now) === null ? [] : [source.id],
  );
  return {
    hindrance: windowOf(round, now) ?? (waiting.length === bonuses.length ? 'STAGE_NOT_YOURS_NOW' : null),
    deciding: correcting ?? (isUnsealed(round) ? 'PROPOSAL_NEEDED' : null),
    correcting,
    bonuses,
    waiting,
    ...entryGroundOf(round, entry, person),
  };
};

/** An item as it stands in a source. */
export type FoundBonus = OpenBonus & Readonly<{ item: BonusItem; levels: BonusRules['levels'][string] }>;

export const bonusItem = (
  { bonuses }: BonusGround,
  { sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>,
): FoundBonus | undefined => {
  const bonus = bonuses.find(({ source }) => source.id === sourceId);
  const item = bonus?.source.groups.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  if (bonus === undefined || item === undefined) return undefined;
  return { ...bonus, item, levels: bonus.rules.levels[itemId] ?? [] };
};

/** Whether the caller claims for what is judged. */
export const mayClaim = ({ isSubject, actsFor }: BonusGround, { claim }: BonusRules): boolean =>
  isSubject && (claim === null || actsFor.some(({ party }) => party === claim));

/** By what right the caller decides claims of this source; undefined: by none. */
export const decidesFor = ({ actsFor }: BonusGround, { decide }: BonusRules): ActsFor | undefined =>
  actsFor.find(({ party }) => party === decide);
