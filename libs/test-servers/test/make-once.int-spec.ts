import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeOnce } from '../src/process/make-once.ts';

describe('what several runs share', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangong-once-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, also when it is asked for twice at once, and not again', async () => {
    const path = join(folder, 'below', 'shared');
    const made: string[] = [];
    const make = async (draft: string): Promise<void> => {
      made.push(draft);
      await writeFile(draft, `made ${made.length}`);
    };
    await Promise.all([makeOnce(path, make), makeOnce(path, make)]);
    await makeOnce(path, make);
    expect(made).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe('made 1');
    expect(await readdir(join(folder, 'below'))).toStrictEqual(['shared']);
  });

  it('is not there, and leaves nothing, when making it failed; the next may try', async () => {
    const path = join(folder, 'shared');
    const fail = async (draft: string): Promise<void> => {
      await writeFile(draft, 'half');
      throw new Error('no network');
    };
    await expect(makeOnce(path, fail)).rejects.toThrow('no network');
    expect(await readdir(folder)).toStrictEqual([]);
    await makeOnce(path, (draft) => writeFile(draft, 'whole'));
    expect(await readFile(path, 'utf8')).toBe('whole');
  });

  it("is the first one's when another process was quicker", async () => {
    const path = join(folder, 'shared');
    const late = async (draft: string): Promise<void> => {
      await mkdir(draft);
      await writeFile(join(draft, 'whose'), 'mine');
      await mkdir(path);
      await writeFile(join(path, 'whose'), 'the other');
    };
    await makeOnce(path, late);
    expect(await readFile(join(path, 'whose'), 'utf8')).toBe('the other');
    expect(await readdir(folder)).toStrictEqual(['shared']);
  });
});
