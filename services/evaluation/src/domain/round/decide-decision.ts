import { pendingAppeals } from '../appeal/pending.ts';
import { rollsOf } from './decide-roll.ts';
import type { RoundRefusal } from './refusals.ts';
import type { Decidable, DecidableResult, DecidingParty, SecondNotice } from '../decision/decidable.ts';
import type { AnnulmentTerms } from '../decision/taken-facts.ts';
import type { Taken } from '../decision/taken.ts';
import { standingProposals } from './lapsing.ts';
import { phasesAfter } from './later-phase.ts';
import { decidablePart } from '../decision/unit-part.ts';
import type { UnitPart } from '../decision/unit-division.ts';
import { decidesInParts, partsOf } from './decided-part.ts';
import { isList } from './listed.ts';
import type { RoundProposal } from './proposal.ts';
import { entriesIn, isClosed, isOutdated, isPrepared, type ClosedRound, type Result, type Round } from './state.ts';
import type { RoundTables } from './tables.ts';

const takenOf = (round: ClosedRound, unitId: string | undefined): Taken => {
  switch (round.kind) {
    case 'in-parts': {
      const part = round.parts.find((one) => one.unitId === unitId);
      if (part === undefined) return { kind: 'undecided' };
      const { decision, circular } = part;
      return circular === null ? { kind: 'decided', decision } : { kind: 'commended', decision, circular };
    }
    case 'closed':
      return { kind: 'undecided' };
    case 'decided':
      return { kind: 'decided', decision: round.decision };
    case 'commended':
      return { kind: 'commended', decision: round.decision, circular: round.circular };
  }
};

const resultOf = ({ resultHash, computedAt, ranking, asked }: Result): DecidableResult => ({
  resultHash,
  computedAt,
  ranking: ranking.map(({ entryId, rank, score }) => ({ entryId, rank, score })),
  ...(asked === undefined ? {} : { asked }),
});

/** The first result, where corrections made another one since. */
const resultBefore = ({ results }: ClosedRound): DecidableResult | null => {
  const first = results[0];
  return first === undefined || results.length < 2 ? null : resultOf(first);
};

/** The body that decides, as these tables name it. */
export const decidingParty = ({ parties, deciding, outcome }: RoundTables): DecidingParty => {
  const party = parties.find(({ id }) => id === deciding);
  return {
    recuse: party?.recuse ?? 'home',
    least: party?.least ?? 0,
    attest: party?.attest ?? null,
    departures: outcome.some(({ decide }) => decide === 'party'),
  };
};

/** The notice of those whom a decision proposes, where these tables have one. */
export const secondNotice = ({ notices, outcome }: Pick<RoundTables, 'notices' | 'outcome'>): SecondNotice | null => {
  const isRule = (word: string): boolean => outcome.some(({ id }) => id === word);
  const notice = notices.find(({ what }) => what.includes('proposed') || what.some(isRule));
  if (notice === undefined) return null;
  const { id: noticeId, days, clock, what, again } = notice;
  const repeated = again === undefined ? {} : { again };
  return { noticeId, days, clock, ...repeated, ...(what.includes('proposed') ? {} : { rules: what.filter(isRule) }) };
};

const isAnnulment = (proposal: RoundProposal): proposal is RoundProposal & Readonly<{ terms: AnnulmentTerms }> =>
  proposal.terms.act === 'AnnulDecision';

/** Where meetings of branches decide, the branch of each entry that is in one, by the division of the latest result. */
const branchesIn = (round: ClosedRound): ReadonlyMap<string, string> =>
  new Map(
    (decidesInParts(round.tables) === 'branch' ? (partsOf(round) ?? []) : [])
      .filter(({ committeeId }) => committeeId !== round.committeeId)
      .flatMap(({ committeeId, entries }) => entries.map(({ entryId }) => [entryId, committeeId] as const)),
  );

/** A closed round as the rule book of decisions reads it, whole: also where units decide over parts of it, as if nobody had decided. */
export const wholeOf = (round: Round): Decidable | RoundRefusal => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_FOUND', field: 'roundId' };
  if (round.kind === 'annulled') return { reason: 'ROUND_ANNULLED', field: 'roundId' };
  if (!isClosed(round)) return { reason: 'ROUND_NOT_CLOSED', field: 'roundId' };
  // Honours are given for the last phase: of an earlier one only who goes on follows, by itself.
  const [after] = phasesAfter(round.tables, round.phase);
  if (after !== undefined) return { reason: 'PHASE_GOES_ON', field: 'roundId', details: { phase: after.id } };
  const { roundId, editionId, committeeId, tables, proposals } = round;
  const latest = round.results.at(-1);
  const branches = branchesIn(round);
  return {
    roundId,
    editionId,
    committeeId,
    basis: isList(round) ? 'list' : 'result',
    phase: isList(round) ? null : (tables.phases.find(({ id }) => id === round.phase) ?? null),
    result: latest === undefined ? null : resultOf(latest),
    before: resultBefore(round),
    entries: entriesIn(round).map(({ entryId, subject, nominatorId, homeId, track, title, answerable }) => ({
      entryId,
      subject,
      nominatorId,
      homeId,
      track,
      title,
      answerable,
      ...(branches.has(entryId) ? { branchId: branches.get(entryId) ?? '' } : {}),
    })),
    ...(decidesInParts(tables) === 'branch' ? { byBranches: true } : {}),
    outcome: tables.outcome,
    rolls: rollsOf(round.roll, tables.outcome, entriesIn(round)),
    party: decidingParty(tables),
    notice: secondNotice(tables),
    outdated: isOutdated(round),
    // What has lapsed nobody can carry out: it keeps no body waiting.
    outstanding: standingProposals(round).filter((proposal) => !isAnnulment(proposal)),
    annulments: proposals.filter(isAnnulment),
    annulled: round.annulled,
    ...(tables.publisher === undefined ? {} : { publisher: tables.publisher }),
    ...(tables.appeals === undefined ? {} : { appeals: pendingAppeals(round) }),
    ...(tables.lookedUp === undefined
      ? {}
      : { lookedUp: { questions: tables.lookedUp, answers: round.answers ?? [] } }),
    taken: takenOf(round, undefined),
  };
};

/** Of what a branch's meeting decides: who meets, and who puts forward whom it recommends. What stands in no branch no meeting decides. */
const ofMeeting = ({ tables, committeeId }: ClosedRound, part: UnitPart): Pick<Decidable, 'meets' | 'forwards'> => {
  if (decidesInParts(tables) !== 'branch' || part.committeeId === committeeId) return {};
  const { forwards } = tables;
  return { meets: 'members', ...(forwards === undefined ? {} : { forwards }) };
};

/** What is decided upon: the round, or the part of it that the committee of `unitId` decides over. */
export const decidableOf = (round: Round, unitId?: string): Decidable | RoundRefusal => {
  const whole = wholeOf(round);
  if ('reason' in whole || !isClosed(round)) return whole;
  const parts = partsOf(round);
  if (parts === undefined) return unitId === undefined ? whole : { reason: 'RESULT_UNDIVIDED', field: 'roundId' };
  if (unitId === undefined) return { reason: 'DECIDED_BY_UNITS', field: 'roundId' };
  const part = parts.find(({ committeeId }) => committeeId === unitId);
  if (part === undefined) return { reason: 'UNIT_DECIDES_NOTHING', field: 'roundId' };
  const taken = takenOf(round, unitId);
  const stopped = round.stopped?.findLast((one) => one.unitId === unitId);
  const decisionId = taken.kind === 'undecided' ? undefined : taken.decision.decisionId;
  return {
    ...decidablePart(whole, part),
    ...ofMeeting(round, part),
    // What no unit's committee stands above is the round's own to decide, and to make known.
    ...(part.committeeId === whole.committeeId ? {} : { makers: round.tables.makers ?? [] }),
    ...(stopped === undefined ? {} : { stopped: stopped.notice }),
    annulments: whole.annulments.filter(({ terms }) => terms.decisionId === decisionId),
    taken,
  };
};
