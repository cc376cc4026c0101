import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GrowingFiles } from './no-canary.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'jiangong-canary-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('personal data in a log file is found, once, also in what a file has grown by', async () => {
  const files = new GrowingFiles();
  await mkdir(join(folder, 'below'));
  await writeFile(join(folder, 'quiet.log'), 'nothing\n');
  await writeFile(join(folder, 'below', 'loud.log'), 'begins\n');
  expect(await files.holding(folder, ['金丝雀', '138'])).toEqual([]);
  await appendFile(join(folder, 'below', 'loud.log'), '{"name":"金丝雀7"}\n');
  expect(await files.holding(folder, ['金丝雀', '138'])).toEqual([
    `I8: ${join(folder, 'below', 'loud.log')} holds personal data`,
  ]);
  expect(await files.holding(folder, ['金丝雀', '138'])).toEqual([]);
});
