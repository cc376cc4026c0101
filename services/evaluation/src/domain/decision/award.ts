/** What was put forward or stands behind it: a project, an organization, a person … by id. */
export type Holder = Readonly<{ kind: string; id: string }>;

/** One award as it was decided. `rule` is the outcome rule's id in the template, `code` its lasting code over years and templates. */
export type Award = Readonly<{
  rule: string;
  code: string;
  /** honour, level, card, bar, recommendation, place or withdrawal. */
  gives: string;
  holder: Holder;
  /** The entry it was won with; null where several stand behind it. */
  entryId: string | null;
  /** The entry's rank, or the place among those who were looked at; null where nothing was ranked. */
  rank: number | null;
  /** Others have the same rank or place. */
  shared: boolean;
  /** The body departed from the ranking here. */
  departed: boolean;
}>;

/** Where the body departs from the ranking: another rule than the rank earns, or `none`. The reason is prose and stands in the minutes. */
export type Departure = Readonly<{ entryId: string; rule: string }>;

/** Whom the body lets in where the template leaves the edge of a rule, or the whole choice, to it. */
export type Choice = Readonly<{ rule: string; entryIds: readonly string[] }>;

/** The rule of an entry without an award. */
export const NO_RULE = 'none';

/** What a meeting decided, in ids and words; the reasons are prose. */
export type Terms = Readonly<{
  departures: readonly Departure[];
  choices: readonly Choice[];
  /** Rules of which more is given than planned: the body's stated choice (vocabulary, rule 9). */
  exceeding: readonly string[];
}>;

/** Why, in the words of the minutes. */
export type Reasons = Readonly<{
  /** One for each departure, in their order. */
  departures: readonly string[];
  choices: readonly string[];
  exceeding: readonly string[];
  /** Why the body above decided for a unit that had not decided in time. */
  superior?: string;
}>;
