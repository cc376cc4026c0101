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

const tellProject = (fact: UnitEditionFact): Told => {
  switch (fact.type) {
    case 'ProjectPlanned.v1':
      return tell('ProjectPlanned', told.ProjectPlanned, fact.data);
    case 'ProjectRevised.v1':
      return tell('ProjectRevised', told.ProjectRevised, fact.data);
    case 'ProjectConfirmed.v1':
      return tell('ProjectConfirmed', told.ProjectConfirmed, fact.data);
    case 'MilestoneCompleted.v1':
    case 'ProjectProgressed.v1':
      return tell('ProjectProgressed', told.ProjectProgressed, fact.data);
    case 'ProjectFeatured.v1':
      return tell('ProjectFeatured', told.ProjectFeatured, fact.data);
    case 'ProjectDeclared.v1':
    case 'ProjectRedeclared.v1':
      return tell('ProjectDeclared', told.ProjectDeclared, fact.data);
    case 'ProjectReturned.v1':
      return tell('ProjectReturned', told.ProjectReturned, fact.data);
    case 'ProjectWithdrawn.v1':
      return tell('ProjectWithdrawn', told.ProjectWithdrawn, fact.data);
    case 'ProjectScreened.v1':
      return tell('ProjectScreened', told.ProjectScreened, fact.data);
    case 'ClearanceRequested.v1':
      return tell('ClearanceRequested', told.ClearanceRequested, fact.data);
    case 'ProjectCleared.v1':
      return tell('ProjectCleared', told.ProjectCleared, fact.data);
    case 'ProjectBlocked.v1':
      return tell('ProjectBlocked', told.ProjectBlocked, fact.data);
    case 'ProjectPublished.v1':
      return tell('ProjectPublished', told.ProjectPublished, fact.data);
    case 'ObjectionReceived.v1':
      return tell('ObjectionReceived', told.ObjectionReceived, fact.data);
    case 'ObjectionSettled.v1':
      return tell('ObjectionSettled', told.ObjectionSettled, fact.data);
    case 'ProjectRemoved.v1':
      return tell('ProjectRemoved', told.ProjectRemoved, fact.data);
    case 'ProjectEnteredEvaluation.v1':
      return tell('ProjectEnteredEvaluation', told.ProjectEnteredEvaluation, fact.data);
    case 'ProjectMissedEvaluation.v1':
      return tell('ProjectMissedEvaluation', told.ProjectMissedEvaluation, fact.data);
    case 'ProjectCommended.v1':
      return tell('ProjectCommended', told.ProjectCommended, fact.data);
  }
};

/** What merit campaigns tell other contexts: ids and outcomes; a message names its fields, so nothing sealed passes. */
export const tellMeritProjectFacts: Translator = {
  context: 'merit_projects',
  streamPrefixes: [EDITION_STREAMS, UNIT_EDITION_STREAMS],
  translate: ({ stream, type, data }) =>
    stream.startsWith(EDITION_STREAMS)
      ? tellEdition({ type, data } as EditionFact)
      : tellProject({ type, data } as UnitEditionFact),
};
