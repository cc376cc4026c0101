import { addCalendarDays, type LocalDate, localDateOf } from '@jiangong/calendar';
import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import { REMIND_AGAIN_DAYS, REMINDED_PER_ORDER_MAX, REMINDERS_PER_EVALUATOR_MAX } from '../limits.ts';

/** An officer reminded somebody of the sheet that is still wanted of him; the officer is the fact's actor. */
export type EvaluatorReminded = Fact<
  'EvaluatorReminded.v1',
  Readonly<{ roundId: string; editionId: string; seatId: string; personId: string; remindedAt: string }>
>;

/** When one person was reminded last, and how often. */
export type Reminded = Readonly<{ at: string; times: number }>;
/** The reminders of one round, by person. */
export type Reminders = Readonly<Record<string, Reminded>>;

/** Who sits; `awaited`: he may write and has not handed in. */
export type Sitting = Readonly<{ seatId: string; personId: string; awaited: boolean }>;

/** Reminds those of the named seats, or of all, from whom a sheet is awaited. */
export type RemindEvaluators = Readonly<{
  type: 'RemindEvaluators';
  roundId: string;
  editionId: string;
  /** Why nobody can be reminded in this round now; null: sheets are taken. */
  hindrance: 'ROUND_NOT_OPEN' | 'ROUND_CLOSED' | null;
  sitting: readonly Sitting[];
  /** Empty: all. */
  seatIds: readonly string[];
  now: string;
}>;

export type RemindersRefusal = Refusal<'ROUND_NOT_OPEN' | 'ROUND_CLOSED' | 'SEAT_UNKNOWN' | 'SEAT_TWICE'>;

/** Why somebody is left out of a reminder. */
export const SKIPPED = ['not-awaited', 'reminded-lately', 'reminded-often', 'left-for-next'] as const;
export type Skipped = (typeof SKIPPED)[number];
export type Reminding = Readonly<{ seatId: string; personId: string; skipped: Skipped | null }>;

const againOn = (at: string): LocalDate => addCalendarDays(localDateOf(at), REMIND_AGAIN_DAYS);

const skippedFor = (before: Reminded | undefined, { awaited }: Sitting, now: string): Skipped | null => {
  if (!awaited) return 'not-awaited';
  if (before === undefined) return null;
  if (before.times >= REMINDERS_PER_EVALUATOR_MAX) return 'reminded-often';
  return localDateOf(now) < againOn(before.at) ? 'reminded-lately' : null;
};

/** Whom the order reaches, and why the others are left out: what a dry run answers. */
export const remindingOf = (
  reminders: Reminders,
  { sitting, seatIds, now }: RemindEvaluators,
): readonly Reminding[] => {
  const asked = seatIds.length === 0 ? sitting : sitting.filter(({ seatId }) => seatIds.includes(seatId));
  let reached = 0;
  return asked.map((one) => {
    const { seatId, personId } = one;
    const skipped = skippedFor(reminders[personId], one, now);
    if (skipped !== null) return { seatId, personId, skipped };
    reached += 1;
    return { seatId, personId, skipped: reached > REMINDED_PER_ORDER_MAX ? 'left-for-next' : null };
  });
};

const refusalOf = ({ hindrance, sitting, seatIds }: RemindEvaluators): RemindersRefusal | undefined => {
  if (hindrance !== null) return { reason: hindrance, field: 'roundId' };
  const stranger = seatIds.findIndex((wanted) => !sitting.some(({ seatId }) => seatId === wanted));
  if (stranger !== -1) return { reason: 'SEAT_UNKNOWN', field: `seatIds[${stranger}]` };
  const twice = seatIds.findIndex((wanted, at) => seatIds.indexOf(wanted) !== at);
  return twice === -1 ? undefined : { reason: 'SEAT_TWICE', field: `seatIds[${twice}]` };
};

/** Whoever is left out is no reason to refuse: the answer counts them. */
export const remindersDecider: Decider<Reminders, RemindEvaluators, EvaluatorReminded, RemindersRefusal> = {
  initial: {},
  evolve: (reminders, { data: { personId, remindedAt } }) => ({
    ...reminders,
    [personId]: { at: remindedAt, times: (reminders[personId]?.times ?? 0) + 1 },
  }),
  decide: (reminders, order) => {
    const refusal = refusalOf(order);
    if (refusal) return refusal;
    const { roundId, editionId, now: remindedAt } = order;
    return remindingOf(reminders, order)
      .filter(({ skipped }) => skipped === null)
      .map(({ seatId, personId }) => ({
        type: 'EvaluatorReminded.v1',
        data: { roundId, editionId, seatId, personId, remindedAt },
      }));
  },
};
