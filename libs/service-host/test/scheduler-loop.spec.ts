import { describe, expect, it } from '@jest/globals';
import type { Scheduler } from '@jiangong/service-host';
import { movedClock, type SchedulerLoop, type SchedulerParts, startSchedulerLoop } from '@jiangong/service-host/nest';
import { silentLogger } from '@jiangong/telemetry';

const at = (day: string): string => `${day}T00:00:00.000Z`;

/** Resolves when `holds` does; the loop under test is woken, never slept for. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

const looped = (scheduler: Scheduler, parts: Partial<SchedulerParts>): SchedulerLoop =>
  startSchedulerLoop({
    scheduler,
    clock: movedClock(at('2024-01-01')),
    log: silentLogger,
    single: async (work) => work(),
    service: 'test',
    settled: async () => undefined,
    ...parts,
  });

describe('the scheduler loop', () => {
  it('acts on every due moment in order, once, when the clock is moved', async () => {
    const moments = [at('2024-01-01'), at('2024-02-01'), at('2024-03-01')];
    const acted: string[] = [];
    const clock = movedClock(at('2023-12-31'));
    const loop = looped(
      {
        due: async (now) =>
          moments
            .filter((moment) => moment <= now && !acted.includes(moment))
            .map((moment) => ({ at: moment, of: 'edition', name: 'open', run: async () => void acted.push(moment) })),
      },
      { clock },
    );
    clock.move(at('2024-02-15'));
    loop.wake();
    await until(() => acted.length === 2);
    expect(await loop.due()).toBe(0);
    clock.move(at('2024-03-01'));
    expect(await loop.due()).toBe(1);
    loop.wake();
    await until(() => acted.length === 3);
    await loop.stop();
    expect(acted).toEqual(moments);
  });

  it('goes on with other editions when a moment of one fails, and holds back only what belongs to that one', async () => {
    const acted: string[] = [];
    const moment = (of: string, day: string, run: () => Promise<void>) => ({
      at: at(day),
      of,
      name: `${of} ${day}`,
      run,
    });
    const loop = looped(
      {
        due: async () =>
          acted.length > 0
            ? []
            : [
                moment('a', '2024-01-01', async () => Promise.reject(new Error('the stream of one unit is broken'))),
                moment('a', '2024-01-02', async () => void acted.push('a later')),
                moment('b', '2024-01-03', async () => void acted.push('b')),
              ],
      },
      { clock: movedClock(at('2024-01-05')) },
    );
    await until(() => acted.length > 0);
    await loop.stop();
    expect(acted).toEqual(['b']);
  });

  it('acts once on what a read model still takes for due: it waits until that has seen what was done', async () => {
    const acted: string[] = [];
    let seen = 0;
    const moment = { at: at('2024-01-01'), of: 'edition', name: 'open', run: async () => void acted.push('open') };
    const loop = looped(
      { due: async () => (seen === 0 ? [moment] : []) },
      { settled: async () => void (seen = acted.length) },
    );
    await until(() => seen > 0);
    await loop.stop();
    expect(acted).toEqual(['open']);
  });

  it('does nothing while another process schedules', async () => {
    let looked = 0;
    const loop = looped(
      {
        due: async () => {
          looked += 1;
          return [];
        },
      },
      { single: async () => undefined },
    );
    await new Promise((resolve) => setImmediate(resolve));
    await loop.stop();
    expect(looked).toBe(0);
  });
});

describe('a moved clock', () => {
  it('never goes back', () => {
    const clock = movedClock(at('2024-01-01'));
    clock.move(at('2024-01-02'));
    expect(() => clock.move(at('2024-01-01'))).toThrow('does not go back');
    expect(clock.now()).toBe(at('2024-01-02'));
  });
});
