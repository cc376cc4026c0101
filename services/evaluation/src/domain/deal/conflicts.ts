import { localDateOf } from '@jiangong/calendar';
import { causesOf } from '../sheet/sheet-round.ts';
import { entriesIn, type RunningRound, type Seat } from '../round/state.ts';
import type { ConflictCause } from './facts.ts';
import type { Sitting } from './orders.ts';
import type { DealRules } from './rules.ts';

export type Conflict = Readonly<{
  seatId: string;
  personId: string;
  entryId: string;
  cause: ConflictCause;
  dismissed: string | null;
}>;

/** The same day so many years before, to be compared as text: where it is none, the end of that month is as good. */
const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/** Units that somebody left less than so many years ago. */
const formerUnits = ({ former }: Sitting, years: number | null, now: string): ReadonlySet<string> => {
  if (years === null) return new Set();
  const since = yearsBefore(localDateOf(now), years);
  return new Set(former.filter(({ leftOn }) => leftOn > since).map(({ homeId }) => homeId));
};

/**
 * What keeps a seat from entries: what its holder is and has declared, and where he was before. The latter alone can be dismissed here: a
 * declared word is lifted, and nobody judges his own.
 */
export const conflictsOf = (
  round: RunningRound,
  seat: Seat,
  person: Sitting,
  { rules, now }: Readonly<{ rules: DealRules; now: string }>,
): readonly Conflict[] => {
  const former = formerUnits(person, rules.formerYears, now);
  const causes = new Map(causesOf(round, seat, person).map(({ entryId, recused }) => [entryId, recused]));
  return entriesIn(round).flatMap(({ entryId, homeId }): readonly Conflict[] => {
    const cause = causes.get(entryId) ?? (former.has(homeId) ? 'former-unit' : null);
    if (cause === null) return [];
    const { personId } = person;
    const word =
      cause === 'former-unit'
        ? round.dealing.dismissed.find((one) => one.personId === personId && one.entryId === entryId)?.reason
        : undefined;
    return [{ seatId: seat.seatId, personId, entryId, cause, dismissed: word ?? null }];
  });
};
