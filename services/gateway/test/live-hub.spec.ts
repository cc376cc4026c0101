import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { PublicFact, PublicFactPage } from '@jiangong/messaging';
import { MemoryPublicFactLog, publicFact } from '@jiangong/messaging/testing';
import { silentLogger } from '@jiangong/telemetry';
import { LiveHub, type LiveListener, type LivePorts } from '../src/adapters/http/live-hub.ts';
import { lastSeenOf } from '../src/adapters/http/register-live.ts';

const away = (): Promise<never> => Promise.reject(new Error('the database is away'));

/** A listener's response as far as the hub knows it; says when it has heard, or was sent away. */
class Ear extends EventEmitter {
  heard = '';
  ended = false;
  readonly writableLength = 0;
  write(text: string): void {
    this.heard += text;
    this.emit('heard');
  }
  end(): void {
    this.ended = true;
    this.emit('close');
    this.emit('heard');
  }
  destroy(): void {
    this.end();
  }
  async until(text: string): Promise<void> {
    while (!this.heard.includes(text)) await new Promise((resolve) => this.once('heard', resolve));
  }
}

const listening = (
  ear: Ear,
  { stillThere = async () => true, sees = () => undefined }: Partial<Pick<LiveListener, 'stillThere' | 'sees'>> = {},
): LiveListener => ({
  personId: 'me',
  stillThere,
  sees,
  response: ear as unknown as ServerResponse,
});

const fact = (position: number): PublicFact =>
  publicFact({
    position,
    type: 'merit_projects.StageOpened.v1',
    data: { editionId: `e${position}`, nominatorId: 'u', answerablePersonIds: ['me'] },
  });

/** `pages` gives what each new try at following meets: pages, then a failure, or (the last one) silence until the stop. */
const hubOver = (pages: readonly (readonly PublicFact[])[], ports: Partial<LivePorts> = {}) => {
  const asked: number[] = [];
  const pauses: number[] = [];
  const hub = new LiveHub({
    facts: new MemoryPublicFactLog(),
    head: async () => 0,
    grantsOf: async () => [],
    pathOf: async () => '/root/',
    now: () => '2024-06-01T00:00:00.000Z',
    pause: async (tried) => void pauses.push(tried),
    log: silentLogger,
    follow: async function* follow({ after, signal }): AsyncGenerator<PublicFactPage> {
      const turn = asked.push(after) - 1;
      for (const one of pages[turn] ?? []) yield { facts: [one], through: one.position };
      if (turn < pages.length - 1) throw new Error('the database is away');
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
    ...ports,
  });
  return { hub, asked, pauses };
};

describe('live changes while the database is away', () => {
  it('are followed again from where they stood', async () => {
    const { hub, asked, pauses } = hubOver([[fact(1)], [], [fact(2)]]);
    const ear = new Ear();
    await hub.add(listening(ear), undefined);
    await hub.start();
    await ear.until('id: 2.0');
    expect(asked).toEqual([0, 1, 1]);
    expect(pauses).toEqual([1, 2]);
    expect(ear.heard.match(/^id: .*$/gmu)).toEqual(['id: 0.0', 'id: 1.0', 'id: 2.0']);
    await hub.stop();
  });

  it('are seen by a session before it is told of them, and not where it may not hear of them', async () => {
    const other = publicFact({
      position: 2,
      type: 'notifications.NotificationSent.v1',
      data: { personId: 'somebody-else' },
    });
    const { hub } = hubOver([[fact(1), other, fact(3)]]);
    const ear = new Ear();
    const seen: string[] = [];
    const sees = (position: number): void =>
      void seen.push(`${position} after ${ear.heard.match(/^event: /gmu)?.length ?? 0}`);
    await hub.add(listening(ear, { sees }), undefined);
    await hub.start();
    await ear.until('id: 3.0');
    expect(seen).toEqual(['1 after 0', '3 after 1']);
    await hub.stop();
  });

  it('reach a listener once the lookups work again, each one time', async () => {
    let fails = 3;
    const grantsOf: LivePorts['grantsOf'] = async () => (fails-- > 0 ? away() : []);
    const { hub, pauses } = hubOver([[fact(1), fact(2)]], { grantsOf });
    const ear = new Ear();
    await hub.add(listening(ear), undefined);
    await hub.start();
    await ear.until('id: 2.0');
    expect(pauses).toEqual([1, 2, 3]);
    expect(ear.heard.match(/^id: .*$/gmu)).toEqual(['id: 0.0', 'id: 1.0', 'id: 2.0']);
    await hub.stop();
  });

  it('look a failed path up again', async () => {
    let fails = 1;
    const pathOf: LivePorts['pathOf'] = async () => (fails-- > 0 ? away() : '/root/');
    const { hub } = hubOver([[fact(1)]], { pathOf });
    const ear = new Ear();
    await hub.add(listening(ear), undefined);
    await hub.start();
    await ear.until('id: 1.0');
    await hub.stop();
  });

  it('keep a listener whose session can not be looked up, and never end the process', async () => {
    const { hub } = hubOver([[]]);
    const ear = new Ear();
    await hub.add(listening(ear, { stillThere: away }), undefined);
    await expect(hub.beat()).resolves.toBeUndefined();
    expect([hub.size, ear.ended]).toEqual([1, false]);
  });

  it('send a listener away who can not be told what it missed, without failing its request', async () => {
    const facts = Object.assign(new MemoryPublicFactLog(), { read: away });
    const { hub } = hubOver([[]], { facts });
    const ear = new Ear();
    await expect(hub.add(listening(ear), { position: 0, ordinal: 0 })).resolves.toBeUndefined();
    expect([hub.size, ear.ended]).toEqual([0, true]);
  });

  it('tell whoever was nowhere yet where it stands: breaking off before the first change, it misses none', async () => {
    const { hub } = hubOver([[]], { head: async () => 7 });
    await hub.start();
    const ear = new Ear();
    await hub.add(listening(ear), lastSeenOf(undefined));
    const [, id] = /^id: (.*)$/mu.exec(ear.heard) ?? [];
    expect(id).toBe('7.9999');
    // No event of the stream: only its place, which a browser sends back by itself.
    expect(ear.heard).not.toMatch(/^(?:event|data):/mu);
    const again = new Ear();
    await hub.add(listening(again), lastSeenOf(id));
    expect(again.heard).toBe('');
    await hub.stop();
  });

  it.each(['x', '1', '1.0.0', '-1.0', '7.10000', '8.0', '999999999999999.0'])(
    'tell whoever names a place that was never given to load anew: %s',
    async (header) => {
      const { hub } = hubOver([[]], { head: async () => 7 });
      await hub.start();
      const ear = new Ear();
      await hub.add(listening(ear), lastSeenOf(header));
      expect(ear.heard).toMatch(/^id: 7\.9999\nevent: reset\n/u);
      await hub.stop();
    },
  );

  it('go on for whoever heard more from another gateway, without a repeat', async () => {
    const { hub } = hubOver([[fact(1), fact(2)]], { head: async () => 2 });
    const ear = new Ear();
    await hub.add(listening(ear), lastSeenOf('1.0'));
    await hub.start();
    await ear.until('id: 2.0');
    expect(ear.heard).not.toContain('reset');
    await hub.stop();
  });

  it('stop at once, also in the middle of trying', async () => {
    const { hub } = hubOver([[fact(1)]], {
      grantsOf: away,
      pause: async (_tried, signal) =>
        signal.aborted ? undefined : new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    const ear = new Ear();
    await hub.add(listening(ear), undefined);
    await hub.start();
    await hub.stop();
    expect(ear.ended).toBe(true);
  });
});
