import type { Fact } from '@jiangong/event-store';
import type { RoundIds, Why } from '../decision/taken-facts.ts';
import type { AppealMatter, AppealOutcome, AppealRemedy } from './words.ts';

/** When a stage is open in which appeals are taken, as the edition has it. */
export type AppealWindowSet = Fact<
  'AppealWindowSet.v1',
  RoundIds & Readonly<{ stageId: string; opensAt: string; closesAt: string; editionRevision: number }>
>;

/** `committeeId`: whose party decides, so that it can be told live. */
type OfAppeal = RoundIds & Readonly<{ committeeId: string; appealId: string; entryId: string }>;

/** What is appealed against; `sourceId`, `itemId`: null where the matter has none, or the whole source is meant. */
export type Matter = Readonly<{ matter: AppealMatter; sourceId: string | null; itemId: string | null }>;

/** Whoever answers for an entry appeals against its result; why stands sealed. `resultHash`: the result that he had before him. */
export type AppealFiled = Fact<
  'AppealFiled.v1',
  OfAppeal &
    Matter &
    Readonly<{ resultHash: string; evidence: readonly string[]; filedBy: string; filedAt: string; prose: Why }>
>;

/** Before anybody decided it, by whoever had filed it. */
export type AppealWithdrawn = Fact<
  'AppealWithdrawn.v1',
  OfAppeal & Readonly<{ withdrawnBy: string; withdrawnAt: string; prose: Why }>
>;

/** `remedy`: null where it is rejected; `party`, `grantId`: by what right; the reason is told to those who appealed. */
export type AppealDecided = Fact<
  'AppealDecided.v1',
  OfAppeal &
    Readonly<{
      outcome: AppealOutcome;
      remedy: AppealRemedy | null;
      decidedBy: string;
      party: string;
      grantId: string;
      decidedAt: string;
      prose: Why;
    }>
>;

/** Decided in error: another person than who decided has it decided anew. */
export type AppealReopened = Fact<
  'AppealReopened.v1',
  OfAppeal & Readonly<{ reopenedBy: string; role: string; reopenedAt: string; prose: Why }>
>;

export type AppealFact = AppealWindowSet | AppealFiled | AppealWithdrawn | AppealDecided | AppealReopened;

const APPEAL_TYPES: ReadonlySet<string> = new Set<AppealFact['type']>([
  'AppealWindowSet.v1',
  'AppealFiled.v1',
  'AppealWithdrawn.v1',
  'AppealDecided.v1',
  'AppealReopened.v1',
]);

export const isAppealFact = <F extends Fact>(fact: F): fact is Extract<F, AppealFact> => APPEAL_TYPES.has(fact.type);
