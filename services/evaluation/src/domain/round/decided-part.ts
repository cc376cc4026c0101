import type { TakenOrder } from '../decision/taken-orders.ts';
import type { UnitPart } from '../decision/unit-division.ts';
import { type ClosedRound, isClosed, latestResult, type PreparedRound } from './state.ts';
import type { RoundTables } from './tables.ts';

/** Whose body decides over a part, by the role of those who decide: a unit's committee, or the meeting of a branch's members. */
const DECIDING: Readonly<Record<string, 'unit' | 'branch'>> = { 'unit-officer': 'unit', member: 'branch' };

/** Whether committees of units, or meetings of branches, decide each over its own entries; undefined: one body decides over all. */
export const decidesInParts = ({ parties, deciding }: RoundTables): 'unit' | 'branch' | undefined =>
  DECIDING[parties.find(({ id }) => id === deciding)?.role ?? ''];

/** How the latest result is divided; undefined: one body decides over all of it. */
export const partsOf = (round: ClosedRound): readonly UnitPart[] | undefined => latestResult(round)?.parts;

const ofDecision = (round: PreparedRound, decisionId: string): string | undefined =>
  round.kind === 'in-parts'
    ? round.parts.find(({ decision }) => decision.decisionId === decisionId)?.unitId
    : undefined;

/** The unit whose committee decides over an entry; undefined where one body decides over all. */
export const unitOfEntry = (round: ClosedRound, entryId: string): string | undefined =>
  partsOf(round)?.find(({ entries }) => entries.some((one) => one.entryId === entryId))?.committeeId;

const ofObjection = (round: PreparedRound, objectionId: string): string | undefined =>
  round.kind === 'in-parts'
    ? round.parts.find(({ decision }) => decision.objections.some((one) => one.objectionId === objectionId))?.unitId
    : undefined;

/** The unit whose part an order is about; undefined: it names none, or nothing of what it names was decided. */
export const unitOfOrder = (round: PreparedRound, order: TakenOrder): string | undefined => {
  switch (order.type) {
    case 'TakeDecision':
      return order.minutes.unitId;
    case 'PublishProposal':
    case 'IssueCircular':
      return order.unitId;
    case 'AnnulDecision': {
      const terms = round.proposals.find(({ proposalId }) => proposalId === order.proposalId)?.terms;
      return terms?.act === 'AnnulDecision' ? ofDecision(round, terms.decisionId) : undefined;
    }
    case 'HearObjection':
      return isClosed(round) ? unitOfEntry(round, order.entryId) : undefined;
    case 'HearObjectionSettled':
    case 'HearObjectionReopened':
      return ofObjection(round, order.objectionId);
  }
};

/** The unit whose decision in force that is. */
export const unitOfDecision = ofDecision;
