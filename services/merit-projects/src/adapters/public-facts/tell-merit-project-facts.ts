import * as told from '@jiangong/contracts/jiangong/merit_projects/events/v1/merit_projects_events';
import type { Translator } from '@jiangong/messaging';
import { EDITION_STREAMS, UNIT_EDITION_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type { UnitEditionFact } from '../../domain/unit-edition/facts.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `merit_projects.${name}.v1`, data: message.toJSON(value) },
];

const tellEdition = (fact: EditionFact): Told => {
  switch (fact.type) {
    case 'EditionOpened.v1':
      return tell('EditionOpened', told.EditionOpened, fact.data);
    case 'StageScheduled.v1':
    case 'StageRescheduled.v1':
      return tell('StageScheduled', told.StageScheduled, fact.data);
    case 'StageOpened.v1':
      return tell('StageOpened', told.StageOpened, fact.data);
    case 'StageClosed.v1':
      return tell('StageClosed', told.StageClosed, fact.data);
    case 'LateEntryAllowed.v1':
      return [];
  }
};

const tellEntry = (fact: UnitEditionFact): Told => {
  switch (fact.type) {
    case 'EntryPlanned.v1':
      return tell('EntryPlanned', told.EntryPlanned, fact.data);
    case 'EntryRevised.v1':
      return tell('EntryRevised', told.EntryRevised, fact.data);
    case 'EntryConfirmed.v1':
      return tell('EntryConfirmed', told.EntryConfirmed, fact.data);
    case 'MilestoneCompleted.v1':
    case 'EntryProgressed.v1':
      return tell('EntryProgressed', told.EntryProgressed, fact.data);
    case 'EntryFeatured.v1':
      return tell('EntryFeatured', told.EntryFeatured, fact.data);
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return tell('EntryDeclared', told.EntryDeclared, fact.data);
    case 'EntryReturned.v1':
      return tell('EntryReturned', told.EntryReturned, fact.data);
    case 'EntryWithdrawn.v1':
      return tell('EntryWithdrawn', told.EntryWithdrawn, fact.data);
    case 'EntryScreened.v1':
      return tell('EntryScreened', told.EntryScreened, fact.data);
    case 'ClearanceRequested.v1':
      return tell('ClearanceRequested', told.ClearanceRequested, fact.data);
    case 'EntryCleared.v1':
      return tell('EntryCleared', told.EntryCleared, fact.data);
    case 'EntryBlocked.v1':
      return tell('EntryBlocked', told.EntryBlocked, fact.data);
    case 'EntryPublished.v1':
      return tell('EntryPublished', told.EntryPublished, fact.data);
    case 'ObjectionReceived.v1':
      return tell('ObjectionReceived', told.ObjectionReceived, fact.data);
    case 'ObjectionSettled.v1':
      return tell('ObjectionSettled', told.ObjectionSettled, fact.data);
    case 'EntryRemoved.v1':
      return tell('EntryRemoved', told.EntryRemoved, fact.data);
    case 'EntryEnteredEvaluation.v1':
      return tell('EntryEnteredEvaluation', told.EntryEnteredEvaluation, fact.data);
    case 'EntryMissedEvaluation.v1':
      return tell('EntryMissedEvaluation', told.EntryMissedEvaluation, fact.data);
    case 'EntryCommended.v1':
      return tell('EntryCommended', told.EntryCommended, fact.data);
  }
};

/** What merit campaigns tell other contexts: ids and outcomes; a message names its fields, so nothing sealed passes. */
export const tellMeritProjectFacts: Translator = {
  context: 'merit_projects',
  streamPrefixes: [EDITION_STREAMS, UNIT_EDITION_STREAMS],
  translate: ({ stream, type, data }) =>
    stream.startsWith(EDITION_STREAMS)
      ? tellEdition({ type, data } as EditionFact)
      : tellEntry({ type, data } as UnitEditionFact),
};
