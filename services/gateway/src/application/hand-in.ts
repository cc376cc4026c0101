import { createHash, createHmac } from 'node:crypto';
import type { EvidenceMediaType } from '@jiangong/evidence';
import { addressSourceOf, fingerprint } from './address-source.ts';
import {
  CONFIRM_AFTER_MS,
  CONFIRMED_OF_BLOCK_MAX,
  HAND_IN_LIMITS,
  LAPSES_AFTER_MS,
  WAITING_MAX,
  WAITING_OF_SOURCE_MAX,
} from './hand-in-limits.ts';
import { EdgeError } from './problem.ts';
import type { RateLimit, RateLimits } from './rate-limit.ts';
import { keyFor, openBox, sealBox } from './sealed-box.ts';

/** What somebody objects, before it is confirmed: at the gateway only, sealed. */
export type Objection = Readonly<{ objectorName: string; objectorContact: string; statement: string }>;

export type HandedIn = Readonly<{
  tokenHash: Buffer;
  entryId: string;
  source: string;
  block: string;
  codeHash: Buffer;
  sealed: Buffer;
  handedInAt: number;
  lapsesAt: number;
}>;

/** By what an objector asks how the objection stands: of the code only its hash is kept. */
export type ObjectionReceipt = Readonly<{ codeHash: Buffer; objectionId: string; lapsesAt: number }>;

export type HandInFile = Readonly<{
  tokenHash: Buffer;
  sha256: string;
  bytes: number;
  mediaType: EvidenceMediaType;
  sealed: Buffer;
}>;

export interface HandInStore {
  /** The key of an entry's fingerprints, sealed; made by the first who needs it. */
  entryKey(entryId: string, fresh: Buffer, nowMs: number): Promise<Buffer>;
  /** How much waits: of this source and entry, of all; and what this block has confirmed for the entry. */
  counts(
    of: Pick<HandedIn, 'entryId' | 'source' | 'block'>,
  ): Promise<{ waiting: number; ofAll: number; confirmed: number }>;
  /** The same one again changes nothing. */
  put(handedIn: HandedIn, triesLeft: number): Promise<void>;
  /** Undefined when unknown or lapsed. */
  find(tokenHash: Buffer, nowMs: number): Promise<(HandedIn & Readonly<{ confirmed: boolean }>) | undefined>;
  /** In one step; the last wrong try takes it away. */
  prove(tokenHash: Buffer, codeHash: Buffer): Promise<'right' | 'wrong' | 'gone'>;
  /** Together with the receipt by whose code the objector asks how it stands; the same one again changes nothing. */
  confirm(handedIn: HandedIn, receipt: ObjectionReceipt, nowMs: number): Promise<void>;
  /** Undefined when unknown or lapsed. */
  objectionOf(codeHash: Buffer, nowMs: number): Promise<string | undefined>;
  quarantined(): Promise<number>;
  putFile(file: HandInFile, filesMax: number): Promise<'kept' | 'too-many'>;
  files(tokenHash: Buffer): Promise<readonly HandInFile[]>;
  /** Takes away what lapsed, and what has been known for long enough. */
  sweep(nowMs: number, sourcesKeptMs: number): Promise<void>;
}

export type HandInPorts = Readonly<{
  store: HandInStore;
  rateLimits: RateLimits;
  masterKey: Buffer;
  /** The machine's clock: people wait in real time. */
  nowMs: () => number;
  random: (bytes: number) => Buffer;
}>;

export const handInHash = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();
const codeHashOf = (token: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${token} ${code.replaceAll(/[\s-]/gu, '')}`, 'utf8')
    .digest();

const SOURCE_KEY_BYTES = 32;
const CODE_DIGITS = 6;
export const HAND_IN_TRIES_MAX = 5;

/** A key for each purpose from the one of the installation. */
export const handInKey = (masterKey: Buffer): Buffer => keyFor(masterKey, 'objections-handed-in');

export const takeOf = async (limits: RateLimits, limit: RateLimit, key: string): Promise<void> => {
  const answer = await limits.take(limit, key);
  if (!answer.allowed) throw new EdgeError('TOO_MANY_REQUESTS', { retryAfterSeconds: answer.retryAfterSeconds });
};

const entryKeyOf = async ({ store, masterKey, nowMs, random }: HandInPorts, entryId: string): Promise<Buffer> => {
  const key = keyFor(masterKey, 'objection-sources');
  const sealed = await store.entryKey(entryId, sealBox(key, entryId, random(SOURCE_KEY_BYTES)), nowMs());
  return openBox(key, entryId, sealed);
};

/** Token and code follow from what was sent: a repeat gets the first answer, and nobody else can make them. */
const secretsOf = (masterKey: Buffer, said: string): { token: string; code: string } => {
  const key = keyFor(masterKey, 'objection-tokens');
  const of = (what: string): Buffer => createHmac('sha256', key).update(`${what} ${said}`, 'utf8').digest();
  const digits = String(of('code').readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
  return { token: of('token').toString('base64url'), code: digits };
};

export type HandInAnswer = Readonly<{ handIn: string; code: string; confirmFrom: string; confirmBefore: string }>;

const instant = (ms: number): string => new Date(ms).toISOString();

/**
 * Takes an objection in, to be confirmed. Nobody's place is taken by it: what is not confirmed lapses, and counts against its own source
 * only. Refusals: TOO_MANY_REQUESTS, OBJECTIONS_OF_SOURCE, OBJECTIONS_OF_BLOCK, TOO_BUSY.
 */
export const handIn =
  (ports: HandInPorts) =>
  async (
    given: Readonly<{ entryId: string; objection: Objection; key: string; address: string }>,
  ): Promise<HandInAnswer> => {
    const { store, rateLimits, masterKey, nowMs } = ports;
    const { entryId, objection, address } = given;
    const at = addressSourceOf(address);
    await takeOf(rateLimits, HAND_IN_LIMITS.address, at.source);
    await takeOf(rateLimits, HAND_IN_LIMITS.block, at.block);
    const { token, code } = secretsOf(masterKey, JSON.stringify([given.key, entryId, objection]));
    const tokenHash = handInHash(token);
    const now = nowMs();
    const known = await store.find(tokenHash, now);
    if (known !== undefined) return answerOf(known, token, code);
    const entryKey = await entryKeyOf(ports, entryId);
    const of = {
      entryId,
      source: fingerprint(entryKey, `source ${at.source}`),
      block: fingerprint(entryKey, `block ${at.block}`),
    };
    const { waiting, ofAll, confirmed } = await store.counts(of);
    if (waiting >= WAITING_OF_SOURCE_MAX) throw new EdgeError('OBJECTIONS_OF_SOURCE');
    if (confirmed >= CONFIRMED_OF_BLOCK_MAX) throw new EdgeError('OBJECTIONS_OF_BLOCK');
    if (ofAll >= WAITING_MAX) throw new EdgeError('TOO_BUSY', { retryAfterSeconds: 60 });
    const handedIn = {
      ...of,
      tokenHash,
      codeHash: codeHashOf(token, code),
      sealed: sealBox(handInKey(masterKey), tokenHash.toString('hex'), Buffer.from(JSON.stringify(objection), 'utf8')),
      handedInAt: now,
      lapsesAt: now + LAPSES_AFTER_MS,
    };
    await store.put(handedIn, HAND_IN_TRIES_MAX);
    return answerOf(handedIn, token, code);
  };

const answerOf = ({ handedInAt, lapsesAt }: HandedIn, token: string, code: string): HandInAnswer => ({
  handIn: token,
  code,
  confirmFrom: instant(handedInAt + CONFIRM_AFTER_MS),
  confirmBefore: instant(lapsesAt),
});

/** The one that a token opens, and its contents. */
export const openHandIn = async (
  { store, masterKey, nowMs }: HandInPorts,
  token: string,
): Promise<Readonly<{ handedIn: HandedIn & { confirmed: boolean }; objection: Objection }>> => {
  const handedIn = await store.find(handInHash(token), nowMs());
  if (handedIn === undefined) throw new EdgeError('HAND_IN_UNKNOWN', { field: 'handIn' });
  const plain = openBox(handInKey(masterKey), handedIn.tokenHash.toString('hex'), handedIn.sealed);
  return { handedIn, objection: JSON.parse(plain.toString('utf8')) as Objection };
};

/** The code was given, and not at once. Refusals: HAND_IN_UNKNOWN, CODE_WRONG, CONFIRMED_TOO_SOON. */
export const proveHandIn = async (
  { store, nowMs }: HandInPorts,
  { tokenHash, handedInAt }: HandedIn,
  given: Readonly<{ token: string; code: string }>,
): Promise<void> => {
  const left = handedInAt + CONFIRM_AFTER_MS - nowMs();
  if (left > 0) throw new EdgeError('CONFIRMED_TOO_SOON', { retryAfterSeconds: Math.ceil(left / 1_000) });
  const outcome = await store.prove(tokenHash, codeHashOf(given.token, given.code));
  if (outcome === 'gone') throw new EdgeError('HAND_IN_UNKNOWN', { field: 'handIn' });
  if (outcome === 'wrong') throw new EdgeError('CODE_WRONG', { field: 'code' });
};
