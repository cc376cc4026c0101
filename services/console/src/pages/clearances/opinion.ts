import type { Cleared, Scope } from '../../api/questions/review.ts';

export type Outcome = 'cleared' | 'blocked';

/** What an inspector has chosen and written so far. */
export type Opinion = Readonly<{
  outcomes: Readonly<Partial<Record<Scope, Outcome>>>;
  number: string;
  why: string;
  /** Needs that were looked up and are met. */
  met: readonly string[];
}>;

export const NO_OPINION: Opinion = { outcomes: {}, number: '', why: '', met: [] };

const SCOPES: readonly Scope[] = ['entry', 'leader', 'unit'];
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isOutcome = (value: unknown): value is Outcome => value === 'cleared' || value === 'blocked';

/** What an earlier page kept, as far as this one knows it. */
export const restoredOpinion = (kept: unknown): Opinion | null => {
  if (!isRecord(kept)) return null;
  const given = isRecord(kept['outcomes']) ? kept['outcomes'] : {};
  const outcomes = SCOPES.flatMap((scope) => {
    const outcome = given[scope];
    return isOutcome(outcome) ? [[scope, outcome] as const] : [];
  });
  const met = Array.isArray(kept['met']) ? kept['met'].filter((need) => typeof need === 'string') : [];
  return { outcomes: Object.fromEntries(outcomes), number: textOf(kept['number']), why: textOf(kept['why']), met };
};

export const allCleared = (opinion: Opinion, scopes: readonly Scope[]): Opinion => ({
  ...opinion,
  outcomes: Object.fromEntries(scopes.map((scope) => [scope, 'cleared' as const])),
});

export const isBlocking = ({ outcomes }: Opinion, scopes: readonly Scope[]): boolean =>
  scopes.some((scope) => outcomes[scope] === 'blocked');

/** What is lacking before it can be given; null: nothing. */
export const lackingIn = (
  opinion: Opinion,
  scopes: readonly Scope[],
  needs: readonly string[],
): 'outcomes' | 'needs' | 'number' | 'why' | null => {
  if (scopes.some((scope) => opinion.outcomes[scope] === undefined)) return 'outcomes';
  if (!isBlocking(opinion, scopes) && needs.some((need) => !opinion.met.includes(need))) return 'needs';
  if (opinion.number.trim() === '') return 'number';
  return isBlocking(opinion, scopes) && opinion.why.trim() === '' ? 'why' : null;
};

/** As it is sent: a reason only where something is blocked, and there no word about needs. */
export const toSend = (opinion: Opinion, scopes: readonly Scope[], needs: readonly string[]): Cleared => ({
  opinions: scopes.flatMap((scope) => {
    const outcome = opinion.outcomes[scope];
    return outcome === undefined ? [] : [{ scope, outcome }];
  }),
  opinionNumber: opinion.number.trim(),
  why: isBlocking(opinion, scopes) ? opinion.why.trim() : '',
  needsMet: isBlocking(opinion, scopes) ? [] : needs.filter((need) => opinion.met.includes(need)),
});
