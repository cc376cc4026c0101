import { EventEmitter } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { atPace, withinTime } from './arriving-body.ts';

const arrived = async (body: Readable): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** Sends one piece every few milliseconds. */
const dribbling = (pieces: readonly string[], everyMs: number): PassThrough => {
  const sent = new PassThrough();
  const left = [...pieces];
  const timer = setInterval(() => {
    const next = left.shift();
    if (next !== undefined) return void sent.write(next);
    clearInterval(timer);
    sent.end();
  }, everyMs);
  return sent;
};

/** The body of a request that nobody has answered yet. */
const unanswered = (payload: Readable) => ({ payload, answer: new EventEmitter() });

describe('a body as it arrives', () => {
  it('comes through as it was sent', async () => {
    expect(await arrived(withinTime(unanswered(dribbling(['a', 'b', 'c'], 1))))).toBe('abc');
    expect(await arrived(atPace(unanswered(dribbling(['a', 'b', 'c'], 1))))).toBe('abc');
  });

  it('that is no file has a time, however it dribbles', async () =>
    expect(
      arrived(withinTime(unanswered(dribbling(Array.from({ length: 100 }, String), 5)), 60)),
    ).rejects.toMatchObject({
      reason: 'REQUEST_TIMEOUT',
    }));

  it('that is a file takes as long as it needs while it keeps its pace', async () => {
    const pieces = Array.from({ length: 40 }, () => 'x'.repeat(100));
    // 100 bytes every 5 ms are some 20,000 a second; it takes ten windows.
    expect(
      await arrived(atPace(unanswered(dribbling(pieces, 5)), { bytesPerSecond: 2_000, windowMs: 20 })),
    ).toHaveLength(4_000);
  });

  it('that is a file and dribbles below the floor, or stands still, is ended', async () => {
    const slow = atPace(unanswered(dribbling(Array.from({ length: 100 }, String), 5)), {
      bytesPerSecond: 10_000,
      windowMs: 40,
    });
    await expect(arrived(slow)).rejects.toMatchObject({ reason: 'REQUEST_TIMEOUT' });
    const still = atPace(unanswered(new PassThrough()), { bytesPerSecond: 1, windowMs: 20 });
    await expect(arrived(still)).rejects.toMatchObject({ reason: 'REQUEST_TIMEOUT' });
  });

  it('whose sender goes away ends', async () => {
    const sent = new PassThrough();
    const body = arrived(withinTime(unanswered(sent)));
    sent.write('a');
    sent.destroy();
    await expect(body).rejects.toMatchObject({ reason: 'MALFORMED_REQUEST' });
  });

  it('that nobody reads disturbs nobody, however it ends', async () => {
    const late = withinTime(unanswered(new PassThrough()), 10);
    const broken = new PassThrough();
    const read = withinTime(unanswered(broken));
    broken.write('a');
    broken.destroy(new Error('gone'));
    await Promise.all([late, read].map((body) => new Promise((resolve) => body.once('close', resolve))));
  });

  it('that was answered before it was read is thrown away: what stands behind it on the connection is read', async () => {
    const answer = new EventEmitter();
    const sent = new PassThrough();
    withinTime({ payload: sent, answer });
    const large = Buffer.alloc(1_000_000);
    sent.end(large);
    answer.emit('finish');
    await new Promise((resolve) => sent.once('end', resolve));
  });
});
