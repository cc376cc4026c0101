import * as told from '@jiangong/contracts/jiangong/merit_projects/events/v1/merit_projects_events';
import * as toldOf from '@jiangong/contracts/jiangong/merit_projects/events/v1/edition_events';
import type { Translator } from '@jiangong/messaging';
import {
  DOSSIER_STREAMS,
  EDITION_STREAMS,
  ENTRIES_STREAMS,
  EVIDENCE_STREAMS,
  HOLIDAYS_STREAMS,
  PROBLEM_STREAMS,
  REMINDER_STREAMS,
  REVIEW_CLAIM_STREAMS,
  ROLL_STREAMS,
  TEMPLATE_STREAMS,
} from '../../application/streams.ts';
import type { DossierFact } from '../../domain/dossier/dossier.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type {
  CandidatesEntered,
  EntriesFact,
  EntryDeclared,
  EntryPlanned,
  EntryProposed,
  IntakeClosed,
} from '../../domain/entries/facts.ts';
import type { EvidenceFact } from '../../domain/evidence/evidence-file.ts';
import type { HolidaysFact } from '../../domain/holidays/holidays.ts';
import type { ProblemFact } from '../../domain/problem/facts.ts';
import type { NominatorReminded } from '../../domain/reminders/reminders.ts';
import type { RollFact } from '../../domain/roll/facts.ts';
import type { ReviewClaimFact } from '../../domain/review-claims/facts.ts';
import { upcastClaim } from '../../domain/review-claims/upcast-claims.ts';
import { tellProblem } from './tell-problem-facts.ts';
import type { TemplateAdopted } from '../../domain/template/template.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `merit_projects.${name}.v1`, data: message.toJSON(value) },
];

const ofStage = <D extends Readonly<{ phase: string | null }>>(data: D) => ({ ...data, phase: data.phase ?? '' });

const tellTemplate = ({ data }: TemplateAdopted): Told => tell('TemplateAdopted', toldOf.TemplateAdopted, data);

/** Whoever counts working days needs them as they stand; a correction is the whole year again. */
const tellHolidays = (fact: HolidaysFact): Told => {
  if (fact.type !== 'HolidaysEntered.v1' && fact.type !== 'HolidaysCorrected.v1') return [];
  const { year, noticeNumber, daysOff, makeUpDays } = fact.data;
  return tell('HolidaysEntered', toldOf.HolidaysEntered, {
    ...{ year, noticeNumber, makeUpDays: [...makeUpDays] },
    daysOff: daysOff.map(([from, to]) => ({ from, to })),
  });
};

const tellStage = (fact: EditionFact): Told => {
  switch (fact.type) {
    case 'StageScheduled.v1':
      return tell('StageScheduled', toldOf.StageScheduled, ofStage(fact.data));
    case 'StageRescheduled.v1':
      return tell('StageRescheduled', toldOf.StageRescheduled, ofStage(fact.data));
    case 'StageOpened.v1':
      return tell('StageOpened', toldOf.StageOpened, { ...ofStage(fact.data), entered: fact.data.entered ?? 0 });
    case 'StageClosed.v1':
      return tell('StageClosed', toldOf.StageClosed, ofStage(fact.data));
    case 'StageReopened.v1':
      return tell('StageReopened', toldOf.StageReopened, ofStage(fact.data));
    default:
      return [];
  }
};

type EditionTerms = Extract<EditionFact, { type: 'EditionOpened.v1' }>['data'];
const openedOf = (data: EditionTerms) => ({ ...data, parametersJson: JSON.stringify(data.parameters) });

/** What was opened is told whole; what was amended says what changed, and the edition says the rest. */
const tellEdition = (fact: EditionFact): Told => {
  switch (fact.type) {
    case 'EditionOpened.v1':
      return tell('EditionOpened', toldOf.EditionOpened, openedOf(fact.data));
    case 'EditionAmended.v1': {
      const { editionId, titleZh, titleEn, parameters, effectiveOn } = fact.data;
      const amended = { editionId, titleZh, titleEn, effectiveOn, parametersJson: JSON.stringify(parameters) };
      return tell('EditionAmended', toldOf.EditionAmended, amended);
    }
    case 'EditionClosed.v1':
      return tell('EditionClosed', toldOf.EditionClosed, fact.data);
    case 'EditionAbandoned.v1':
      return tell('EditionAbandoned', toldOf.EditionAbandoned, fact.data);
    default:
      return tellStage(fact);
  }
};

const identityOf = <D extends EntryPlanned['data'] | EntryProposed['data'] | EntryDeclared['data']>(data: D) => ({
  ...data,
  subjectKind: data.subject.kind,
  subjectId: data.subject.id,
  answerablePersonIds: [...data.answerable],
});

const enteredOf = ({ data: { nominatorId, entered } }: IntakeClosed | CandidatesEntered) =>
  entered.map(({ subject, answerable, openObjections, ...entry }) => ({
    ...entry,
    nominatorId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    answerablePersonIds: [...answerable],
    underReservation: openObjections.length > 0,
  }));

const tellCandidates = (fact: CandidatesEntered): Told =>
  tell('CandidatesEntered', toldOf.CandidatesEntered, { ...fact.data, entered: enteredOf(fact) });

/** What enters is told as one intake; what missed once more each by itself, to whoever waits for it. */
const tellIntake = (fact: IntakeClosed): Told => {
  const { data } = fact;
  const { editionId, nominatorId } = data;
  const entered = enteredOf(fact);
  return [
    ...tell('IntakeClosed', toldOf.IntakeClosed, { editionId, nominatorId, entered, missed: [...data.missed] }),
    ...data.missed.flatMap((missed) => tell('EntryMissed', toldOf.EntryMissed, { ...missed, editionId, nominatorId })),
  ];
};

const tellReview = (fact: EntriesFact): Told => {
  switch (fact.type) {
    case 'EntryReturned.v1':
      return tell('EntryReturned', told.EntryReturned, fact.data);
    case 'EntryReviewed.v1':
      return tell('EntryReviewed', told.EntryReviewed, fact.data);
    case 'ClearanceRequested.v1':
      return tell('ClearanceRequested', told.ClearanceRequested, fact.data);
    case 'ClearanceGiven.v1':
      return tell('ClearanceGiven', told.ClearanceGiven, fact.data);
    case 'EntryBlocked.v1':
      return tell('EntryBlocked', told.EntryBlocked, fact.data);
    case 'BlockLifted.v1':
      return tell('BlockLifted', told.BlockLifted, fact.data);
    case 'EntryPublished.v1':
      return tell('EntryPublished', told.EntryPublished, fact.data);
    case 'ObjectionReceived.v1':
      return tell('ObjectionReceived', told.ObjectionReceived, fact.data);
    case 'ObjectionSettled.v1':
      return tell('ObjectionSettled', told.ObjectionSettled, fact.data);
    case 'ObjectionReopened.v1':
      return tell('ObjectionReopened', told.ObjectionReopened, fact.data);
    default:
      return [];
  }
};

const tellEntry = (fact: EntriesFact | DossierFact): Told => {
  switch (fact.type) {
    case 'EntryPlanned.v1':
      return tell('EntryPlanned', told.EntryPlanned, identityOf(fact.data));
    case 'EntryRevised.v1': {
      const answerablePersonIds = [...fact.data.answerable];
      return tell('EntryRevised', told.EntryRevised, { ...fact.data, answerablePersonIds });
    }
    case 'MilestonesPlanned.v1': {
      const { milestones, ...of } = fact.data;
      const milestoneIds = milestones.map(({ milestoneId }) => milestoneId);
      return tell('MilestonesPlanned', told.MilestonesPlanned, { ...of, milestoneIds });
    }
    case 'EntryConfirmed.v1':
      return tell('EntryConfirmed', told.EntryConfirmed, fact.data);
    case 'MilestoneCompleted.v1':
    case 'MilestoneReopened.v1': {
      const reached = fact.type === 'MilestoneCompleted.v1';
      return tell('EntryProgressed', told.EntryProgressed, { ...fact.data, reached });
    }
    case 'ProgressReported.v1':
      return tell('EntryProgressed', told.EntryProgressed, { ...fact.data, milestoneId: '', reached: false });
    case 'EntryFeatured.v1':
      return tell('EntryFeatured', told.EntryFeatured, fact.data);
    case 'FeaturingEnded.v1':
      return tell('FeaturingEnded', told.FeaturingEnded, fact.data);
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return tell('EntryDeclared', told.EntryDeclared, identityOf(fact.data));
    case 'EntryProposed.v1':
      return tell('EntryProposed', told.EntryProposed, identityOf(fact.data));
    case 'CandidatesEntered.v1':
      return tellCandidates(fact);
    case 'EntryListed.v1': {
      const { entryId, editionId, nominatorId, subject, track, homeId, title } = fact.data;
      const listed = { entryId, editionId, nominatorId, track, homeId, title };
      return tell('EntryListed', told.EntryListed, { ...listed, subjectKind: subject.kind, subjectId: subject.id });
    }
    // For everybody else it is removed, and the removal undone.
    case 'EntryDelisted.v1':
      return tell('EntryRemoved', told.EntryRemoved, { ...fact.data, wasEntered: false });
    case 'EntryRelisted.v1':
      return tell('ActUndone', told.ActUndone, { ...fact.data, act: 'EntryRemoved' });
    case 'EntryWithdrawn.v1': {
      const placeKept = fact.data.quotaPlace === 'taken';
      return tell('EntryWithdrawn', told.EntryWithdrawn, { ...fact.data, placeKept });
    }
    case 'EntryRemoved.v1':
      return tell('EntryRemoved', told.EntryRemoved, fact.data);
    // Whoever keeps the keys destroys them; of whose they are nothing is told.
    case 'AuthorErased.v1': {
      const { entryId, editionId, nominatorId } = fact.data;
      return tell('AuthorErased', told.AuthorErased, { entryId, editionId, nominatorId });
    }
    case 'EntryHandedOver.v1': {
      const answerablePersonIds = [...fact.data.answerable];
      return tell('EntryHandedOver', told.EntryHandedOver, { ...fact.data, answerablePersonIds });
    }
    case 'ActUndone.v1':
      return tell('ActUndone', told.ActUndone, fact.data);
    case 'IntakeClosed.v1':
      return tellIntake(fact);
    default:
      return tellReview(fact);
  }
};

/** Whose claim was taken over hears of it, and the office that something moved; who is reviewing what is the office's own. */
const tellReviewClaim = (fact: ReviewClaimFact): Told => {
  const { entryId, editionId, committeeId } = fact.data;
  // What was stored before the committee was written down can be placed nowhere.
  const moved =
    committeeId === null ? [] : tell('ReviewClaimMoved', told.ReviewClaimMoved, { entryId, editionId, committeeId });
  if (fact.type !== 'ReviewClaimTakenOver.v2') return moved;
  const { takenFrom: personId } = fact.data;
  return [...tell('ReviewClaimTakenOver', told.ReviewClaimTakenOver, { entryId, editionId, personId }), ...moved];
};

/** The unit hears that a file of its entry is gone; why stands in the entry's history. */
const tellEvidence = (fact: EvidenceFact): Told => {
  if (fact.type !== 'EvidenceDestroyed.v1') return [];
  const { entryId, editionId, nominatorId } = fact.data;
  return tell('EvidenceDestroyed', told.EvidenceDestroyed, { entryId, editionId, nominatorId });
};

/** How many stand on it, not who: of a long one the last part tells. */
const tellRoll = (fact: RollFact): Told => {
  if (fact.type === 'RollNeedsTested.v1') return [];
  const { editionId, counts } = fact.data;
  const isLast = fact.type !== 'RollListed.v1' || fact.data.part === fact.data.parts;
  if (counts === null || !isLast) return [];
  return tell('RollCounted', toldOf.RollCounted, {
    editionId,
    asOf: fact.type === 'RollListed.v1' ? fact.data.asOf : '',
    counts: counts.map(({ trackId, count }) => ({ track: trackId ?? '', count })),
  });
};

const tellReminder = ({ data }: NominatorReminded): Told => tell('NominatorReminded', told.NominatorReminded, data);

/** What merit campaigns tell other contexts: ids and outcomes; a message names its fields, so nothing sealed passes. */
export const tellMeritProjectFacts: Translator = {
  context: 'merit_projects',
  streamPrefixes: [
    ...[TEMPLATE_STREAMS, HOLIDAYS_STREAMS, EDITION_STREAMS, ENTRIES_STREAMS, DOSSIER_STREAMS],
    ...[REVIEW_CLAIM_STREAMS, REMINDER_STREAMS, EVIDENCE_STREAMS, ROLL_STREAMS, PROBLEM_STREAMS],
  ],
  translate: ({ stream, type, data }) => {
    if (stream.startsWith(TEMPLATE_STREAMS)) return tellTemplate({ type, data } as TemplateAdopted);
    if (stream.startsWith(HOLIDAYS_STREAMS)) return tellHolidays({ type, data } as HolidaysFact);
    if (stream.startsWith(REVIEW_CLAIM_STREAMS)) return tellReviewClaim(upcastClaim({ type, data }) as ReviewClaimFact);
    if (stream.startsWith(REMINDER_STREAMS)) return tellReminder({ type, data } as NominatorReminded);
    if (stream.startsWith(PROBLEM_STREAMS)) return tellProblem({ type, data } as ProblemFact);
    if (stream.startsWith(ROLL_STREAMS)) return tellRoll({ type, data } as RollFact);
    if (stream.startsWith(EVIDENCE_STREAMS)) return tellEvidence({ type, data } as EvidenceFact);
    if (stream.startsWith(EDITION_STREAMS)) return tellEdition({ type, data } as EditionFact);
    return tellEntry({ type, data } as EntriesFact | DossierFact);
  },
};
