import type { Fact } from '@jiangong/event-store';
import type { RoundIds, Why } from '../decision/taken-facts.ts';

/** `committeeId`: whose office is asked, so that it can be told live. */
type Asked = RoundIds & Readonly<{ committeeId: string; requestId: string; seatId: string; personId: string }>;

/** An evaluator asked that his sheet be opened again; why stands sealed under the round's key for prose. */
export type ReopeningRequested = Fact<'ReopeningRequested.v1', Asked & Readonly<{ requestedAt: string; prose: Why }>>;

/** Whoever asked asks no longer. */
export type ReopeningRequestWithdrawn = Fact<'ReopeningRequestWithdrawn.v1', Asked & Readonly<{ withdrawnAt: string }>>;

/** The office leaves the sheet sealed, with a reason that the evaluator is told. */
export type ReopeningDeclined = Fact<
  'ReopeningDeclined.v1',
  Asked & Readonly<{ declinedBy: string; declinedAt: string; prose: Why }>
>;

export type ReopeningFact = ReopeningRequested | ReopeningRequestWithdrawn | ReopeningDeclined;

export const isReopeningFact = <F extends Fact>(fact: F): fact is Extract<F, ReopeningFact> =>
  fact.type === 'ReopeningRequested.v1' ||
  fact.type === 'ReopeningRequestWithdrawn.v1' ||
  fact.type === 'ReopeningDeclined.v1';
