import type { Instant } from '@jiangong/calendar';
import type { About, Carried, EvidenceHash } from './about.ts';

export const OBJECTION_OUTCOMES = ['upheld-remove', 'upheld-return', 'upheld', 'rejected'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];
export type ObjectionAgainst = 'entry' | 'result';

/**
 * Name, contact, statement and evidence are sealed under a key of this objection. `source`: a keyed fingerprint of where it came from,
 * never an address. `confirmation`: how the objector confirmed it.
 */
export type ObjectionReceived = About<
  'ObjectionReceived.v1',
  {
    objectionId: string;
    against: ObjectionAgainst;
    channel: 'platform' | 'letter';
    confirmation: 'none' | 'code';
    source: string;
    answerDueAt: Instant;
    /** Empty where the answer is due when scoring opens. */
    holidaysHash: string;
    prose: {
      objectorName: string;
      objectorContact: string;
      statement: string;
      evidence: readonly EvidenceHash[];
    };
  }
>;
/** The answer speaks to the objector and is sealed like the objection. */
export type ObjectionSettled = About<
  'ObjectionSettled.v1',
  { objectionId: string; against: ObjectionAgainst; outcome: ObjectionOutcome; prose: { answer: string } } & Carried
>;
/**
 * Answered in error: it is open again, by two offices, and is answered anew. `reopening` counts from 1. What the wrong answer did to
 * the entry is taken back by itself (`ActUndone`).
 */
export type ObjectionReopened = About<
  'ObjectionReopened.v1',
  {
    objectionId: string;
    against: ObjectionAgainst;
    reopening: number;
    answerDueAt: Instant;
    /** Empty where the answer is due when scoring opens. */
    holidaysHash: string;
    prose: { why: string };
  } & Carried
>;

export type ObjectionFact = ObjectionReceived | ObjectionSettled | ObjectionReopened;
