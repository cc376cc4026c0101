import { addCalendarDays, type Instant, isLocalDate, type LocalDate, localDateOf } from '@jiangong/calendar';
import { textRefusal } from '@jiangong/wording';
import type { By } from '../by.ts';
import * as texts from '../limits.ts';
import * as limits from './limits.ts';
import type { ProblemRef } from './facts.ts';
import type { ProblemRefusal } from './orders.ts';
import type { Owner, Told, Turns } from './state.ts';

export const isWord = <T extends string>(words: readonly T[], word: string): word is T =>
  (words as readonly string[]).includes(word);

export const unknownWord = (field: string): ProblemRefusal => ({ reason: 'WORD_UNKNOWN', field });

/** A reason, or what somebody says beside an order. */
export const whyRefusal = (why: string, field = 'why'): ProblemRefusal | undefined =>
  textRefusal(why, { field, charactersMax: texts.REASON_CHARACTERS_MAX, lines: 'many' });

export const proseRefusal = (text: string, field: string): ProblemRefusal | undefined =>
  textRefusal(text, { field, charactersMax: texts.TEXT_CHARACTERS_MAX, lines: 'many' });

export const titleRefusal = (title: string): ProblemRefusal | undefined =>
  textRefusal(title, { field: 'title', charactersMax: texts.TITLE_CHARACTERS_MAX, lines: 'one' });

/** A deadline lies ahead, today counted, and within a year. */
export const dueRefusal = (dueOn: LocalDate, now: Instant): ProblemRefusal | undefined => {
  if (!isLocalDate(dueOn)) return { reason: 'DATE_INVALID', field: 'dueOn' };
  const today = localDateOf(now);
  const latest = addCalendarDays(today, limits.DEADLINE_DAYS_MAX);
  return dueOn < today || dueOn > latest
    ? { reason: 'PROBLEM_DEADLINE_INVALID', field: 'dueOn', details: { earliest: today, latest } }
    : undefined;
};

/** So often at once; after that one more when enough days have passed. */
export const turnsRefusal = (
  { count, lastOn }: Turns,
  now: Instant,
  max: number = limits.TURNS_MAX,
): ProblemRefusal | undefined => {
  if (count < max) return undefined;
  const again = addCalendarDays(lastOn, limits.TURN_AGAIN_DAYS);
  return localDateOf(now) < again ? { reason: 'PROBLEM_TURNED_TOO_OFTEN', details: { max, again } } : undefined;
};

/** Whoever answers for it at the owner; its unit's officer may always. Where he holds the role, the access rule has looked at. */
export const ownerRefusal = ({ ownerRole }: Owner, { role }: By): ProblemRefusal | undefined =>
  role === ownerRole || role === 'unit-officer'
    ? undefined
    : { reason: 'PROBLEM_NOT_YOURS', details: { role, ownerRole } };

/** Nobody judges what his own organization has to solve. */
export const judgeRefusal = ({ ofOwner }: Readonly<{ ofOwner: boolean }>): ProblemRefusal | undefined =>
  ofOwner ? { reason: 'PROBLEM_OWN_ORGANIZATION' } : undefined;

/** Closed by a second person: none who told a measure or handed in, and not who found it. */
export const secondRefusal = ({ foundBy, hands }: Told, { personId }: By): ProblemRefusal | undefined =>
  personId === '' || personId === foundBy || hands.includes(personId)
    ? { reason: 'PROBLEM_SECOND_PERSON_NEEDED' }
    : undefined;

export const refOf = ({ ref }: Told, owner?: Readonly<{ ownerId: string }>): ProblemRef => ({
  ...ref,
  ...(owner && { ownerId: owner.ownerId }),
});

export const whoOf = ({ personId, role }: By) => ({ personId, role });
