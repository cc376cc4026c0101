import type { Refusal } from '@jiangong/event-store';
import type { Outcome } from '@jiangong/scoring';
import { unansweredDetails, unansweredOf } from '../answer/reach.ts';
import { type Award, type Holder, NO_RULE, type Terms } from './award.ts';
import type { Decidable } from './decidable.ts';
import type { DecidedEntry } from './decided-entry.ts';
import { AWARDS_MAX } from './limits.ts';
import { type Earned, earnedOf, exceededBy, isOnEntries, outcomeOf, ruleOf } from './outcome.ts';
import type { AwardRule } from './outcome-table.ts';
import type { TermsReason } from './refusals.ts';
import { isDecidedHere } from './decided-here.ts';
import { partRefusal, shareRefusal } from './unit-part.ts';

type TermsRefusal = Refusal<TermsReason>;

const chosenOf = (subjects: readonly string[], entryIds: readonly string[]): number =>
  entryIds.filter((id) => subjects.includes(id)).length;

/** Where a rule is the body's choice as a whole, it chooses: it departs from nothing, and never beyond the number. */
const choicesRefusal = (earned: readonly Earned[], { choices }: Terms): TermsRefusal | undefined => {
  for (const [at, { rule, entryIds }] of choices.entries()) {
    const field = `choices[${at}]`;
    const asked = earned.find((one) => one.rule.id === rule);
    if (asked === undefined) return { reason: 'RULE_UNKNOWN', field: `${field}.rule` };
    if (choices.findIndex((other) => other.rule === rule) !== at)
      return { reason: 'CHOICE_TWICE', field: `${field}.rule` };
    const stranger = entryIds.findIndex((id, place) => !asked.open.includes(id) || entryIds.indexOf(id) !== place);
    if (stranger !== -1) return { reason: 'CHOICE_NOT_OPEN', field: `${field}.entryIds[${stranger}]` };
    const beyond = asked.limits.find(({ subjects, atMost }) => chosenOf(subjects, entryIds) > atMost);
    if (beyond !== undefined)
      return {
        reason: 'CHOICE_ABOVE_MOST',
        field: `${field}.entryIds`,
        details: { rule, chosen: chosenOf(beyond.subjects, entryIds), atMost: beyond.atMost },
      };
  }
  const unsettled = earned.find(
    ({ rule, open }) => open.length > 0 && !choices.some((choice) => choice.rule === rule.id),
  );
  if (unsettled === undefined) return undefined;
  const { rule, room, open } = unsettled;
  return { reason: 'CHOICE_NEEDED', field: 'choices', details: { rule: rule.id, room, open: open.length } };
};

/** Who may be given something else: the ranked ones, or those on the list. */
const candidatesOf = ({ basis, entries, result }: Decidable): readonly string[] =>
  (basis === 'list' ? entries : (result?.ranking ?? [])).map(({ entryId }) => entryId);

const departureRefusal = (
  decidable: Decidable,
  from: ReadonlyMap<string, AwardRule>,
  { departures }: Terms,
): TermsRefusal | undefined => {
  const candidates = candidatesOf(decidable);
  for (const [at, { entryId, rule }] of departures.entries()) {
    const field = (name: string) => `departures[${at}].${name}`;
    if (!candidates.includes(entryId)) return { reason: 'ENTRY_NOT_RANKED', field: field('entryId') };
    if (departures.findIndex((other) => other.entryId === entryId) !== at)
      return { reason: 'DEPARTURE_TWICE', field: field('entryId') };
    const to = decidable.outcome.find(({ id }) => id === rule);
    if (rule !== NO_RULE && (to === undefined || !isOnEntries(to)))
      return { reason: 'RULE_UNKNOWN', field: field('rule') };
    const before = from.get(entryId);
    if ((before?.id ?? NO_RULE) === rule) return { reason: 'NO_DEPARTURE', field: field('rule') };
    const closed = [before, to].find(
      (one) => one !== undefined && (one.decide !== 'party' || one.pick.by === 'choice'),
    );
    if (!decidable.party.departures || closed !== undefined)
      return { reason: 'DEPARTURES_NOT_OPEN', field: field('rule') };
  }
  return undefined;
};

/** After the departures an entry has exactly what the body gave it, and nobody else moves because of it. */
const decidedPicks = (earned: readonly Earned[], { departures }: Terms) => {
  const departed = new Map(departures.map(({ entryId, rule }) => [entryId, rule]));
  return earned
    .filter(({ rule, open }) => isOnEntries(rule) || open.length > 0)
    .map(({ rule, picked }) => ({
      rule: rule.id,
      subjects: isOnEntries(rule)
        ? [
            ...picked.filter((id) => !departed.has(id)),
            ...departures.flatMap((one) => (one.rule === rule.id ? [one.entryId] : [])),
          ]
        : picked,
    }));
};

/** More than planned only where the template lets equals in, or the body says so with a reason (vocabulary, rule 9). */
const excessRefusal = (outcome: Outcome, earned: readonly Earned[], { exceeding }: Terms): TermsRefusal | undefined => {
  const exceeds = earned.flatMap(({ rule, beyond, open }) => {
    const now = exceededBy(outcome, rule.id);
    // What equal ranks add by the template's own choice is no excess; what the body let in at an open edge is.
    const allowed = open.length > 0 ? 0 : beyond;
    return now.beyond > allowed ? [{ rule: rule.id, planned: now.planned, given: now.given }] : [];
  });
  const unsaid = exceeds.find(({ rule }) => !exceeding.includes(rule));
  if (unsaid) return { reason: 'AWARDS_EXCEED_PLAN', field: 'departures', details: unsaid };
  const idle = exceeding.findIndex(
    (rule, at) => !exceeds.some((one) => one.rule === rule) || exceeding.indexOf(rule) !== at,
  );
  return idle === -1 ? undefined : { reason: 'NOTHING_EXCEEDS', field: `exceeding[${idle}]` };
};

/** What each rule gave before the departures and gives after them. */
const givenBy = (
  outcome: Outcome,
  earned: readonly Earned[],
  picks: ReturnType<typeof decidedPicks>,
): Parameters<typeof shareRefusal>[1] =>
  earned.map(({ rule, picked }) => ({
    rule,
    limited: ruleOf(outcome, rule.id).windows.some(({ planned }) => planned !== null),
    before: picked,
    after: picks.find((one) => one.rule === rule.id)?.subjects ?? picked,
  }));

const holderOf = ({ to }: AwardRule, holder: string, entry: DecidedEntry | undefined): Holder => {
  if (to === 'entry') return { kind: entry?.subject.kind ?? '', id: entry?.subject.id ?? holder };
  return { kind: to === 'home' ? 'organization' : 'person', id: holder };
};

const awardsBy = (rule: AwardRule, outcome: Outcome, decidable: Decidable, terms: Terms): readonly Award[] => {
  const byId = new Map(decidable.entries.map((entry) => [entry.entryId, entry]));
  const { id, code, gives } = rule;
  return ruleOf(outcome, id)
    .given.map(({ holder, subject, rank, place, shared }) => {
      const entry = byId.get(subject);
      return {
        rule: id,
        code,
        gives,
        holder: holderOf(rule, holder, entry),
        entryId: entry?.entryId ?? null,
        rank: rule.order.length > 0 ? place : rank,
        shared,
        departed: isOnEntries(rule) && terms.departures.some((departure) => departure.entryId === subject),
      };
    })
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.holder.id < b.holder.id ? -1 : 1));
};

/** Everything that follows from the result and what the body decided, of what is decided here: rule by rule, by rank or place. */
export const awardsOf = (decidable: Decidable, terms: Terms): readonly Award[] | TermsRefusal => {
  const [problem] = outcomeOf(decidable, []).problems;
  if (problem !== undefined)
    return { reason: 'OUTCOME_IMPOSSIBLE', field: 'roundId', details: { problem: problem.reason, at: problem.path } };
  const earned = earnedOf(decidable, terms.choices);
  const unanswered = unansweredOf(decidable.lookedUp, earned);
  if (unanswered.length > 0)
    return { reason: 'FACT_NOT_ANSWERED', field: 'roundId', details: unansweredDetails(unanswered) };
  const onEntries = earned.filter(({ rule }) => isOnEntries(rule));
  const from = new Map(
    onEntries.toReversed().flatMap(({ rule, picked }) => picked.map((entryId) => [entryId, rule] as const)),
  );
  const refusal =
    partRefusal(decidable, terms) ?? choicesRefusal(earned, terms) ?? departureRefusal(decidable, from, terms);
  if (refusal) return refusal;
  const picks = decidedPicks(earned, terms);
  const outcome = outcomeOf(decidable, picks);
  const excess = excessRefusal(outcome, earned, terms) ?? shareRefusal(decidable, givenBy(outcome, earned, picks));
  if (excess) return excess;
  const awards = decidable.outcome
    .flatMap((rule) => awardsBy(rule, outcome, decidable, terms))
    .filter(({ entryId }) => isDecidedHere(decidable, entryId));
  if (awards.length <= AWARDS_MAX) return awards;
  return {
    reason: 'TOO_MANY_AWARDS',
    field: 'roundId',
    details: { awards: awards.length, awardsMax: AWARDS_MAX },
  };
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
