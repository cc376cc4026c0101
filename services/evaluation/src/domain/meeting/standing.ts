import { addCalendarDays, localDateOf } from '@jiangong/calendar';
import { isRefused, undecided } from '../round/standing.ts';
import { isRunning, latestResult, type PreparedRound, type Round, type RunningRound } from '../round/state.ts';
import type { MeetingRefusal } from './refusals.ts';
import type { MeetingRules } from './rules.ts';
import type { MeetingGround } from './ground.ts';
import { type Meeting, unheld, type WaitingRecord } from './state.ts';

/** The meetings that belong to this round. */
export const meetingsIn = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): readonly MeetingRules[] =>
  (tables.meetings ?? []).filter((one) => one.phase === phase);

export const meetingOf = (round: Round, stageId: string): Meeting =>
  (isRunning(round) ? round.meetings?.find((one) => one.stageId === stageId) : undefined) ?? unheld(stageId);

/** The days that the calendar gives a meeting: those of the stages that run with it, as far as they are known; else of the round. */
export const daysOf = (
  { stageWindows, window }: Pick<PreparedRound, 'stageWindows' | 'window'>,
  { beside }: MeetingRules,
): Readonly<{ first: string; last: string }> | null => {
  const own = stageWindows.filter(({ stageId }) => beside.includes(stageId));
  const all = own.length > 0 || window === null ? own : [window];
  const opens = all.map(({ opensAt }) => opensAt).toSorted();
  // The vote is held at the meeting, what is scored beside it may take longer. A window ends as the day after its last begins.
  const closes = all.map(({ closesAt }) => closesAt).toSorted();
  const [opensAt] = opens;
  const [closesAt] = closes;
  if (opensAt === undefined || closesAt === undefined) return null;
  return { first: localDateOf(opensAt), last: addCalendarDays(localDateOf(closesAt), -1) };
};

/** A round in which something of a meeting may still be written down: until a body decides over what came of it. */
export const recordable = (round: Round): RunningRound | MeetingRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live as MeetingRefusal;
  return isRunning(live) ? live : { reason: 'ROUND_NOT_OPEN', field: 'roundId' };
};

/** Whether a result rests on what was voted at it. */
export const isCounted = (round: RunningRound): boolean => latestResult(round) !== undefined;

/**
 * How many may have been handed a paper of a ballot that is voted at a meeting: whoever was present at the meeting that stands on record, nobody
 * before one does; null: the ballot is voted at no meeting.
 */
export const attendanceAt = (round: PreparedRound, sourceId: string): number | null => {
  const rules = meetingsIn(round).find(({ polls }) => polls.includes(sourceId));
  return rules === undefined ? null : (meetingOf(round, rules.stageId).stands?.attendance ?? 0);
};

/** Why somebody does not attest what waits; null: he may. */
export const attestHindrance = (
  record: WaitingRecord,
  { personId, attestingGrant }: MeetingGround,
): 'MEETING_NOT_YOURS' | 'OWN_RECORD' | 'NOT_AT_MEETING' | null => {
  if (attestingGrant === null) return 'MEETING_NOT_YOURS';
  if (record.by === personId) return 'OWN_RECORD';
  // That there was no meeting any leader may say.
  return record.kind !== 'withdrawal' && !record.present.includes(personId) ? 'NOT_AT_MEETING' : null;
};

/** What of its meetings a round waits for that something on paper is voted at: to be written down from their first day on, and to be attested. */
export const awaitedOf = (
  round: PreparedRound,
  ground: MeetingGround,
  today: string,
): Readonly<{ records: number; attests: number }> => {
  const voted = meetingsIn(round).filter(({ polls }) => polls.length > 0);
  const found = voted.map((rules) => {
    const { stands, waits } = meetingOf(round, rules.stageId);
    const first = daysOf(round, rules)?.first;
    const isDue = first !== undefined && first <= today;
    return { isAwaited: isDue && stands === null && waits === null, waits };
  });
  return {
    records: found.filter(({ isAwaited }) => isAwaited).length,
    attests: found.filter(({ waits }) => waits !== null && attestHindrance(waits, ground) === null).length,
  };
};
