import * as told from '@jiangong/contracts/jiangong/evaluation/events/v1/evaluation_events';
import type { Translator } from '@jiangong/messaging';
import { ROUND_STREAMS, SERIES_STREAMS, SHEET_STREAMS } from '../../application/streams.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { SeriesFact } from '../../domain/series/facts.ts';
import type { SheetFact } from '../../domain/sheet/facts.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `evaluation.${name}.v1`, data: message.toJSON(value) },
];

const translate = (fact: RoundFact | SheetFact | SeriesFact): Told => {
  switch (fact.type) {
    case 'RoundPrepared.v1':
      return tell('RoundPrepared', told.RoundPrepared, fact.data);
    case 'EvaluatorAssigned.v1':
      return tell('EvaluatorAssigned', told.EvaluatorAssigned, fact.data);
    case 'EvaluatorRemoved.v1':
      return tell('EvaluatorRemoved', told.EvaluatorRemoved, fact.data);
    case 'RoundOpened.v1':
      return tell('RoundOpened', told.RoundOpened, fact.data);
    case 'SheetSubmitted.v1':
      return tell('SheetSubmitted', told.SheetSubmitted, fact.data);
    case 'RoundClosed.v1':
      return tell('RoundClosed', told.RoundClosed, fact.data);
    case 'ResultComputed.v1':
      return tell('ResultComputed', told.ResultComputed, fact.data);
    case 'DecisionTaken.v1':
      return tell('DecisionTaken', told.DecisionTaken, fact.data);
    case 'EntryAwarded.v1':
      return tell('EntryAwarded', told.EntryAwarded, fact.data);
    case 'LeaderAwarded.v1':
      return tell('LeaderAwarded', told.LeaderAwarded, fact.data);
    case 'OrganizationAwarded.v1':
      return tell('OrganizationAwarded', told.OrganizationAwarded, fact.data);
    case 'CommendationIssued.v1':
      return tell('CommendationIssued', told.CommendationIssued, fact.data);
    case 'PacesetterNamed.v1':
      return tell('PacesetterNamed', told.PacesetterNamed, fact.data);
    case 'EntryAdmitted.v1':
    case 'RecusalDeclared.v1':
    case 'RulesFrozen.v1':
    case 'SheetsOpened.v1':
    case 'SheetSaved.v1':
    case 'PacesettersDecided.v1':
      return [];
  }
};

/** What evaluation tells other contexts: never a score, never why somebody is recused. */
export const tellEvaluationFacts: Translator = {
  context: 'evaluation',
  streamPrefixes: [ROUND_STREAMS, SHEET_STREAMS, SERIES_STREAMS],
  translate: ({ type, data }) => translate({ type, data } as RoundFact | SheetFact | SeriesFact),
};
