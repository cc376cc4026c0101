import type { Blinded } from './blind-token.ts';
import { jsonFile, saveFile } from '../components/save-file.ts';

/** A token of this browser: without its signature it is still asked for. */
export type Token = Blinded & Readonly<{ signature?: string }>;
export type Tokens = readonly Token[];

/** Several people may use one browser: what each keeps is his own. A token goes as soon as it has voted. */
const nameOf = (ballotId: string, personId: string): string => `jiangong.ballot.${ballotId}.${personId}`;

export const isToken = (value: unknown): value is Token => {
  if (typeof value !== 'object' || value === null) return false;
  const { boxId, publicKey, token, inverse, blinded } = value as Readonly<Record<string, unknown>>;
  return [boxId, publicKey, token, inverse, blinded].every((one) => typeof one === 'string');
};

const tokensIn = (text: string): Tokens | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isToken) ? read : undefined;
  } catch {
    // What is no JSON is no copy of ours.
    return undefined;
  }
};

export const keptTokens = (ballotId: string, personId: string): Tokens =>
  tokensIn(localStorage.getItem(nameOf(ballotId, personId)) ?? '[]') ?? [];

export const keepTokens = (ballotId: string, personId: string, tokens: Tokens): void => {
  if (tokens.length === 0) localStorage.removeItem(nameOf(ballotId, personId));
  else localStorage.setItem(nameOf(ballotId, personId), JSON.stringify(tokens));
};

/** A copy to take to another browser: whoever has it has the vote. */
export const saveCopy = (tokens: Tokens): void => saveFile('ballot-tokens.json', jsonFile(tokens));

/** The tokens of a copy, as far as they are for these boxes; undefined: it is no copy of tokens for any of them. */
export const readCopy = async (file: File, boxIds: readonly string[]): Promise<Tokens | undefined> => {
  const mine = tokensIn(await file.text())?.filter(
    ({ boxId, signature }) => boxIds.includes(boxId) && signature !== undefined,
  );
  return mine === undefined || mine.length === 0 ? undefined : mine;
};
