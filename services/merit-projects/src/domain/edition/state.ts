import type { Proposal } from '@jiangong/event-store';
import type { DayWindow, Instant, InstantWindow } from '@jiangong/calendar';
import type { AskedNeeds } from '../needs/needs.ts';
import type { QuotaShare } from '../needs/shares.ts';
import {
  type Act,
  type AskedDocuments,
  type AskedRoll,
  type EditionTables,
  isScored,
  type StageRule,
  standsForVote,
} from '../programme.ts';
import type { EditionFact, EditionOpened, EditionProposalTerms } from './facts.ts';

export type StageProgress = 'ahead' | 'open' | 'closed';

/** A stage as scheduled and as it went. `closings`: how often it was closed. */
export type StageState = StageRule &
  DayWindow &
  InstantWindow &
  Readonly<{ progress: StageProgress; closings: number }>;

export type LateEntry = Readonly<{ nominatorId: string; stageId: string; act: Act; from: Instant; untilAt: Instant }>;

/** The roll of an edition, and from when on it is listed. */
export type EditionRoll = AskedRoll & Readonly<{ listsAt: Instant }>;

export type OpenEditionState = Readonly<{
  kind: 'open' | 'closed' | 'abandoned';
  terms: EditionOpened['data'];
  documents: readonly AskedDocuments[];
  roll: EditionRoll | null;
  needs: readonly AskedNeeds[];
  shares: readonly QuotaShare[];
  /** In the template's order. */
  stages: readonly StageState[];
  lateEntries: readonly LateEntry[];
  /** What the review looks at; empty: whatever the reviewer names. */
  reviewList: readonly string[];
  proposals: Readonly<Record<string, Proposal & Readonly<{ terms: EditionProposalTerms }>>>;
  reschedules: number;
  reopenings: number;
  amendments: number;
}>;

export type Edition = Readonly<{ kind: 'absent' }> | OpenEditionState;

export const noEdition: Edition = { kind: 'absent' };

export const stageOf = (edition: OpenEditionState, stageId: string): StageState | undefined =>
  edition.stages.find((stage) => stage.stageId === stageId);

/** The stage before whose opening entries enter: the first in which points are given, or that decides where none are. */
export const entranceOf = <S extends StageRule>(stages: readonly S[]): S | undefined =>
  stages.find(isScored) ?? stages.find(({ act }) => act === 'decide');

/** The stage before whose opening whatever was declared enters: of candidates, who were voted upon before, the one that decides. */
export const admissionOf = <S extends StageRule>(
  tables: Pick<EditionTables, 'intake'>,
  stages: readonly S[],
): S | undefined => (standsForVote(tables) ? stages.find(({ act }) => act === 'decide') : entranceOf(stages));

/** What a stage of the intake has to be over for: a proposal for the vote, everything behind the vote for the decision. */
export const gateOf = <S extends StageRule>(
  tables: Pick<EditionTables, 'intake'>,
  stages: readonly S[],
  stage: StageRule,
): S | undefined => {
  const entrance = entranceOf(stages);
  const isBefore =
    entrance === undefined || stages.findIndex(({ stageId }) => stageId === stage.stageId) < stages.indexOf(entrance);
  return isBefore ? entrance : admissionOf(tables, stages);
};

type StageFact = Extract<EditionFact, { data: { stageId: string; act: Act } }>;

const evolveStage = (stage: StageState, fact: StageFact): StageState => {
  switch (fact.type) {
    case 'StageScheduled.v1':
    case 'StageRescheduled.v1': {
      const { opensOn, closesOn, opensAt, closesAt } = fact.data;
      return { ...stage, opensOn, closesOn, opensAt, closesAt };
    }
    case 'StageOpened.v1':
      return { ...stage, progress: 'open' };
    case 'StageClosed.v1':
      return { ...stage, progress: 'closed', closings: fact.data.closing };
    case 'StageReopened.v1':
      return { ...stage, progress: 'open', closesOn: fact.data.closesOn, closesAt: fact.data.closesAt };
    case 'LateEntryAllowed.v1':
    case 'LateEntryEnded.v1':
      return stage;
  }
};

const scheduled = (edition: OpenEditionState, stageId: string): StageState => {
  const rule = edition.terms.tables.stages.find((stage) => stage.stageId === stageId);
  if (!rule) throw new Error(`${stageId} is no stage of the edition's template`);
  return { ...rule, opensOn: '', closesOn: '', opensAt: '', closesAt: '', progress: 'ahead', closings: 0 };
};

const evolveStages = (edition: OpenEditionState, fact: StageFact): OpenEditionState => {
  const known = stageOf(edition, fact.data.stageId) ?? scheduled(edition, fact.data.stageId);
  const next = evolveStage(known, fact);
  const order = edition.terms.tables.stages.map(({ stageId }) => stageId);
  const stages = [...edition.stages.filter(({ stageId }) => stageId !== next.stageId), next];
  return { ...edition, stages: stages.toSorted((a, b) => order.indexOf(a.stageId) - order.indexOf(b.stageId)) };
};

const without = <T>(all: Readonly<Record<string, T>>, id: string | null): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));

const evolveOpen = (edition: OpenEditionState, fact: Exclude<EditionFact, EditionOpened>): OpenEditionState => {
  switch (fact.type) {
    case 'StageScheduled.v1':
    case 'StageOpened.v1':
    case 'StageClosed.v1':
      return evolveStages(edition, fact);
    case 'StageRescheduled.v1':
      return { ...evolveStages(edition, fact), reschedules: edition.reschedules + 1 };
    case 'StageReopened.v1':
      return {
        ...evolveStages(edition, fact),
        // Also an edition that was closed is at work again.
        kind: 'open',
        reopenings: edition.reopenings + 1,
        proposals: without(edition.proposals, fact.data.proposalId),
      };
    case 'DocumentsAsked.v1':
      return { ...edition, documents: fact.data.tracks };
    case 'RollAsked.v1': {
      const { asOf, enters, wholes, listsAt } = fact.data;
      return { ...edition, roll: { asOf, enters, wholes, listsAt } };
    }
    case 'NeedsAsked.v1':
      return { ...edition, needs: fact.data.tracks };
    case 'SharesAsked.v1':
      return { ...edition, shares: fact.data.shares };
    case 'EditionAmended.v1': {
      const { titleZh, titleEn, parameters, tables } = fact.data;
      const terms = { ...edition.terms, titleZh, titleEn, parameters, tables };
      return { ...edition, terms, amendments: edition.amendments + 1 };
    }
    case 'LateEntryAllowed.v1': {
      const { nominatorId, stageId, act, from, untilAt } = fact.data;
      return { ...edition, lateEntries: [...edition.lateEntries, { nominatorId, stageId, act, from, untilAt }] };
    }
    case 'LateEntryEnded.v1': {
      const { nominatorId, stageId, endedAt } = fact.data;
      const lateEntries = edition.lateEntries.map((late) =>
        late.nominatorId === nominatorId && late.stageId === stageId && endedAt < late.untilAt
          ? { ...late, untilAt: endedAt }
          : late,
      );
      return { ...edition, lateEntries };
    }
    case 'ReviewListSet.v1':
      return { ...edition, reviewList: fact.data.items };
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      const proposal = { proposalId, act, proposedBy, role, proposedAt, terms };
      return { ...edition, proposals: { ...edition.proposals, [proposalId]: proposal } };
    }
    case 'ProposalRejected.v1':
      return { ...edition, proposals: without(edition.proposals, fact.data.proposalId) };
    case 'EditionClosed.v1':
      return { ...edition, kind: 'closed' };
    case 'EditionAbandoned.v1':
      return { ...edition, kind: 'abandoned', proposals: {} };
  }
};

export const evolveEdition = (edition: Edition, fact: EditionFact): Edition => {
  if (fact.type === 'EditionOpened.v1')
    return {
      kind: 'open',
      terms: fact.data,
      documents: [],
      roll: null,
      needs: [],
      shares: [],
      stages: [],
      lateEntries: [],
      reviewList: [],
      proposals: {},
      reschedules: 0,
      reopenings: 0,
      amendments: 0,
    };
  // An edition's first fact is its opening: another one first would be a stream that this decider never wrote.
  if (edition.kind === 'absent') throw new Error(`${fact.type} before EditionOpened.v1`);
  return evolveOpen(edition, fact);
};
