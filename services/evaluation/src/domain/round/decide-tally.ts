import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { phaseAlgorithmHash, phaseInputsHash, phaseResultHash } from '@jiangong/scoring';
import { sharesOf } from '../deal/deal-of.ts';
import { unitParts } from '../decision/unit-division.ts';
import { askedOfResult } from './asked-of-result.ts';
import { decidesInParts } from './decided-part.ts';
import type { Cut, RoundFact } from './facts.ts';
import { lackingRefusal } from './lacking-refusal.ts';
import { edgesOf, phasesAfter } from './later-phase.ts';
import type { ComputeTally, HearChecklist, OpenSheets } from './orders.ts';
import type { ScoringRefusal } from './refusals.ts';
import { closedUndecided, isRefused, undecided } from './standing.ts';
import {
  entriesIn,
  entryOf,
  isOutdated,
  isUnsealed,
  latestResult,
  type Result,
  type Round,
  type RunningRound,
} from './state.ts';
import { countedSheets, roundInputs, tallyBlind, tallyRound } from './tally-round.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

export const commitmentOf = (secret: string): string => sha256Hex(Buffer.from(secret, 'utf8'));

const cutsOf = (round: RunningRound, { indexes }: OpenSheets): readonly Cut[] =>
  round.ends.map(({ closing, closesAt }) => ({
    closing,
    closesAt,
    lastIndex: indexes.find((known) => known.closing === closing)?.lastIndex ?? 0,
  }));

/** Nobody could choose it: from a secret that was fixed before the first sheet, the first closing, and every sheet that counts. */
const seedOf = (secret: string, closedHash: string, hashes: readonly string[]): string =>
  sha256Hex(canonicalBytes({ secret, closedHash, sheets: [...hashes].sort() }));

/** An office's silence costs no entry its points, and no result comes before a verdict. What came late is settled by two persons. */
const waitingRefusal = (live: RunningRound, { bonuses }: OpenSheets): ScoringRefusal | undefined => {
  if (bonuses === undefined || isUnsealed(live)) return undefined;
  const judged = new Set(entriesIn(live).map(({ entryId }) => entryId));
  const waiting = bonuses.waiting.filter(({ entryId }) => judged.has(entryId));
  const [first] = waiting;
  if (first === undefined) return undefined;
  return {
    reason: 'CLAIMS_WAITING',
    field: 'roundId',
    details: { claims: waiting.length, entryId: first.entryId, claimId: first.claimId },
  };
};

/**
 * The opening stands in the log before it happens. What is lacking shows from the outside of the sheets already, and is said
 * before anybody could have seen an aggregate. Where nothing moved since the latest result, nothing is opened.
 */
export const openSheets = (round: Round, order: OpenSheets): Decision => {
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  if (latestResult(live) !== undefined && !isOutdated(live)) return [];
  const cuts = cutsOf(live, order);
  const { entries, seats, recusals } = live;
  const basis = { entries, seats, recusals, cuts, ...sharesOf(live) };
  const lacking = waitingRefusal(live, order) ?? lackingRefusal(tallyBlind(live, basis, order.sheets, order));
  if (lacking) return lacking;
  if (live.seed === null && commitmentOf(order.secret) !== live.drawCommitment)
    return { reason: 'DRAW_BROKEN', field: 'roundId' };
  const hashes = [...countedSheets(basis, order.sheets).counted.values()].flat().map(({ hash }) => hash);
  const seed = live.seed ?? seedOf(order.secret, order.closedHash, hashes);
  const { roundId, editionId, closing } = live;
  const { secret } = order;
  const opened: RoundFact = {
    type: 'SheetsOpened.v1',
    data: { roundId, editionId, closing, cuts, purpose: 'tally', secret, seed },
  };
  const { checks, bonuses, measures } = order;
  const lists: readonly RoundFact[] =
    checks === undefined
      ? []
      : [{ type: 'ChecklistsRead.v1', data: { roundId, editionId, closing, through: checks.through } }];
  const claims: readonly RoundFact[] =
    bonuses === undefined
      ? []
      : [{ type: 'BonusesRead.v1', data: { roundId, editionId, closing, through: bonuses.through } }];
  const measured: readonly RoundFact[] =
    measures === undefined
      ? []
      : [{ type: 'MeasuresRead.v1', data: { roundId, editionId, closing, through: measures.through } }];
  return [...lists, ...claims, ...measured, opened];
};

/** Whose committee decides over whom, as things stand on the day of the result: an organization that moves later changes no part. */
const dividedBy = (round: RunningRound, { division }: ComputeTally): Pick<Result, 'parts'> => {
  if (
    division === undefined ||
    decidesInParts(round.tables) === undefined ||
    phasesAfter(round.tables, round.phase).length > 0
  )
    return {};
  const judged = new Set(entriesIn(round).map(({ entryId }) => entryId));
  const paths = division.paths.filter(({ entryId }) => judged.has(entryId));
  return { parts: unitParts(round.committeeId, paths, new Set(division.committees)) };
};

/** The tally itself: computed here, from the opened sheets, by the frozen rules. Where nothing moved there is nothing to compute. */
export const computeTally = (round: Round, order: ComputeTally): Decision => {
  const { sheets, now } = order;
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  const latest = latestResult(live);
  if (latest !== undefined && !isOutdated(live)) return [];
  if (live.seed === null || !live.cuts.some(({ closing }) => closing === live.closing))
    return { reason: 'SHEETS_NOT_OPENED', field: 'roundId' };
  const { inputs, excluded } = roundInputs({ ...live, ...sharesOf(live) }, sheets, order, (sheet) => sheet);
  const outcome = tallyRound(live, { inputs, excluded });
  const refusal = lackingRefusal(outcome);
  if (refusal || outcome.kind !== 'computed') return refusal ?? [];
  const { roundId, editionId, phase, closing, rulesHash, changes } = live;
  const { result } = outcome;
  const edges = edgesOf(live.tables, phase, result);
  const [next] = phasesAfter(live.tables, phase);
  const asked = askedOfResult(live.tables, result, inputs.checks?.occurrences ?? []);
  return [
    {
      type: 'ResultComputed.v1',
      data: {
        roundId,
        editionId,
        phase,
        closing,
        computedAt: now,
        rulesHash,
        inputsHash: phaseInputsHash(inputs),
        algorithmHash: phaseAlgorithmHash(
          live.tables.phases.find(({ id }) => id === phase),
          inputs,
        ),
        resultHash: phaseResultHash(result),
        because: changes,
        predecessor: latest?.resultHash ?? null,
        decimals: result.decimals,
        ranking: result.entries.map(({ entryId, rank, score }) => ({ entryId, rank, score })),
        absent: result.unranked.map(({ entryId, reason }) => ({ entryId, reason })),
        excluded,
        ...(asked.length === 0 ? {} : { asked }),
        ...(edges.length === 0 ? {} : { edges }),
        ...(next === undefined ? {} : { goesOnTo: next.id }),
        ...(live.tables.candidates === true ? { candidates: true as const } : {}),
        ...dividedBy(live, order),
      },
    },
  ];
};

/**
 * A finding was withdrawn by two persons in its own stream. Before anybody could have seen an aggregate nothing follows; afterwards
 * the next result says that it is another, and by which proposal.
 */
export const hearChecklist = (round: Round, order: HearChecklist): Decision => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  const { entryId, occurrenceId, proposalId, proposedBy } = order;
  if (entryOf(live, entryId) === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (live.kind !== 'closed' || live.seed === null) return [];
  if (live.changes.some((one) => one.proposalId === proposalId)) return [];
  const { roundId, editionId } = live;
  return [
    { type: 'ChecklistCorrected.v1', data: { roundId, editionId, entryId, occurrenceId, proposalId, proposedBy } },
  ];
};
