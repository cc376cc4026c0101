import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armingFile, armingText, type CrashSignal, openCrashpoints } from '@jiangong/crashpoints';

describe('a crash point', () => {
  let directory = '';
  beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'jiangong-crashpoints-'))));
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const struckBy = (given: string | undefined): { pass: () => void; struck: CrashSignal[] } => {
    const struck: CrashSignal[] = [];
    const crashpoint = openCrashpoints({
      directory: given,
      service: 'evaluation',
      strike: (signal) => struck.push(signal),
    });
    return { pass: () => crashpoint('after-append'), struck };
  };

  it('strikes at the pass it is armed for, once, and takes its arming file away', async () => {
    const file = armingFile(directory, 'evaluation', 'after-append');
    await writeFile(file, armingText('SIGSTOP', 2));
    const { pass, struck } = struckBy(directory);
    pass();
    pass();
    expect({ struck, armed: existsSync(file) }).toEqual({ struck: [], armed: true });
    pass();
    pass();
    expect({ struck, armed: existsSync(file) }).toEqual({ struck: ['SIGSTOP'], armed: false });
  });

  it('counts anew when it is armed again', async () => {
    const file = armingFile(directory, 'evaluation', 'after-append');
    const { pass, struck } = struckBy(directory);
    for (const expected of [['SIGKILL'], ['SIGKILL', 'SIGKILL']]) {
      await writeFile(file, armingText('SIGKILL', 1));
      pass();
      pass();
      pass();
      expect(struck).toEqual(expected);
    }
  });

  it('is armed for one service and one place', async () => {
    await writeFile(armingFile(directory, 'audit', 'after-append'), armingText('SIGKILL', 0));
    await writeFile(armingFile(directory, 'evaluation', 'before-append'), armingText('SIGKILL', 0));
    const { pass, struck } = struckBy(directory);
    pass();
    expect(struck).toEqual([]);
  });

  it('never strikes where no directory is named', async () => {
    await writeFile(armingFile(directory, 'evaluation', 'after-append'), armingText('SIGKILL', 0));
    const { pass, struck } = struckBy(undefined);
    pass();
    expect(struck).toEqual([]);
  });

  it('refuses an arming file that says nothing', async () => {
    await writeFile(armingFile(directory, 'evaluation', 'after-append'), 'SIGTERM 0');
    expect(struckBy(directory).pass).toThrow('arms nothing');
  });

  it('ends a real process where it stands', async () => {
    await writeFile(armingFile(directory, 'evaluation', 'before-answer'), armingText('SIGKILL', 0));
    const door = new URL('../src/index.ts', import.meta.url).href;
    const program = `const { crashpoint } = await import('${door}'); console.log('before'); crashpoint('before-answer'); console.log('after');`;
    const env = { ...process.env, CRASHPOINTS_DIRECTORY: directory, SERVICE_NAME: 'evaluation' };
    const { signal, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env,
      encoding: 'utf8',
    });
    expect({ signal, stdout }).toEqual({ signal: 'SIGKILL', stdout: 'before\n' });
  });
});
