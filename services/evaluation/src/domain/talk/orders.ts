import type { TalkGround } from './ground.ts';

type Given = Readonly<{ talkId: string; ground: TalkGround; now: string }>;

/** `why`: of a correction; not read of a first record. */
export type RecordTalk = Given & Readonly<{ type: 'RecordTalk'; recordId: string; heldOn: string; why: string }>;
export type ConfirmTalk = Given & Readonly<{ type: 'ConfirmTalk'; recordId: string }>;
export type RefuteTalk = Given & Readonly<{ type: 'RefuteTalk'; recordId: string; why: string }>;
export type WithdrawTalk = Given & Readonly<{ type: 'WithdrawTalk'; recordId: string; why: string }>;

export type TalkOrder = RecordTalk | ConfirmTalk | RefuteTalk | WithdrawTalk;
