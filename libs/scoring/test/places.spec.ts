import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SCRIPT = join(import.meta.dirname, 'hash-of-cases.ts');

/** What the same inputs come to in a process of its own that thinks it is somewhere else. */
const computedIn = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', '--no-warnings', SCRIPT], {
    encoding: 'utf8',
    env: { ...process.env, ...environment, NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
};

/** Half a day before and after UTC, with and without summer time; tongues that sort, and write capitals, otherwise. */
const PLACES = [
  { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/New_York', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
];

describe('a result', () => {
  it('is the same in every time zone and locale, to the byte', () => {
    const [here, ...before] = computedIn({ TZ: 'UTC', LC_ALL: 'C', LANG: 'C' });
    for (const place of PLACES) {
      const [there, ...hashes] = computedIn(place);
      // The processes do stand elsewhere: they say so themselves.
      expect(there).not.toBe(here);
      expect(hashes).toEqual(before);
    }
    expect(before).toHaveLength(2);
  });
});
