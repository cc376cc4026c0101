import type { Fact } from '@jiangong/event-store';
import type { RoundIds } from '../decision/taken-facts.ts';
import type { SecondPerson } from '../round/proposal.ts';
import type { Held } from './deal-out.ts';
import type { DismissingReason, RedealingReason } from './words.ts';

/** Why a seat gets no part in an entry. */
export type ConflictCause = 'own-unit' | 'own-entry' | 'declared' | 'former-unit';

/** SHA-256 of what entries will be dealt out from; the secret stands sealed beside it until the deal reveals it. */
export type DealCommitted = Fact<'DealCommitted.v1', RoundIds & Readonly<{ commitment: string; secret: string }>>;

export type Load = Readonly<{ seatId: string; atMost: number | null }>;
export type Barred = Held & Readonly<{ cause: ConflictCause }>;
export type Share = Held & Readonly<{ personId: string }>;

/**
 * Who judges which entries from here on. It holds everything that it follows from: anybody can deal again. `seats`: who could be given
 * more; `kept`: what stood and was not touched; `lot`: digits that were said publicly after the secret was committed to. `reason`: why
 * what nobody had begun was dealt out again; null: for the first time, or what was missing was filled up.
 */
export type EntriesDealt = Fact<
  'EntriesDealt.v1',
  RoundIds &
    SecondPerson &
    Readonly<{
      sourceId: string;
      commitment: string;
      secret: string;
      lot: string;
      seed: string;
      each: number;
      entryIds: readonly string[];
      seats: readonly Load[];
      kept: readonly Held[];
      barred: readonly Barred[];
      shares: readonly Share[];
      reason: RedealingReason | null;
    }>
>;

/** What looked like a conflict by where somebody was before is none: he may be given the entry. */
export type ConflictDismissed = Fact<
  'ConflictDismissed.v1',
  RoundIds & SecondPerson & Readonly<{ personId: string; entryId: string; reason: DismissingReason }>
>;

export type DealFact = DealCommitted | EntriesDealt | ConflictDismissed;

const TYPES: readonly string[] = [
  'DealCommitted.v1',
  'EntriesDealt.v1',
  'ConflictDismissed.v1',
] satisfies readonly DealFact['type'][];

export const isDealFact = <F extends Readonly<{ type: string }>>(fact: F): fact is F & DealFact =>
  TYPES.includes(fact.type);
