import type { Refusal } from '@jiangong/event-store';
import { addCalendarDays, instantAfter, localDateOf, startOfDay } from '@jiangong/calendar';
import { isOptionalKind, kindOf, type MessageKind, type OptionalKind } from './kinds.ts';

/** Between these two clock times of Shanghai (`HH:MM`) nothing but what is urgent is sent; over midnight when `from` is the later. */
export type QuietHours = Readonly<{ from: string; until: string }>;

/** What a person wants by mail. Her own, changed at will, and nobody else's matter: a row, no event. */
export type Preferences = Readonly<{
  off: readonly OptionalKind[];
  quiet: QuietHours | null;
  /** At this clock time of Shanghai one letter a day brings everything that is not urgent; null: each message by itself. */
  digestAt: string | null;
}>;

export type PreferenceRefusal = Refusal<'KIND_NOT_OPTIONAL' | 'QUIET_HOURS_INVALID' | 'DIGEST_TIME_INVALID'>;

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
const MINUTE_MS = 60_000;

/** Checks what a person asks for. Quiet hours are given whole or not at all. */
export const preferencesOf = (
  asked: Readonly<{ off: readonly string[]; quietFrom: string; quietUntil: string; digestAt: string }>,
): Preferences | PreferenceRefusal => {
  const off = [...new Set(asked.off)].toSorted();
  if (!off.every(isOptionalKind)) return { reason: 'KIND_NOT_OPTIONAL', field: 'off' };
  const { quietFrom: from, quietUntil: until } = asked;
  if (asked.digestAt !== '' && !CLOCK_TIME.test(asked.digestAt))
    return { reason: 'DIGEST_TIME_INVALID', field: 'digestAt' };
  const digestAt = asked.digestAt === '' ? null : asked.digestAt;
  if (from === '' && until === '') return { off, quiet: null, digestAt };
  if (!CLOCK_TIME.test(from)) return { reason: 'QUIET_HOURS_INVALID', field: 'quietFrom' };
  if (!CLOCK_TIME.test(until) || from === until) return { reason: 'QUIET_HOURS_INVALID', field: 'quietUntil' };
  return { off, quiet: { from, until }, digestAt };
};

/** The instant of a clock time on a day of Shanghai. */
const at = (day: string, clockTime: string): string => {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return instantAfter(startOfDay(day), (hours * 60 + minutes) * MINUTE_MS);
};

/** The end of the quiet hours that `now` lies in; `now` itself outside of them. */
export const afterQuiet = (now: string, { from, until }: QuietHours): string => {
  const today = localDateOf(now);
  const [begins, ends] = [at(today, from), at(today, until)];
  if (begins < ends) return now >= begins && now < ends ? ends : now;
  if (now < ends) return ends;
  return now >= begins ? at(addCalendarDays(today, 1), until) : now;
};

/** The next time that a clock shows this after `now`. */
const nextAt = (now: string, clockTime: string): string => {
  const today = localDateOf(now);
  const todays = at(today, clockTime);
  return todays > now ? todays : at(addCalendarDays(today, 1), clockTime);
};

/** `gathered`: it goes with whatever else waits for that moment, in one letter. */
export type Sending = Readonly<{ send: true; at: string; gathered: boolean }> | Readonly<{ send: false }>;

/** Whether and when a message goes out to somebody with these preferences. */
export const sendingOf = (template: string, { off, quiet, digestAt }: Preferences, now: string): Sending => {
  const kind: MessageKind = kindOf(template);
  if (isOptionalKind(kind) && off.includes(kind)) return { send: false };
  if (kind === 'urgent') return { send: true, at: now, gathered: false };
  const wanted = digestAt === null ? now : nextAt(now, digestAt);
  return { send: true, at: quiet === null ? wanted : afterQuiet(wanted, quiet), gathered: digestAt !== null };
};
