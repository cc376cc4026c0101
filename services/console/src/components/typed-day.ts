const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;
const IN_FULL = /^(\d{4})(\d{2})(\d{2})$/u;
const TIME = /^(\d{1,2})[:.时点]?(\d{2})分?$/u;

/** As an input method of full width writes it, too. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

/** A day as people type it (`2026-1-5`, `2026/1/5`, `2026年1月5日`, `20260105`), as `2026-01-05`; undefined: it is none of the calendar. */
export const dayTyped = (text: string): string | undefined => {
  const found = DAY.exec(plain(text)) ?? IN_FULL.exec(plain(text));
  if (found === null) return undefined;
  const [, year = '', month = '', dayOfMonth = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const read = Date.parse(`${day}T00:00Z`);
  // The thirtieth of February is read as a day of March.
  return !Number.isNaN(read) && new Date(read).toISOString().startsWith(day) ? day : undefined;
};

/** A time of day as people type it (`9:30`, `0930`, `9时30分`), as `09:30`; undefined: it is none. */
export const timeTyped = (text: string): string | undefined => {
  const [, hour = '', minute = ''] = TIME.exec(plain(text)) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
};
