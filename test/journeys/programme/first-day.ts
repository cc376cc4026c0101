/** The clock of a platform that plays an edition of this year. */
export const firstDayOf = (year: number): string => `${year}-01-02`;
