import { isCivilDay, localDateOf } from '@jiangong/calendar';

/** A day that exists, from 1900 to today in Asia/Shanghai: people joined and were born before the platform can compute. */
export const isPastDay = (text: string, now: string): boolean => isCivilDay(text) && text <= localDateOf(now);
