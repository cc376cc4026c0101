import { addCalendarDays, localDateOf } from '@jiangong/calendar';
import type { Award } from '../decision/award.ts';
import type { Decided } from '../decision/taken.ts';
import { entryGroundOf } from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { entriesIn, entryOf, isPrepared, type Round } from '../round/state.ts';
import type { TalkPlace } from './facts.ts';

/** A talk that the decision in force asks for. `dueOn`: its last day; null: the template does not say. */
export type AskedTalk = Readonly<{
  place: Omit<TalkPlace, 'talkId'>;
  by: string;
  decidedOn: string;
  dueOn: string | null;
}>;

/**
 * What an order must know: the talk as the decision in force asks for it (null: it asks for none of this entry), and the caller as he stands now.
 * `role`: in which role he holds it; null: it is not his to hold. `isSubject`: he was talked with, or speaks for whoever was.
 */
export type TalkGround = Readonly<{
  asked: AskedTalk | null;
  personId: string;
  role: string | null;
  isSubject: boolean;
}>;

type InForce = Readonly<{ decision: Decided; unitId?: string }>;

/** Of a round that units decide each unit's. */
const decisionsIn = (round: Round): readonly InForce[] => {
  if (round.kind === 'in-parts') return round.parts.map(({ decision, unitId }) => ({ decision, unitId }));
  return round.kind === 'decided' || round.kind === 'commended' ? [{ decision: round.decision }] : [];
};

const ofAward = (round: Round, { decision, unitId }: InForce, { rule, code, entryId }: Award): readonly AskedTalk[] => {
  if (!isPrepared(round) || entryId === null) return [];
  const rules = round.tables.talks?.find((one) => one.rule === rule);
  // Who left since is talked with no more.
  const entry = entriesIn(round).find((one) => one.entryId === entryId);
  if (rules === undefined || entry === undefined) return [];
  const { roundId, editionId } = round;
  const decidedOn = localDateOf(decision.takenAt);
  const dueOn = rules.withinDays === null ? null : addCalendarDays(decidedOn, rules.withinDays);
  const { decisionId } = decision;
  const ids = { roundId, editionId, ...(unitId === undefined ? {} : { unitId }) };
  const place = { ...ids, decisionId, entryId, homeId: entry.homeId, rule, code };
  return [{ place, by: rules.by, decidedOn, dueOn }];
};

/** The talks that the decisions in force over a round ask for. */
export const askedTalks = (round: Round): readonly AskedTalk[] =>
  decisionsIn(round).flatMap((found) => found.decision.awards.flatMap((award) => ofAward(round, found, award)));

export const talkGroundOf = (round: Round, asked: AskedTalk | null, person: Candidate): TalkGround => {
  const { personId } = person;
  const entry = asked !== null && isPrepared(round) ? entryOf(round, asked.place.entryId) : undefined;
  if (asked === null || entry === undefined || !isPrepared(round))
    return { asked: null, personId, role: null, isSubject: false };
  const { actsFor, isSubject } = entryGroundOf(round, entry, person);
  const holds = !isSubject && actsFor.some(({ party }) => party === asked.by);
  const role = holds ? (round.tables.parties.find(({ id }) => id === asked.by)?.role ?? null) : null;
  return { asked, personId, role, isSubject };
};
