import type { EditionRecord } from '../domain/series/decider.ts';

export type Name = Readonly<{ zh: string; en: string }>;

export type Edition = Readonly<{ editionId: string; seriesId: string; year: number; committeeId: string; title: Name }>;

/** What use cases ask of the read models. */
export interface Knowledge {
  edition(editionId: string): Promise<Edition | undefined>;
  /** The committee that runs a series: that of its latest edition. */
  committeeOfSeries(seriesId: string): Promise<string | undefined>;
  /** The editions of a series with what the naming reads of them. */
  seriesEditions(seriesId: string): Promise<readonly EditionRecord[]>;
  /** The unit of each known person, null for somebody outside every unit; unknown people are absent. */
  unitsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Who belongs to the leadership of this very committee at a moment. */
  leadership(committeeId: string, now: string): Promise<readonly string[]>;
  /** Names of organizations; unknown ones are absent. */
  names(organizationIds: readonly string[]): Promise<Readonly<Record<string, Name>>>;
  /** True when the scheme's committee is the round's, or stands above it. */
  standsAbove(upperId: string, lowerId: string): Promise<boolean>;
}
