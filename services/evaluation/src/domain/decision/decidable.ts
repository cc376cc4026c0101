import type { Proposal } from '@jiangong/event-store';
import type { OutcomeInputs, Phase } from '@jiangong/scoring';
import type { LookedUpFacts } from '../answer/looked-up-facts.ts';
import type { PendingAppeals } from '../appeal/pending.ts';
import type { RecuseMode } from './body.ts';
import type { DecidedEntry } from './decided-entry.ts';
import type { AskedOfResult } from '../round/asked-of-result.ts';
import type { OutcomeTable } from './outcome-table.ts';
import type { MakingKnown } from './maker.ts';
import type { AnnulmentTerms } from './taken-facts.ts';
import type { StoppedNotice } from './stopped-notice.ts';
import type { Taken } from './taken.ts';
import type { UnitPart } from './unit-division.ts';

/** `score` in units of 10^-decimals points, as it is printed. */
export type RankOfEntry = Readonly<{ entryId: string; rank: number; score: number }>;

/** The result that a meeting has before it: a ranking, or (a naming, a choice without scores) the list of those who may be chosen. */
export type DecidableResult = Readonly<{
  resultHash: string;
  computedAt: string;
  ranking: readonly RankOfEntry[];
  /** What the rules ask of it beside ranks and scores; absent where they ask nothing. */
  asked?: readonly AskedOfResult[];
}>;

/** What the template says of the body that decides. */
export type DecidingParty = Readonly<{
  recuse: RecuseMode;
  /** The template's own quorum beside the majority. */
  least: number;
  /** How many present members must attest; null: a majority of them. */
  attest: number | null;
  /** False: the body may confirm the result or not, and departs nowhere. */
  departures: boolean;
}>;

/** The second notice, of those the decision proposes. */
export type SecondNotice = Readonly<{
  noticeId: string;
  days: number;
  clock: 'working' | 'calendar';
  /** Published again, it runs the days that were left; absent: all of them. */
  again?: 'remaining';
  /** Only whom these rules give something stands in it; absent: whoever is proposed for anything. */
  rules?: readonly string[];
}>;

export type AnnulmentProposal = Proposal & Readonly<{ terms: AnnulmentTerms }>;

/**
 * Whatever a body decides upon: a round, or a naming, as far as the decision must know it. Taken from the stream that is decided
 * upon, so that the rule book decides by facts.
 */
export type Decidable = Readonly<{
  roundId: string;
  editionId: string;
  committeeId: string;
  basis: 'result' | 'list';
  /** How the result ranks; null where nothing is ranked. */
  phase: Phase | null;
  /** The part of it that one unit's committee decides; absent: everything is decided by one body. */
  part?: UnitPart;
  /** The round is divided by branches: each is a home of its own, and what stands in none is one part with all of its homes. */
  byBranches?: true;
  /** The part is a branch's, and the meeting of its members decides; absent: a committee does. */
  meets?: 'members';
  /** What its rules recommend the branch's secretary puts forward, and the office above only in his place; absent: the office does. */
  forwards?: 'secretary';
  /** Of a part that a unit decides: what its own officers make known, and the office above only in their place. */
  makers?: readonly MakingKnown[];
  /** The role of the office that makes known what was decided; absent: the committee's own, or whom `makers` says. */
  publisher?: string;
  /** The latest result; null before there is one. */
  result: DecidableResult | null;
  /** The first result of the same sheets, where corrections made a later one: the decision shows both (vocabulary, rule 7). */
  before: DecidableResult | null;
  /** Those who were not taken out. */
  entries: readonly DecidedEntry[];
  outcome: OutcomeTable;
  /** Wholes of the shares that are taken of a roll. */
  rolls: OutcomeInputs['rolls'];
  party: DecidingParty;
  notice: SecondNotice | null;
  /** Something moved since the result: a decision over it would be over old knowledge. */
  outdated: boolean;
  /** What somebody proposed about the result and nobody has carried out or turned down. */
  outstanding: readonly Proposal[];
  /** Proposals to annul the decision in force. */
  annulments: readonly AnnulmentProposal[];
  /** Decisions that were undone: their minutes never take effect again. */
  annulled: readonly string[];
  /** What waits for an appeal; absent where nobody can appeal. */
  appeals?: PendingAppeals;
  /** What the rules of awards ask a person; absent where they ask nothing that no result holds. */
  lookedUp?: LookedUpFacts;
  taken: Taken;
  /** Of the latest decision that was undone, its notice; absent where it had none. */
  stopped?: StoppedNotice;
}>;
