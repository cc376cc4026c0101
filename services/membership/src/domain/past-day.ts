import { localDateOf } from '@jiangong/calendar';
import { addMonths } from './months.ts';

const DAY = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;

/**
 * A day that exists, from 1900 to today in Asia/Shanghai. The calendar's own check knows only the years in which the platform
 * computes; people joined and were born before. Adding no month leaves a day as it is only when its month is long enough.
 */
export const isPastDay = (text: string, now: string): boolean =>
  DAY.test(text) && addMonths(text, 0) === text && text <= localDateOf(now);
