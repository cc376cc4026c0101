import pg from 'pg';

const { builtins } = pg.types;

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is past the safe integers`);
  return value;
};

/** The session speaks UTC ISO ("2021-11-05 03:04:05.678+00"); the text is turned by hand, since Date would cut microseconds silently. */
const instant = (text: string): string => {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!parts) throw new RangeError(`${text} is no instant in UTC of the years 0000 to 9999`);
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
};

const verbatim = (text: string): string => text;

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.DATE, verbatim],
  [builtins.TIMESTAMP, verbatim],
  [builtins.TIMESTAMPTZ, instant],
]);

/** How values come back (`SqlClient` says which form each type has); everything else as pg does it. */
export const resultTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
