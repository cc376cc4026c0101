import { addCalendarDays, type Instant, type LocalDate, localDateOf } from '@jiangong/calendar';
import type { CommandRefusal, Decider, Fact, Refusal } from '@jiangong/event-store';
import type { OpenEditionState } from '../edition/state.ts';
import { REMIND_AGAIN_DAYS, REMINDED_PER_ORDER_MAX, REMINDERS_PER_ACT_MAX } from '../limits.ts';
import {
  ACTS_OF,
  type Awaited,
  awaitedFrom,
  isNominatedByUnits,
  isPartOf,
  type NominatorsPart,
  openUntil,
  type RemindedAct,
} from './awaited.ts';

/** An officer reminded a nominator of what is awaited from it; the officer is the fact's actor. */
export type NominatorReminded = Fact<
  'NominatorReminded.v1',
  Readonly<{ editionId: string; nominatorId: string; act: RemindedAct; dueAt: Instant; remindedAt: Instant }>
>;

/** When one nominator was reminded of one act last, and how often. */
export type Reminded = Readonly<{ at: Instant; times: number }>;
/** The reminders of one edition, by act and nominator. */
export type Reminders = ReadonlyMap<string, Reminded>;

export const reminderKey = ({ act, nominatorId }: Pick<Awaited, 'act' | 'nominatorId'>): string =>
  `${act} ${nominatorId}`;

/** Reminds the named nominators, or all, from whom the act is awaited. */
export type RemindNominators = Readonly<{
  type: 'RemindNominators';
  edition: OpenEditionState;
  act: RemindedAct;
  /** All that may nominate in the edition, as their entries stand. */
  parts: readonly NominatorsPart[];
  /** Empty: all from whom it is awaited. */
  nominatorIds: readonly string[];
  now: Instant;
}>;

export type RemindersReason =
  | 'EDITION_CLOSED'
  | 'EDITION_ABANDONED'
  | 'NOBODY_TO_REMIND'
  | 'STAGE_NOT_OPEN'
  | 'NOMINATOR_NOT_FOUND'
  | 'NOMINATOR_TWICE';
export type RemindersRefusal = Refusal<RemindersReason> | CommandRefusal;

/** Why somebody is left out of a reminder. */
export const SKIPPED = ['not-awaited', 'reminded-lately', 'reminded-often', 'left-for-next'] as const;
export type Skipped = (typeof SKIPPED)[number];
export type Reminding = Readonly<{ nominatorId: string; awaited: Awaited | null; skipped: Skipped | null }>;

const againOn = (at: Instant): LocalDate => addCalendarDays(localDateOf(at), REMIND_AGAIN_DAYS);

const skippedFor = (before: Reminded | undefined, now: Instant): Skipped | null => {
  if (before === undefined) return null;
  if (before.times >= REMINDERS_PER_ACT_MAX) return 'reminded-often';
  return localDateOf(now) < againOn(before.at) ? 'reminded-lately' : null;
};

/** Whom the order reaches, and why the others are left out: what a dry run answers. */
export const remindingOf = (reminders: Reminders, order: RemindNominators): readonly Reminding[] => {
  const { edition, act, parts, nominatorIds, now } = order;
  const awaited = new Map(
    parts.flatMap((part) =>
      awaitedFrom(edition, part, now)
        .filter((one) => one.act === act)
        .map((one) => [one.nominatorId, one] as const),
    ),
  );
  let reached = 0;
  return (nominatorIds.length === 0 ? [...awaited.keys()] : nominatorIds).map((nominatorId) => {
    const one = awaited.get(nominatorId);
    if (one === undefined) return { nominatorId, awaited: null, skipped: 'not-awaited' };
    const skipped = skippedFor(reminders.get(reminderKey(one)), now);
    if (skipped !== null) return { nominatorId, awaited: one, skipped };
    reached += 1;
    return { nominatorId, awaited: one, skipped: reached > REMINDED_PER_ORDER_MAX ? 'left-for-next' : null };
  });
};

/** The act is open to nobody now: neither by the calendar nor late. */
const stageRefusal = ({ edition, act, now }: RemindNominators): RemindersRefusal | undefined => {
  if (act === 'answer-return' || openUntil(edition, ACTS_OF[act], null, now) !== undefined) return undefined;
  const stage = edition.stages.find((one) => ACTS_OF[act].includes(one.act));
  const { stageId = '', opensAt = '', closesAt = '' } = stage ?? {};
  return { reason: 'STAGE_NOT_OPEN', field: 'act', details: { stage: stageId, opensAt, closesAt } };
};

const namedRefusal = ({ parts, nominatorIds }: RemindNominators): RemindersRefusal | undefined => {
  const known = new Set(parts.map(({ nominatorId }) => nominatorId));
  const unknown = nominatorIds.findIndex((nominatorId) => !known.has(nominatorId));
  if (unknown >= 0) return { reason: 'NOMINATOR_NOT_FOUND', field: `nominatorIds[${unknown}]` };
  const twice = nominatorIds.findIndex((nominatorId, at) => nominatorIds.indexOf(nominatorId) < at);
  return twice < 0 ? undefined : { reason: 'NOMINATOR_TWICE', field: `nominatorIds[${twice}]` };
};

const refusalOf = (order: RemindNominators): RemindersRefusal | undefined => {
  const { edition, act } = order;
  if (edition.kind === 'closed') return { reason: 'EDITION_CLOSED' };
  if (edition.kind === 'abandoned') return { reason: 'EDITION_ABANDONED' };
  if (!isNominatedByUnits(edition) || !isPartOf(edition, act)) return { reason: 'NOBODY_TO_REMIND', field: 'act' };
  return stageRefusal(order) ?? namedRefusal(order);
};

/** Whoever is left out is no reason to refuse: the answer names them. */
export const remindersDecider: Decider<Reminders, RemindNominators, NominatorReminded, RemindersRefusal> = {
  initial: new Map(),
  evolve: (reminders, { data }) => {
    const key = reminderKey(data);
    return new Map(reminders).set(key, { at: data.remindedAt, times: (reminders.get(key)?.times ?? 0) + 1 });
  },
  decide: (reminders, order) => {
    const refusal = refusalOf(order);
    if (refusal) return refusal;
    const { editionId } = order.edition.terms;
    return remindingOf(reminders, order).flatMap(({ awaited, skipped }) => {
      if (awaited === null || skipped !== null) return [];
      const { nominatorId, act, dueAt } = awaited;
      return [{ type: 'NominatorReminded.v1', data: { editionId, nominatorId, act, dueAt, remindedAt: order.now } }];
    });
  },
};
