import type { Translator } from '@jiangong/messaging';
import type { ProjectedEvent } from '@jiangong/read-models';
import {
  BALLOT_STREAMS,
  BONUS_STREAMS,
  CHECKLIST_STREAMS,
  DECISION_STREAMS,
  HONOUR_STREAMS,
  MEASURE_STREAMS,
  NAMING_STREAMS,
  PAPER_BOX_STREAMS,
  RECOMMENDATION_STREAMS,
  REMINDERS_STREAMS,
  ROUND_STREAMS,
  SHEET_STREAMS,
} from '../../application/streams.ts';
import type { BonusFact } from '../../domain/bonus/facts.ts';
import type { ChecklistFact } from '../../domain/checklist/facts.ts';
import type { MeasureFact } from '../../domain/measure/facts.ts';
import type { PaperBoxFact } from '../../domain/paper-box/facts.ts';
import type { EvaluatorReminded } from '../../domain/reminders/reminders.ts';
import { isTakenFact } from '../../domain/decision/taken-facts.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { SheetFact } from '../../domain/sheet/facts.ts';
import { tellDecisionFacts, tellTaken } from './tell-decision-facts.ts';
import { tellPaperBoxFact } from './tell-paper-box-facts.ts';
import { tellTwoPersonStep } from './tell-two-person-steps.ts';
import { tellBonusFact, tellChecklistFact, tellMeasureFact, tellReminder, tellRoundFact } from './tell-round-facts.ts';

const tellOne = (event: ProjectedEvent): ReturnType<Translator['translate']> => {
  const { stream, type, data } = event;
  // Of ballots nothing is told, but what two persons do about codes.
  if (stream.startsWith(BALLOT_STREAMS)) return [];
  if (stream.startsWith(REMINDERS_STREAMS)) return tellReminder({ type, data } as EvaluatorReminded);
  if (stream.startsWith(CHECKLIST_STREAMS)) return tellChecklistFact({ type, data } as ChecklistFact);
  if (stream.startsWith(BONUS_STREAMS)) return tellBonusFact({ type, data } as BonusFact);
  if (stream.startsWith(MEASURE_STREAMS)) return tellMeasureFact({ type, data } as MeasureFact);
  if (stream.startsWith(PAPER_BOX_STREAMS)) return tellPaperBoxFact({ type, data } as PaperBoxFact);
  if (!stream.startsWith(ROUND_STREAMS) && !stream.startsWith(SHEET_STREAMS)) return tellDecisionFacts(event);
  const fact = { type, data } as RoundFact | SheetFact;
  return isTakenFact(fact) ? tellTaken(fact) : tellRoundFact(fact);
};

const translate = (event: ProjectedEvent): ReturnType<Translator['translate']> => [
  ...tellOne(event),
  ...tellTwoPersonStep(event),
];

/** What evaluation tells other contexts: never a score, never why somebody is recused, nothing of a decision before its circular. */
export const tellEvaluationFacts: Translator = {
  context: 'evaluation',
  streamPrefixes: [
    ...[ROUND_STREAMS, SHEET_STREAMS, REMINDERS_STREAMS, CHECKLIST_STREAMS, BONUS_STREAMS, MEASURE_STREAMS],
    ...[PAPER_BOX_STREAMS, BALLOT_STREAMS, DECISION_STREAMS, HONOUR_STREAMS, NAMING_STREAMS, RECOMMENDATION_STREAMS],
  ],
  version: 10,
  translate,
};
