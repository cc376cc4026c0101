/** Where the leadership departs from the ranking: another grade than the rank earns, or `none`, with the reason. */
export type Departure = Readonly<{ entryId: string; grade: string; reason: string }>;

/** The grade of an entry without an award. */
export const NO_GRADE = 'none';
