import { describe, expect, it } from '@jest/globals';
import { type DestroyedFile, stillThere, takeDestroyedAway } from './destroyed-files.ts';

const FILES: readonly DestroyedFile[] = [
  { sha256: 'a', position: 3 },
  { sha256: 'b', position: 7 },
  { sha256: 'c', position: 9 },
];

const bench = () => {
  const known: DestroyedFile[] = [...FILES];
  const asked: number[] = [];
  const destroyed: string[] = [];
  const forgotten: string[] = [];
  const locked = new Set<string>();
  const run = takeDestroyedAway({
    list: async (after) => {
      asked.push(after);
      return known.filter(({ position }) => position > after).slice(0, 2);
    },
    destroy: async (sha256) => {
      if (locked.has(sha256)) throw new Error(`${sha256} is locked`);
      destroyed.push(sha256);
    },
    forget: (sha256) => forgotten.push(sha256),
  });
  const taken = async (): Promise<readonly string[]> => {
    destroyed.length = 0;
    await run();
    return [...destroyed];
  };
  return { known, asked, forgotten, locked, taken, destroyed };
};

describe('taking destroyed files away', () => {
  it('takes each away in two runs and then no more, page by page, and forgets its pictures', async () => {
    const { taken, known, forgotten } = bench();
    expect(await taken()).toEqual(['a', 'b', 'c']);
    expect(forgotten).toEqual(['a', 'b', 'c']);
    known.push({ sha256: 'd', position: 12 });
    expect(await taken()).toEqual(['a', 'b', 'c', 'd']);
    expect(await taken()).toEqual(['d']);
    expect(await taken()).toEqual([]);
  });

  it('tries again what failed, and lets nothing else wait for it', async () => {
    const { taken, locked, destroyed } = bench();
    locked.add('b');
    await expect(taken()).rejects.toThrow('1 destroyed files could not be taken away');
    expect(destroyed).toEqual(['a', 'c']);
    locked.clear();
    expect(await taken()).toEqual(['a', 'b', 'c']);
    expect(await taken()).toEqual(['a', 'b', 'c']);
    expect(await taken()).toEqual([]);
  });
});

describe('asking for a file', () => {
  it('is answered as before while it is there, and with 410 and the moment once it was destroyed', () => {
    expect(stillThere({ bytes: 3, destroyedAt: '' })).toEqual({ bytes: 3, destroyedAt: '' });
    const destroyedAt = '2026-11-29T02:00:00.000Z';
    expect(() => stillThere({ destroyedAt })).toThrow(
      expect.objectContaining({
        said: expect.objectContaining({
          ...{ status: 410, reason: 'EVIDENCE_GONE', field: 'sha256', details: { destroyedAt } },
        }),
      }),
    );
  });
});
