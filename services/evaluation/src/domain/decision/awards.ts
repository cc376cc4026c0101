import type { Refusal } from '@jiangong/event-store';
import { type Award, NO_RULE, type Terms } from './award.ts';
import type { Decidable } from './decidable.ts';
import { derivedBy, type Held } from './derive.ts';
import { type Earned, earnedOf, isOnEntries, plannedOf } from './earn.ts';
import { AWARDS_MAX } from './limits.ts';
import type { AwardRule } from './outcome-table.ts';
import type { TermsReason } from './refusals.ts';

type TermsRefusal = Refusal<TermsReason>;

const choicesRefusal = (earned: readonly Earned[], { choices }: Terms): TermsRefusal | undefined => {
  for (const [at, { rule, entryIds }] of choices.entries()) {
    const field = `choices[${at}]`;
    const asked = earned.find((one) => one.rule.id === rule);
    if (asked === undefined) return { reason: 'RULE_UNKNOWN', field: `${field}.rule` };
    if (choices.findIndex((other) => other.rule === rule) !== at)
      return { reason: 'CHOICE_TWICE', field: `${field}.rule` };
    const stranger = entryIds.findIndex((id, place) => !asked.open.includes(id) || entryIds.indexOf(id) !== place);
    if (stranger !== -1) return { reason: 'CHOICE_NOT_OPEN', field: `${field}.entryIds[${stranger}]` };
  }
  const open = earned.find(
    ({ rule, open: ids }) => ids.length > 0 && !choices.some((choice) => choice.rule === rule.id),
  );
  if (open === undefined) return undefined;
  return {
    reason: 'CHOICE_NEEDED',
    field: 'choices',
    details: { rule: open.rule.id, room: open.room, open: open.open.length },
  };
};

const departureRefusal = (
  decidable: Decidable,
  earned: ReadonlyMap<string, AwardRule>,
  terms: Terms,
): TermsRefusal | undefined => {
  const known =
    decidable.basis === 'list'
      ? decidable.entries.map(({ entryId }) => entryId)
      : (decidable.result?.ranking ?? []).map(({ entryId }) => entryId);
  for (const [at, { entryId, rule }] of terms.departures.entries()) {
    const field = (name: string) => `departures[${at}].${name}`;
    if (!known.includes(entryId)) return { reason: 'ENTRY_NOT_RANKED', field: field('entryId') };
    if (terms.departures.findIndex((other) => other.entryId === entryId) !== at)
      return { reason: 'DEPARTURE_TWICE', field: field('entryId') };
    const to = decidable.outcome.find(({ id }) => id === rule);
    if (rule !== NO_RULE && (to === undefined || !isOnEntries(to)))
      return { reason: 'RULE_UNKNOWN', field: field('rule') };
    const from = earned.get(entryId);
    if ((from?.id ?? NO_RULE) === rule) return { reason: 'NO_DEPARTURE', field: field('rule') };
    const closed = [from, to].find((one) => one !== undefined && one.decide !== 'party');
    if (!decidable.party.departures || closed !== undefined)
      return { reason: 'DEPARTURES_NOT_OPEN', field: field('rule') };
  }
  return undefined;
};

/** More than planned only where the template lets equals in, or the body says so with a reason (vocabulary, rule 9). */
const excessRefusal = (earned: readonly Earned[], held: Held, { exceeding }: Terms): TermsRefusal | undefined => {
  const exceeds = earned.flatMap(({ rule, planned, entryIds, open }) => {
    const given = held.get(rule.id)?.size ?? 0;
    // What equal ranks add by the template's own choice is no excess; what the body let in at an open edge is.
    const allowed = planned === null ? Infinity : open.length > 0 ? planned : Math.max(planned, entryIds.length);
    return given > allowed ? [{ rule: rule.id, planned: planned ?? 0, given }] : [];
  });
  const unsaid = exceeds.find(({ rule }) => !exceeding.includes(rule));
  if (unsaid) return { reason: 'AWARDS_EXCEED_PLAN', field: 'departures', details: unsaid };
  const idle = exceeding.findIndex(
    (rule, at) => !exceeds.some((one) => one.rule === rule) || exceeding.indexOf(rule) !== at,
  );
  return idle === -1 ? undefined : { reason: 'NOTHING_EXCEEDS', field: `exceeding[${idle}]` };
};

/** What entries have after the departures: an entry has exactly what the body gave it, and nobody else moves because of it. */
const heldAfter = (earned: readonly Earned[], { departures }: Terms): Map<string, Set<string>> => {
  const departed = new Set(departures.map(({ entryId }) => entryId));
  const held = new Map(
    earned.map(({ rule, entryIds }) => [rule.id, new Set(entryIds.filter((id) => !departed.has(id)))]),
  );
  for (const { entryId, rule } of departures) held.get(rule)?.add(entryId);
  return held;
};

const entryAwards = (rule: AwardRule, decidable: Decidable, held: Held, terms: Terms): readonly Award[] => {
  const ranks = new Map(decidable.result?.ranking.map(({ entryId, rank }) => [entryId, rank]));
  const shared = (rank: number | undefined): boolean =>
    rank !== undefined && [...ranks.values()].filter((other) => other === rank).length > 1;
  return decidable.entries
    .filter(({ entryId }) => held.get(rule.id)?.has(entryId) === true)
    .map(({ entryId, subject }) => ({
      rule: rule.id,
      code: rule.code,
      gives: rule.gives,
      holder: { kind: subject.kind, id: subject.id },
      entryId,
      rank: ranks.get(entryId) ?? null,
      shared: shared(ranks.get(entryId)),
      departed: terms.departures.some((departure) => departure.entryId === entryId),
    }))
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.entryId < b.entryId ? -1 : 1));
};

/** Everything that follows from the result and what the body decided: entries first, then those behind them; rule by rule. */
export const awardsOf = (decidable: Decidable, terms: Terms): readonly Award[] | TermsRefusal => {
  const earned = earnedOf(decidable, terms.choices);
  const byEntry = new Map(
    earned.toReversed().flatMap(({ rule, entryIds }) => entryIds.map((id) => [id, rule] as const)),
  );
  const refusal = choicesRefusal(earned, terms) ?? departureRefusal(decidable, byEntry, terms);
  if (refusal) return refusal;
  const held: Map<string, ReadonlySet<string>> = heldAfter(earned, terms);
  const excess = excessRefusal(earned, held, terms);
  if (excess) return excess;
  const awards = decidable.outcome.flatMap((rule): readonly Award[] => {
    if (isOnEntries(rule)) return entryAwards(rule, decidable, held, terms);
    const derived = derivedBy(rule, decidable, held, plannedOf(rule, decidable));
    const won = derived.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]));
    held.set(rule.id, new Set(won));
    const { id, code, gives } = rule;
    return derived.map((one) => ({ rule: id, code, gives, ...one, departed: false }));
  });
  if (awards.length <= AWARDS_MAX) return awards;
  return { reason: 'TOO_MANY_AWARDS', field: 'roundId', details: { awards: awards.length, awardsMax: AWARDS_MAX } };
};

/** Whether two lists of awards say the same: what was attested is what takes effect. */
export const sameAwards = (a: readonly Award[], b: readonly Award[]): boolean =>
  a.length === b.length &&
  a.every((award, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      award.rule === other.rule &&
      award.code === other.code &&
      award.holder.kind === other.holder.kind &&
      award.holder.id === other.holder.id &&
      award.entryId === other.entryId &&
      award.rank === other.rank &&
      award.departed === other.departed
    );
  });
