import { type Instant, isOpenAt } from '@jiangong/calendar';
import type { OpenEditionState } from '../edition/state.ts';
import { isBringing } from '../entries/bringing.ts';
import { type Act, hasAct } from '../programme.ts';

/** What a nominator can be reminded of. */
export const REMINDED_ACTS = ['plan', 'declare', 'answer-return'] as const;
export type RemindedAct = (typeof REMINDED_ACTS)[number];

export const isRemindedAct = (word: string): word is RemindedAct => (REMINDED_ACTS as readonly string[]).includes(word);

/** How the entries of one nominator stand in an edition. */
export type NominatorsPart = Readonly<{
  nominatorId: string;
  /** Those that were not taken back. */
  entries: number;
  planned: number;
  underway: number;
  /** Those on a roll that have brought nothing of their own yet. */
  unbrought: number;
  /** Those that take a place of the quota. */
  placed: number;
  /** Returned ones that can be declared again still, and the first moment at which one of them no longer can; empty: none. */
  returned: number;
  redeclareUntil: Instant;
}>;

/** An act that is awaited from a nominator. `waiting`: entries that wait for it; 0: there is none yet. */
export type Awaited = Readonly<{ nominatorId: string; act: RemindedAct; waiting: number; dueAt: Instant }>;

type Edition = Pick<OpenEditionState, 'terms' | 'stages' | 'lateEntries'>;

const PLANNING: readonly Act[] = ['plan', 'propose'];
const DECLARING: readonly Act[] = ['declare'];
export const ACTS_OF: Readonly<Record<Exclude<RemindedAct, 'answer-return'>, readonly Act[]>> = {
  plan: PLANNING,
  declare: DECLARING,
};

/** The role that nominates, or brings what is asked of whoever stands on a roll, where units do so; templates without it know nobody to remind. */
export const isNominatedByUnits = ({ terms: { tables } }: Pick<Edition, 'terms'>): boolean => {
  const bringing = isBringing({ tables }) ? tables.stages.filter(({ act }) => act === 'declare') : [];
  const acting = [tables.nominator, ...bringing.flatMap(({ by }) => by)];
  return tables.parties.some(({ partyId, role }) => acting.includes(partyId) && role === 'unit-officer');
};

/** The last moment of the acts that are open for this nominator now, by the calendar or late; undefined: none is. */
export const openUntil = (
  { stages, lateEntries }: Pick<Edition, 'stages' | 'lateEntries'>,
  acts: readonly Act[],
  nominatorId: string | null,
  now: Instant,
): Instant | undefined =>
  [
    ...stages.filter((stage) => acts.includes(stage.act) && isOpenAt(stage, now)).map(({ closesAt }) => closesAt),
    ...lateEntries
      .filter((late) => acts.includes(late.act) && (nominatorId === null || late.nominatorId === nominatorId))
      .filter(({ from, untilAt }) => from <= now && now < untilAt)
      .map(({ untilAt }) => untilAt),
  ]
    .toSorted()
    .at(-1);

const planAwaited = (edition: Edition, part: NominatorsPart, now: Instant): readonly Awaited[] => {
  const { nominatorId, entries, planned } = part;
  if (edition.terms.tables.intake !== 'plan-then-declare' || (entries > 0 && planned === 0)) return [];
  const dueAt = openUntil(edition, PLANNING, nominatorId, now);
  return dueAt === undefined ? [] : [{ nominatorId, act: 'plan', waiting: planned, dueAt }];
};

/** Of a unit whose organizations stand on the roll: those that have brought nothing yet. */
const bringAwaited = (edition: Edition, part: NominatorsPart, now: Instant): readonly Awaited[] => {
  const { nominatorId, unbrought: waiting } = part;
  const dueAt = waiting === 0 ? undefined : openUntil(edition, DECLARING, nominatorId, now);
  return dueAt === undefined ? [] : [{ nominatorId, act: 'declare', waiting, dueAt }];
};

/** Whoever has declared nothing yet; where entries are planned first, whoever has one that he could declare. */
const declareAwaited = (edition: Edition, part: NominatorsPart, now: Instant): readonly Awaited[] => {
  const { nominatorId, placed, underway } = part;
  if (isBringing(edition.terms)) return bringAwaited(edition, part, now);
  const isPlanned = edition.terms.tables.intake === 'plan-then-declare';
  if (placed > 0 || (isPlanned && underway === 0)) return [];
  const dueAt = openUntil(edition, DECLARING, nominatorId, now);
  return dueAt === undefined ? [] : [{ nominatorId, act: 'declare', waiting: underway, dueAt }];
};

const returnAwaited = ({ nominatorId, returned, redeclareUntil }: NominatorsPart): readonly Awaited[] =>
  returned === 0 ? [] : [{ nominatorId, act: 'answer-return', waiting: returned, dueAt: redeclareUntil }];

/** What is awaited from one nominator and can be done still: nobody is told to be late with what is no longer possible. */
export const awaitedFrom = (edition: Edition, part: NominatorsPart, now: Instant): readonly Awaited[] =>
  isNominatedByUnits(edition)
    ? [...planAwaited(edition, part, now), ...declareAwaited(edition, part, now), ...returnAwaited(part)]
    : [];

/** Whether the edition has what is done in this act at all. */
export const isPartOf = ({ terms: { tables } }: Pick<Edition, 'terms'>, act: RemindedAct): boolean =>
  act === 'answer-return' ? hasAct(tables, 'declare') : ACTS_OF[act].some((one) => hasAct(tables, one));
