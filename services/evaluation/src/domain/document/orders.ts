import type { Actor } from '../decision/taken-orders.ts';
import type { DocumentMade } from './facts.ts';

/** What was made; which one it replaces the rule book says. */
export type MakeDocument = Readonly<{
  type: 'MakeDocument';
  by: Actor;
  now: string;
  document: Omit<DocumentMade['data'], 'replaces' | 'madeAt' | 'madeBy' | 'role'>;
}>;

export type WithdrawDocument = Readonly<{
  type: 'WithdrawDocument';
  by: Actor;
  now: string;
  documentId: string;
  reason: string;
  why: string;
}>;

/** The decision was annulled: whatever was made of its circular goes with it. */
export type WithdrawWithDecision = Readonly<{
  type: 'WithdrawWithDecision';
  by: Actor;
  now: string;
  decisionId: string;
}>;

export type DocumentOrder = MakeDocument | WithdrawDocument | WithdrawWithDecision;
