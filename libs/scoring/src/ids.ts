/** What every machine sorts alike: lower-case ASCII. */
export const ID_PATTERN = /^[0-9a-z][0-9a-z-]{0,63}$/;

/** Code-unit order; for ids of `ID_PATTERN` the same as byte order everywhere. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
