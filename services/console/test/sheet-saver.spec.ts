import { describe, expect, it } from '@jest/globals';
import { outboxOf, type Outbox, type Sending } from '../src/sheets/outbox.ts';
import { Saver, type SaverPorts, type Sent } from '../src/sheets/saver.ts';
import type { Marks } from '../src/sheets/marks.ts';

/** A clock that is moved by hand, and what is to run at which time. */
class FakeTime {
  now = 0;
  #waiting: { at: number; run: () => void }[] = [];
  later(ms: number, run: () => void): () => void {
    const one = { at: this.now + ms, run };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  }
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.now = Math.max(this.now, next.at);
      this.#waiting = this.#waiting.filter((other) => other !== next);
      next.run();
      await settled();
    }
    this.now = until;
  }
}

/** Promises that wait for nothing but each other come to their end. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const begun = (
  answer: (sending: Sending) => Sent,
  theirs: () => { revision: number; marks: Marks } | undefined = () => undefined,
) => {
  const time = new FakeTime();
  const sent: Sending[] = [];
  const kept: Outbox[] = [];
  let keys = 0;
  const ports: SaverPorts = {
    now: () => time.now,
    later: (ms, run) => time.later(ms, run),
    key: () => {
      keys += 1;
      return `key ${keys}`;
    },
    send: async (sending) => {
      sent.push(sending);
      return answer(sending);
    },
    reread: async () => theirs(),
    keep: async (outbox) => void kept.push(outbox),
    tell: () => undefined,
  };
  const saver = new Saver(ports, outboxOf(-1, {}));
  saver.begin();
  return { saver, time, sent, kept };
};

const done = ({ revision }: Sending): Sent => ({ kind: 'done', revision: revision + 1 });
const cell = (entryId: string, mark: number | null = 5) => ({ entryId, criterionId: 'c', mark });

describe('the saver of a sheet', () => {
  it('makes at most 2,000 saves in eight hours of typing, whatever the pauses between the keys', async () => {
    for (const pause of [1_500, 2_100, 16_000]) {
      const { saver, time, sent } = begun(done);
      for (let typed = 0; time.now < 8 * 3_600_000; typed += 1) {
        saver.type([cell(`p${typed % 20}`, typed)]);
        await time.pass(pause);
      }
      await saver.flush();
      expect(sent.length).toBeLessThanOrEqual(2_000);
      expect(saver.seen.state).toBe('saved');
    }
  });
  it('keeps each mark in the browser at once, and sends it soon after a pause', async () => {
    const { saver, time, sent, kept } = begun(done);
    saver.type([cell('a')]);
    expect([kept.length, saver.seen.state]).toEqual([1, 'kept']);
    await time.pass(2_500);
    expect(sent).toHaveLength(1);
    expect(saver.seen.state).toBe('saved');
  });
  it('saves within a while, too, where nobody ever pauses', async () => {
    const { saver, time, sent } = begun(done);
    for (let typed = 0; typed < 60; typed += 1) {
      saver.type([cell(`p${typed}`)]);
      await time.pass(1_000);
    }
    expect(sent.length).toBeGreaterThanOrEqual(3);
  });
  it('without a network keeps everything, and afterwards sends it in one save', async () => {
    let isAway = true;
    const { saver, time, sent } = begun((sending) => (isAway ? { kind: 'unreached' } : done(sending)));
    for (let at = 0; at < 50; at += 1) {
      saver.type([cell(`p${at}`)]);
      await time.pass(1_000);
    }
    expect(saver.seen.state).toBe('offline');
    isAway = false;
    const before = sent.length;
    await saver.flush();
    expect(saver.seen.state).toBe('saved');
    // The one that was under way when the network went, and the rest.
    expect(sent.length - before).toBeLessThanOrEqual(2);
    expect(Object.keys(saver.seen.outbox.saved)).toHaveLength(50);
  });
  it('sends a save whose answer was lost again under its key', async () => {
    let tries = 0;
    const { saver, time, sent } = begun((sending) => {
      tries += 1;
      return tries === 1 ? { kind: 'unreached' } : done(sending);
    });
    saver.type([cell('a')]);
    await time.pass(10_000);
    expect(sent.map(({ key }) => key)).toEqual([sent[0]?.key, sent[0]?.key]);
  });
  it('holds back where a cell was changed elsewhere, too, until somebody has chosen', async () => {
    let asked = 0;
    const { saver, time, sent } = begun(
      (sending) => {
        asked += 1;
        return asked === 1 ? { kind: 'stale' } : done(sending);
      },
      () => ({ revision: 7, marks: { a: { c: 9 } } }),
    );
    saver.type([cell('a', 5)]);
    await time.pass(60_000);
    expect([saver.seen.state, sent.length]).toEqual(['conflict', 1]);
    saver.type([cell('b', 1)]);
    await time.pass(60_000);
    expect(sent).toHaveLength(1);
    saver.settle('theirs');
    await settled();
    await time.pass(60_000);
    expect(saver.seen.state).toBe('saved');
    expect(saver.seen.outbox.saved).toEqual({ a: { c: 9 }, b: { c: 1 } });
  });
  it('goes on by itself where the other has changed other cells', async () => {
    let asked = 0;
    const { saver, time } = begun(
      (sending) => {
        asked += 1;
        return asked === 1 ? { kind: 'stale' } : done(sending);
      },
      () => ({ revision: 7, marks: { z: { c: 9 } } }),
    );
    saver.type([cell('a', 5)]);
    await time.pass(60_000);
    expect(saver.seen.state).toBe('saved');
    expect(saver.seen.outbox.shown).toEqual({ a: { c: 5 }, z: { c: 9 } });
  });
  it('keeps what the platform refuses or what a session’s end has stopped, and sends it once it is asked to', async () => {
    for (const kind of ['refused', 'signed-out'] as const) {
      let asked = 0;
      const { saver, time } = begun((sending) => {
        asked += 1;
        return asked > 1 ? done(sending) : kind === 'refused' ? { kind, error: 'why' } : { kind };
      });
      saver.type([cell('a')]);
      await time.pass(60_000);
      expect([saver.seen.state, asked]).toEqual([kind, 1]);
      await saver.again();
      expect(saver.seen.state).toBe('saved');
    }
  });
  it('once ended neither sends nor keeps anything', async () => {
    const { saver, time, sent, kept } = begun(done);
    saver.type([cell('a')]);
    saver.end();
    const before = kept.length;
    saver.type([cell('b')]);
    await time.pass(60_000);
    expect([sent.length, kept.length]).toEqual([0, before]);
  });
});
