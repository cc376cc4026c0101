import type { JudgedTime } from '../checklist/judged-time.ts';

/** Who claims bonuses and who decides them: compiled with the round's tables, and frozen with them. */
export type BonusRules = Readonly<{
  sourceId: string;
  /** The party that claims for what is judged; null: whoever answers for it, or acts for it. */
  claim: string | null;
  decide: string;
  /** Whether a claim must come with a document. */
  document: 'required' | 'welcome';
  /** What a claim of each item may be granted at, in hundredths, from the lowest; none: any points up to the item's. */
  levels: Readonly<Record<string, readonly Readonly<{ id: string; points: number }>[]>>;
  time: JudgedTime;
  /** Chinese and English names of its groups, items and levels, by id. */
  names: Readonly<Record<string, readonly [zh: string, en: string]>>;
}>;
