import type { FactSamples } from '@jiangong/event-store/testing';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import type { ChecklistFact } from '../../../src/domain/checklist/facts.ts';
import type { ChecklistCorrected, ChecklistsRead, StageWindowSet } from '../../../src/domain/round/facts.ts';
import {
  answer,
  by,
  carryOut,
  closePeriod,
  factsOf,
  ids,
  proposeAct,
  record,
  reject,
  review,
  scoreSelf,
} from './example-checklist.ts';

const withdrawal = { act: 'WithdrawOccurrence', occurrenceId: 'o1', reason: 'answer-accepted' } as const;

const orders = [
  by('organizer', record({ effectiveOn: '2021-09-10' })),
  by('secretary', scoreSelf([250, 100])),
  by('acceptor', review([200, 100], { remark: '台账齐全，佐证充分。' })),
  by('organizer', closePeriod()),
  by('secretary', answer()),
  by('organizer', proposeAct({ act: 'ReopenPeriod', part: 'quarter', period: 3, reason: 'mark-wrong' })),
  by('nobody', reject()),
  by('organizer', proposeAct({ act: 'ReopenPeriod', part: 'quarter', period: 3, reason: 'mark-wrong' })),
  by('nobody', carryOut()),
  by('organizer', proposeAct(withdrawal)),
  by('nobody', carryOut()),
];

/** Every fact of a list, made by today's rule book. */
export const checklistFacts: readonly ChecklistFact[] = orders.reduce<{
  list: ReturnType<typeof checklistDecider.evolve>;
  facts: readonly ChecklistFact[];
}>(
  ({ list, facts }, order) => {
    const made = factsOf(list, order);
    return { list: made.reduce(checklistDecider.evolve, list), facts: [...facts, ...made] };
  },
  { list: checklistDecider.initial, facts: [] },
).facts;

/** What a round has of its lists: samples of its own, for a round without lists makes none. */
export const roundOfLists: FactSamples<ChecklistsRead | ChecklistCorrected | StageWindowSet> = {
  'ChecklistsRead.v1': { roundId: ids.roundId, editionId: ids.editionId, closing: 1, through: 4_711 },
  'StageWindowSet.v1': {
    ...{ roundId: ids.roundId, editionId: ids.editionId, stageId: 'self-rating', editionRevision: 3 },
    ...{ opensAt: '2021-12-01T16:00:00.000Z', closesAt: '2021-12-04T16:00:00.000Z' },
  },
  'ChecklistCorrected.v1': {
    ...{ roundId: ids.roundId, editionId: ids.editionId, entryId: ids.entryId },
    ...{ occurrenceId: 'o1', proposalId: 'p1', proposedBy: 'organizer' },
  },
};
