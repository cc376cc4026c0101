import { join } from 'node:path';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { ChecklistFact } from '../src/domain/checklist/facts.ts';
import type { ChecklistCorrected, ChecklistsRead, StageWindowSet } from '../src/domain/round/facts.ts';
import { checklistFacts, roundOfLists } from './domain/checklist/whole-checklist.ts';

/** That every fact is made once is the walk's end: a forgotten one has a golden file and no sample, and fails. */
const samples = Object.fromEntries(
  checklistFacts.toReversed().map(({ type, data }) => [type, data]),
) as unknown as FactSamples<ChecklistFact>;

goldenFacts<ChecklistFact | ChecklistsRead | ChecklistCorrected | StageWindowSet>(
  join(import.meta.dirname, 'golden-checklist'),
  {
    ...samples,
    ...roundOfLists,
  },
);
