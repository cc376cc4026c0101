import type { LocalDate } from '@jiangong/calendar';

/** What is counted of a nominator: branches somewhere below it, or Party members, on probation too, who belong to it or below it. */
export type CountedOf = 'branches' | 'members';

/** A number of entries in proportion to what a nominator has: one for so many, as of a day (null: of the first declaration). */
export type QuotaShare = Readonly<{
  /** Null: all tracks together that have no number of their own. */
  trackId: string | null;
  asOf: LocalDate | null;
  one: number;
  counted: CountedOf;
  round: 'up' | 'down' | 'half-up';
  least: number;
}>;

/** What was counted of a nominator, as of which day, and up to which position of the log everything told had been heard. */
export type Counted = Readonly<{ asOf: LocalDate; count: number; knownTo: number }>;

/** Whole numbers only: half of `one` rounds up where the template says so. */
export const quotaOfShare = ({ one, round, least }: QuotaShare, count: number): number => {
  const more = { up: one - 1, down: 0, 'half-up': Math.floor(one / 2) }[round];
  return Math.max(least, Math.floor((count + more) / one));
};

export const shareKey = ({ trackId }: Pick<QuotaShare, 'trackId'>): string => trackId ?? '';
