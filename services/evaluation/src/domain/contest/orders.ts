import type { CarriedValue } from '@jiangong/scoring';
import type { OpenedSheet, SealedSheet } from '../round/orders.ts';
import type { OrderSecrets } from '../round/draw-secrets.ts';

type At = Readonly<{ now: string }>;

export type DrawOrder = At & Readonly<{ type: 'DrawOrder'; lot: string; secrets: OrderSecrets }>;
export type CallEntry = At & Readonly<{ type: 'CallEntry'; entryId: string }>;
export type PutOffEntry = At & Readonly<{ type: 'PutOffEntry'; entryId: string; reason: string }>;
/** `handedIn`: seats whose marks of this turn are in. */
export type CloseEntry = At &
  Readonly<{ type: 'CloseEntry'; entryId: string; reason: string; handedIn: readonly string[] }>;
export type ReopenEntry = At &
  Readonly<{ type: 'ReopenEntry'; entryId: string; seatIds: readonly string[]; reason: string }>;
/** `sheets`: what was handed in for this entry, from the outside. */
export type OpenMarks = At &
  Readonly<{ type: 'OpenMarks'; entryId: string; sheets: readonly SealedSheet[]; carried: readonly CarriedValue[] }>;
export type ShowScore = At &
  Readonly<{ type: 'ShowScore'; entryId: string; sheets: readonly OpenedSheet[]; carried: readonly CarriedValue[] }>;

export type ContestOrder = DrawOrder | CallEntry | PutOffEntry | CloseEntry | ReopenEntry | OpenMarks | ShowScore;
