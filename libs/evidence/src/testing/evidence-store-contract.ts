import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVIDENCE_BYTES_MAX, type EvidenceStore, type ReceivedEvidence } from '../evidence-store.ts';
import { refusedFiles, sampleFiles } from './sample-files.ts';

/** A store that is empty, and what is left of it in parts that came in and were neither kept nor dropped. */
export type EvidenceBench = Readonly<{
  store: EvidenceStore;
  incoming: () => Promise<number>;
  close: () => Promise<void>;
}>;

async function* partsOf(bytes: Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const wholeOf = async (content: AsyncIterable<Uint8Array> | undefined): Promise<Buffer | undefined> => {
  if (content === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What every adapter of the port must do. */
export const evidenceStoreContract = (name: string, make: () => Promise<EvidenceBench>): void => {
  describe(`evidence store: ${name}`, () => {
    let bench: EvidenceBench;
    beforeEach(async () => {
      bench = await make();
    });
    afterEach(async () => bench.close());

    const received = async (bytes: Uint8Array): Promise<ReceivedEvidence> => {
      const answer = await bench.store.receive(partsOf(bytes, 4_096));
      if (answer.kind === 'refused') throw new Error(answer.refusal.reason);
      return answer.evidence;
    };

    it.each(Object.entries(sampleFiles))(
      '%s is told from its content, kept under its hash and read back',
      async (mediaType, bytes) => {
        const answer = await bench.store.receive(partsOf(bytes));
        expect(answer).toEqual({
          kind: 'received',
          evidence: { ticket: expect.any(String), sha256: sha256Of(bytes), bytes: bytes.length, mediaType },
        });
        if (answer.kind === 'refused') return;
        expect(await bench.store.open(answer.evidence.sha256)).toBeUndefined();
        await bench.store.keep(answer.evidence);
        expect(await wholeOf(await bench.store.open(answer.evidence.sha256))).toEqual(bytes);
        expect(await bench.incoming()).toBe(0);
      },
    );

    it('a part of a file is read back, from its first byte to its last', async () => {
      const bytes = Buffer.from(Array.from({ length: 300 }, (_, n) => `line ${n}\n`).join(''));
      const kept = await received(bytes);
      await bench.store.keep(kept);
      const part = async (first: number, last: number) => wholeOf(await bench.store.open(kept.sha256, { first, last }));
      expect(await part(0, 0)).toEqual(bytes.subarray(0, 1));
      expect(await part(100, 199)).toEqual(bytes.subarray(100, 200));
      expect(await part(0, bytes.length - 1)).toEqual(bytes);
      expect(await part(bytes.length - 5, bytes.length - 1)).toEqual(bytes.subarray(-5));
      expect(await bench.store.open('0'.repeat(64), { first: 0, last: 1 })).toBeUndefined();
    });

    it.each(Object.entries(refusedFiles))('%s is refused and leaves nothing behind', async (_, bytes) => {
      expect(await bench.store.receive(partsOf(bytes))).toEqual({
        kind: 'refused',
        refusal: { reason: 'EVIDENCE_TYPE_NOT_ALLOWED' },
      });
      expect(await bench.incoming()).toBe(0);
    });

    it('an empty file is refused', async () => {
      expect(await bench.store.receive(partsOf(Buffer.alloc(0)))).toEqual({
        kind: 'refused',
        refusal: { reason: 'EVIDENCE_EMPTY' },
      });
      expect(await bench.incoming()).toBe(0);
    });

    it('a file may be as large as the limit, and is cut off beyond it', async () => {
      const largest = Buffer.alloc(EVIDENCE_BYTES_MAX, 'a');
      expect(await bench.store.receive(partsOf(largest, 1_000_000))).toMatchObject({
        kind: 'received',
        evidence: { bytes: EVIDENCE_BYTES_MAX },
      });
      let partsRead = 0;
      const endless = async function* (): AsyncIterable<Uint8Array> {
        for (;;) {
          partsRead += 1;
          yield largest.subarray(0, 1_000_000);
        }
      };
      expect(await bench.store.receive(endless())).toEqual({
        kind: 'refused',
        refusal: { reason: 'EVIDENCE_TOO_LARGE' },
      });
      expect(partsRead).toBe(EVIDENCE_BYTES_MAX / 1_000_000 + 1);
    });

    it('the same content kept twice is one file', async () => {
      const bytes = sampleFiles['text/plain'];
      for (const evidence of [await received(bytes), await received(bytes)]) await bench.store.keep(evidence);
      expect(await wholeOf(await bench.store.open(sha256Of(bytes)))).toEqual(bytes);
      expect(await bench.incoming()).toBe(0);
    });

    it('what is dropped is gone; dropping after keeping does nothing', async () => {
      const bytes = sampleFiles['application/pdf'];
      await bench.store.drop(await received(bytes));
      expect(await bench.store.open(sha256Of(bytes))).toBeUndefined();
      const kept = await received(bytes);
      await bench.store.keep(kept);
      await bench.store.drop(kept);
      expect(await wholeOf(await bench.store.open(sha256Of(bytes)))).toEqual(bytes);
      expect(await bench.incoming()).toBe(0);
    });

    it('a sender that breaks off leaves nothing behind', async () => {
      const broken = async function* (): AsyncIterable<Uint8Array> {
        yield sampleFiles['text/plain'];
        throw new Error('the sender is gone');
      };
      await expect(bench.store.receive(broken())).rejects.toThrow('the sender is gone');
      expect(await bench.incoming()).toBe(0);
    });

    it('what is destroyed is gone, once and for all that others keep; and what is not there may be destroyed', async () => {
      const [bytes, another] = [sampleFiles['image/png'], sampleFiles['application/pdf']];
      for (const evidence of [await received(bytes), await received(another)]) await bench.store.keep(evidence);
      for (const _ of ['once', 'again']) {
        await bench.store.destroy(sha256Of(bytes));
        expect(await bench.store.open(sha256Of(bytes))).toBeUndefined();
        expect(await bench.store.open(sha256Of(bytes), { first: 0, last: 1 })).toBeUndefined();
        expect(await wholeOf(await bench.store.open(sha256Of(another)))).toEqual(another);
      }
      for (const sha256 of ['', '../incoming', 'f'.repeat(64)]) await bench.store.destroy(sha256);
      // The store forgets that it was: whether it may come again is not the store's to say.
      await bench.store.keep(await received(bytes));
      expect(await wholeOf(await bench.store.open(sha256Of(bytes)))).toEqual(bytes);
    });

    it('what is no hash names no file', async () => {
      for (const sha256 of ['', 'incoming', '../../etc/passwd', 'A'.repeat(64), 'b'.repeat(64)])
        expect(await bench.store.open(sha256)).toBeUndefined();
    });
  });
};
