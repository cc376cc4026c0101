import { describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAW_MS, ROOT, runTool } from './run-tool.ts';

const CONFIG = join(ROOT, '.oxfmtrc.json');

describe('laws: how code is laid out', () => {
  it(
    'every file stands as oxfmt puts it',
    async () => {
      const { code, stdout } = await runTool('oxfmt', ['--check', '.']);
      expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
    },
    LAW_MS,
  );

  it(
    'the check bites the planted breach',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'jiangong-format-'));
      try {
        copyFileSync(join(ROOT, 'test/laws/breaches/format/wide.ts'), join(folder, 'wide.ts'));
        const { code, stdout } = await runTool('oxfmt', ['--check', '--config', CONFIG, 'wide.ts'], folder);
        expect([code, stdout]).toEqual([1, expect.stringContaining('wide.ts')]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    LAW_MS,
  );

  it('CI checks it, by the same configuration', () => {
    expect(readFileSync(join(ROOT, '.ci/tests'), 'utf8')).toMatch(/^step format npm run --silent format:check$/mu);
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['format:check']).toBe('oxfmt --check .');
  });
});
