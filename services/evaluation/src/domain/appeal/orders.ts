import type { AppealGround } from './ground.ts';

/** Every order but the edition's: the entry, the caller as he stands now, and when. */
type Given = Readonly<{ entryId: string; ground: AppealGround; now: string }>;
/** Words as they came. */
type OfAppeal = Given & Readonly<{ appealId: string; why: string }>;

/** One of the edition's stages in which appeals are taken. */
export type SetAppealWindow = Readonly<{
  type: 'SetAppealWindow';
  stageId: string;
  opensAt: string;
  closesAt: string;
  editionRevision: number;
  now: string;
}>;

/** `sourceId`, `itemId`: empty where the matter has none. */
export type FileAppeal = OfAppeal &
  Readonly<{ type: 'FileAppeal'; matter: string; sourceId: string; itemId: string; evidence: readonly string[] }>;

export type WithdrawAppeal = OfAppeal & Readonly<{ type: 'WithdrawAppeal' }>;

/** `wrote`: whether the caller found, marked, granted or recorded anything that the entry's result rests on. */
export type DecideAppeal = OfAppeal &
  Readonly<{ type: 'DecideAppeal'; outcome: string; remedy: string; wrote: boolean }>;

export type ReopenAppeal = OfAppeal & Readonly<{ type: 'ReopenAppeal'; role: string; wrote: boolean }>;

export type AppealOrder = SetAppealWindow | FileAppeal | WithdrawAppeal | DecideAppeal | ReopenAppeal;

const APPEAL_ORDERS: readonly string[] = [
  'SetAppealWindow',
  'FileAppeal',
  'WithdrawAppeal',
  'DecideAppeal',
  'ReopenAppeal',
] satisfies readonly AppealOrder['type'][];

export const isAppealOrder = <O extends Readonly<{ type: string }>>(order: O): order is Extract<O, AppealOrder> =>
  APPEAL_ORDERS.includes(order.type);
