import { describe, expect, it } from '@jest/globals';
import type { ChecklistFact } from '../src/domain/checklist/facts.ts';
import type { RoundPrepared } from '../src/domain/round/facts.ts';
import { tellChecklistFact, tellRoundFact } from '../src/adapters/public-facts/tell-round-facts.ts';
import { checklistFacts } from './domain/checklist/whole-checklist.ts';
import { tables } from './domain/checklist/example-checklist.ts';
import { EDITION, ROUND } from './domain/round/example-round.ts';

const prepared = (of = tables()): RoundPrepared =>
  ({
    type: 'RoundPrepared.v1',
    data: { roundId: ROUND, editionId: EDITION, phase: 'p', ordinal: 1, tables: of },
  }) as unknown as RoundPrepared;

describe('what is told of check-lists', () => {
  it('a round that has them tells whose they are to fill, and whether whoever is judged marks himself', () => {
    const [, told, ...more] = tellRoundFact(prepared());
    expect(more).toEqual([]);
    expect(told?.type).toBe('evaluation.ChecklistsPrepared.v1');
    expect(told?.data).toEqual({
      ...{ roundId: ROUND, editionId: EDITION, selfScores: true },
      checkers: ['committee-officer', 'appraisal-office', 'expert'].map((role) => ({ role, scope: 'edition' })),
    });
  });

  it('a round without tells nothing of them', () => {
    const { checklists: _none, ...bare } = tables();
    expect(tellRoundFact(prepared(bare))).toHaveLength(1);
  });

  it('of what stands in one: that something was recorded, withdrawn, answered or marked, and which documents are named; neither what, nor in which item, nor by whom', () => {
    const told = checklistFacts.flatMap(tellChecklistFact);
    expect(new Set(told.map(({ type }) => type))).toEqual(
      new Set(
        ['OccurrenceRecorded', 'OccurrenceWithdrawn', 'ItemReviewed', 'FindingAnswered', 'EvidenceNamed'].map(
          (name) => `evaluation.${name}.v1`,
        ),
      ),
    );
    const said = new Set(told.flatMap(({ data }) => Object.keys(data as object)));
    expect(
      [...said].filter(
        (field) =>
          !/^(?:roundId|editionId|entryId|checklistId|occurrenceId|proposalId|proposedBy|entryIds|evidence)$/u.test(
            field,
          ),
      ),
    ).toEqual([]);
  });

  it('of a withdrawal by one person no proposal', () => {
    const alone: ChecklistFact = {
      type: 'OccurrenceWithdrawn.v1',
      data: {
        ...{ checklistId: 'c', roundId: ROUND, editionId: EDITION, entryId: 'e', occurrenceId: 'o1' },
        ...{ proposalId: null, proposedBy: null, reason: 'recorded-twice', withdrawnBy: 'p', prose: 'SEALED' },
      },
    };
    expect(tellChecklistFact(alone)).toEqual([
      {
        type: 'evaluation.OccurrenceWithdrawn.v1',
        data: { roundId: ROUND, editionId: EDITION, entryId: 'e', occurrenceId: 'o1' },
      },
    ]);
  });
});
