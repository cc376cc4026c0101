import type { Token } from './kept-tokens.ts';
import { jsonFile, saveFile } from '../components/save-file.ts';

/**
 * What finds a paper of several answers among those that were counted: its token, which enters the log without a choice. No serial and no
 * level: with a serial whoever has the file would know an answer, and with all of them the whole paper.
 */
export type Receipt = Readonly<{ ballotId: string; boxId: string; token: string }>;

export const receiptOf = (ballotId: string, { boxId, token }: Token): Receipt => ({ ballotId, boxId, token });

export const saveReceipts = (receipts: readonly Receipt[]): void => saveFile('ballot-receipt.json', jsonFile(receipts));
