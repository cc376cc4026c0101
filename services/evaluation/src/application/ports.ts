export type Name = Readonly<{ zh: string; en: string }>;

export type Edition = Readonly<{ editionId: string; seriesId: string; year: number; committeeId: string; title: Name }>;

/** A stage of an edition's calendar; `begun` once its opening was told. */
export type StageWindow = Readonly<{ opensAt: string; closesAt: string; begun: boolean }>;

export type DeclaredEdition = Readonly<{ editionId: string; year: number; declared: readonly string[] }>;

/** What use cases ask of the read models. */
export interface Knowledge {
  edition(editionId: string): Promise<Edition | undefined>;
  /** When a stage of an edition opens and closes, as it is scheduled now. */
  stage(editionId: string, stage: 'scoring'): Promise<StageWindow | undefined>;
  /** The committee that runs a series: that of its latest edition. */
  committeeOfSeries(seriesId: string): Promise<string | undefined>;
  /** The editions of a series by year, with the units that declared entries in them. */
  seriesEditions(seriesId: string): Promise<readonly DeclaredEdition[]>;
  /**
   * The unit of each known person, null for somebody outside every unit; unknown people are absent. With `wait` it looks
   * again for a moment while somebody is unknown: the caller may just have had him registered.
   */
  unitsOf(personIds: readonly string[], wait: boolean): Promise<ReadonlyMap<string, string | null>>;
  /** Who belongs to the leadership of this very committee at a moment. */
  leadership(committeeId: string, now: string): Promise<readonly string[]>;
  /** Names of organizations; unknown ones are absent. */
  names(organizationIds: readonly string[]): Promise<Readonly<Record<string, Name>>>;
  /** True when the scheme's committee is the round's, or stands above it. */
  standsAbove(upperId: string, lowerId: string): Promise<boolean>;
}
