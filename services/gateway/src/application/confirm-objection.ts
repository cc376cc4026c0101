import { requestIdOf } from '@jiangong/event-store';
import type { EvidenceStore } from '@jiangong/evidence';
import { addressSourceOf } from './address-source.ts';
import {
  type HandedIn,
  type HandInFile,
  handInHash,
  handInKey,
  type HandInPorts,
  type Objection,
  openHandIn,
  proveHandIn,
  takeOf,
} from './hand-in.ts';
import {
  CONFIRMED_OF_BLOCK_MAX,
  FILE_BYTES_MAX,
  FILES_MAX,
  HAND_IN_LIMITS,
  QUARANTINE_BYTES_MAX,
  RECEIPTS_KEPT_MS,
} from './hand-in-limits.ts';
import { receiptCodeOf, receiptHash } from './objection-receipts.ts';
import { EdgeError } from './problem.ts';
import { openBox, sealBox } from './sealed-box.ts';

/** The service's proof of acceptance, as it is answered. */
type Receipt = {
  events: { eventId: string; type: string; hash: string }[];
  revision: number;
  position: number;
  repeated: boolean;
};

export type Received = Readonly<{ objectionId: string; answerDueAt: string; receipt: Receipt }>;

/** How an objection stands: nobody's name, and no word of what was said. */
export type ObjectionStatus = Readonly<{
  entryId: string;
  against: string;
  status: string;
  outcome: string;
  receivedAt: string;
  answerDueAt: string;
  settledAt: string;
}>;

/** The service that owns objections. Both calls go out as nobody's: nothing of the sender's is tied to them. */
export interface ObjectionService {
  registerEvidence(
    file: Readonly<{ requestId: string; sha256: string; bytes: number; mediaType: string }>,
  ): Promise<void>;
  receive(
    order: Objection &
      Readonly<{
        requestId: string;
        entryId: string;
        evidence: readonly string[];
        source: string;
        confirmation: 'code';
      }>,
  ): Promise<Received>;
  /** Undefined when there is none. */
  status(objectionId: string): Promise<ObjectionStatus | undefined>;
}

export type ObjectionPorts = HandInPorts & Readonly<{ evidence: EvidenceStore; service: ObjectionService }>;

export type QuarantinedFile = Readonly<{ sha256: string; bytes: number; mediaType: string }>;

/** A whole file, and no more than may be. */
const bytesOf = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of content) {
    bytes += part.length;
    if (bytes > FILE_BYTES_MAX) throw new EdgeError('HAND_IN_FILE_TOO_LARGE');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

async function* inOnePart(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const fileLabel = (tokenHash: Buffer, sha256: string): string => `${tokenHash.toString('hex')} ${sha256}`;

/**
 * Takes in a file for an objection that waits to be confirmed. It stays in quarantine, sealed, served to nobody, and lapses with its objection.
 * Refusals: HAND_IN_UNKNOWN, HAND_IN_FILE_TOO_LARGE, HAND_IN_FILES_MAX, QUARANTINE_FULL, EVIDENCE_*.
 */
export const handInFile =
  (ports: ObjectionPorts) =>
  async (
    given: Readonly<{ token: string; content: AsyncIterable<Uint8Array>; address: string }>,
  ): Promise<QuarantinedFile> => {
    const { store, rateLimits, masterKey, evidence } = ports;
    const at = addressSourceOf(given.address);
    await takeOf(rateLimits, HAND_IN_LIMITS.files, at.source);
    await takeOf(rateLimits, HAND_IN_LIMITS.filesOfBlock, at.block);
    const { handedIn } = await openHandIn(ports, given.token);
    if (handedIn.confirmed) throw new EdgeError('HAND_IN_UNKNOWN', { field: 'handIn' });
    const content = await bytesOf(given.content);
    if ((await store.quarantined()) + content.length > QUARANTINE_BYTES_MAX) throw new EdgeError('QUARANTINE_FULL');
    const judged = await evidence.receive(inOnePart(content));
    if (judged.kind === 'refused') throw new EdgeError(judged.refusal.reason);
    await evidence.drop(judged.evidence);
    const { sha256, bytes, mediaType } = judged.evidence;
    const { tokenHash } = handedIn;
    const sealed = sealBox(handInKey(masterKey), fileLabel(tokenHash, sha256), content);
    if ((await store.putFile({ tokenHash, sha256, bytes, mediaType, sealed }, FILES_MAX)) === 'too-many')
      throw new EdgeError('HAND_IN_FILES_MAX');
    return { sha256, bytes, mediaType };
  };

/** The files that are named, all of them handed in with this objection; whether others have them nobody learns. */
const namedFiles = async (
  { store }: ObjectionPorts,
  { tokenHash }: HandedIn,
  named: readonly string[],
): Promise<readonly HandInFile[]> => {
  const files = new Map((await store.files(tokenHash)).map((file) => [file.sha256, file]));
  return named.map((sha256, index) => {
    const file = files.get(sha256);
    if (file === undefined) throw new EdgeError('EVIDENCE_NOT_FOUND', { field: `evidence[${index}]` });
    return file;
  });
};

/** Out of quarantine: registered, then kept with the other evidence, whose readers the service decides. */
const release = async ({ evidence, masterKey, service }: ObjectionPorts, file: HandInFile): Promise<void> => {
  const { tokenHash, sha256, bytes, mediaType } = file;
  const content = openBox(handInKey(masterKey), fileLabel(tokenHash, sha256), file.sealed);
  const received = await evidence.receive(inOnePart(content));
  if (received.kind === 'refused') throw new Error(`a file in quarantine is refused: ${received.refusal.reason}`);
  try {
    const requestId = requestIdOf(`objection evidence ${fileLabel(tokenHash, sha256)}`);
    await service.registerEvidence({ requestId, sha256, bytes, mediaType });
    await evidence.keep(received.evidence);
  } catch (error) {
    await evidence.drop(received.evidence);
    throw error;
  }
};

/**
 * The objector confirms: now it is an objection, and stands in the log. Confirmed again it gets its first answer. Refusals beside the
 * service's: HAND_IN_UNKNOWN, CODE_WRONG, CONFIRMED_TOO_SOON, EVIDENCE_NOT_FOUND, OBJECTIONS_OF_BLOCK.
 */
export const confirmObjection =
  (ports: ObjectionPorts) =>
  async (
    given: Readonly<{ token: string; code: string; evidence: readonly string[]; address: string }>,
  ): Promise<Received & Readonly<{ receiptCode: string }>> => {
    const { store, rateLimits, service, nowMs } = ports;
    await takeOf(rateLimits, HAND_IN_LIMITS.address, `confirm ${addressSourceOf(given.address).source}`);
    const { handedIn, objection } = await openHandIn(ports, given.token);
    await proveHandIn(ports, handedIn, given);
    const files = await namedFiles(ports, handedIn, given.evidence);
    if (!handedIn.confirmed && (await store.counts(handedIn)).confirmed >= CONFIRMED_OF_BLOCK_MAX)
      throw new EdgeError('OBJECTIONS_OF_BLOCK');
    for (const file of files) await release(ports, file);
    const { entryId, source } = handedIn;
    const received = await service.receive({
      ...objection,
      requestId: requestIdOf(`objection ${handInHash(given.token).toString('hex')}`),
      entryId,
      evidence: given.evidence,
      source,
      confirmation: 'code',
    });
    const receiptCode = receiptCodeOf(ports.masterKey, given.token);
    const now = nowMs();
    await store.confirm(
      handedIn,
      {
        codeHash: receiptHash(receiptCode),
        objectionId: received.objectionId,
        lapsesAt: now + RECEIPTS_KEPT_MS,
      },
      now,
    );
    return { ...received, receiptCode };
  };
