import { endOfDay, type Instant, type LocalDate, startOfDay } from './local-date.ts';

/** Days of a stage, both included. */
export type DayWindow = Readonly<{ opensOn: LocalDate; closesOn: LocalDate }>;

/** The same as instants: open while `opensAt <= now < closesAt`. */
export type InstantWindow = Readonly<{ opensAt: Instant; closesAt: Instant }>;

/** From the first instant of the first day to the first instant after the last day, in Asia/Shanghai. */
export const instantsOf = ({ opensOn, closesOn }: DayWindow): InstantWindow => ({
  opensAt: startOfDay(opensOn),
  closesAt: endOfDay(closesOn),
});

/** Whether `now` lies in the window. Instants are UTC with milliseconds, so their text order is their order in time. */
export const isOpenAt = ({ opensAt, closesAt }: InstantWindow, now: Instant): boolean =>
  opensAt <= now && now < closesAt;
