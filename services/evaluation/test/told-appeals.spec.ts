import { expect, it } from '@jest/globals';
import { tellRoundFact } from '../src/adapters/public-facts/tell-round-facts.ts';
import type { ScoringFact } from '../src/domain/round/facts.ts';
import { appealFacts } from './domain/appeal/appealed-round.ts';

/** Of each fact of appeals, what is told: ids alone; neither what is appealed, nor why, nor by whom, nor what became of it. */
it('appeals are told by their ids, and their windows not at all', () => {
  const told = appealFacts.flatMap((fact) => tellRoundFact(fact as ScoringFact));
  expect(told.map(({ type, data }) => `${type} ${Object.keys(data as object).join(' ')}`)).toEqual([
    'evaluation.AppealFiled.v1 roundId editionId entryId appealId committeeId',
    'evaluation.EvidenceNamed.v1 roundId editionId entryIds evidence',
    'evaluation.AppealWithdrawn.v1 roundId editionId entryId appealId',
    'evaluation.AppealDecided.v1 roundId editionId entryId appealId',
    'evaluation.AppealReopened.v1 roundId editionId entryId appealId committeeId',
  ]);
});
