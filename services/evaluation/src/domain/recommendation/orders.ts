import type { Decidable } from '../decision/decidable.ts';
import type { Actor, OpenObjection } from '../decision/taken-orders.ts';
import type { RecommendationAct } from './words.ts';

type At = Readonly<{ now: string; by: Actor }>;

/** The paper with which it goes on, and the day it went. */
export type Paper = Readonly<{ documentNumber: string; file: string; effectiveOn: string }>;

/**
 * `decidable`: what was decided upon, as it stands when the order is given; `version`: of what was declared; `dueBy`: when the calendar's
 * stage of putting forward ends; null: it does not say.
 */
export type PutForward = At &
  Paper &
  Readonly<{
    type: 'PutForward';
    recommendationId: string;
    decidable: Decidable;
    rule: string;
    entryId: string;
    version: number;
    openObjections: readonly OpenObjection[];
    dueBy: string | null;
  }>;

export type CorrectPutForward = At & Paper & Readonly<{ type: 'CorrectPutForward'; why: string }>;

export type RecordOutsideDecision = At &
  Paper &
  Readonly<{ type: 'RecordOutsideDecision'; outcome: string; level: string }>;

/** Words as they came: the decider checks them. */
export type ProposeRecommendationAct = At &
  Readonly<{
    type: 'ProposeRecommendationAct';
    proposalId: string;
    terms: Readonly<{ act: RecommendationAct; reason: string }>;
    why: string;
  }>;

export type RejectRecommendationProposal = At &
  Readonly<{ type: 'RejectRecommendationProposal'; proposalId: string; why: string }>;

export type CarryOutRecommendationProposal = At &
  Readonly<{ type: 'CarryOutRecommendationProposal'; proposalId: string; why: string }>;

/** Follows from the annulment of the decision that it rested on. */
export type TakeBackWithDecision = At &
  Readonly<{
    type: 'TakeBackWithDecision';
    decisionId: string;
    annulledAt: string;
    proposalId: string;
    proposedBy: string;
  }>;

export type RecommendationOrder =
  | PutForward
  | CorrectPutForward
  | RecordOutsideDecision
  | ProposeRecommendationAct
  | RejectRecommendationProposal
  | CarryOutRecommendationProposal
  | TakeBackWithDecision;
