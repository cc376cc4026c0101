import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, with no trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
/** Enough on a machine that is busy with other things: the type-aware lint of the whole tree takes 17 s alone, and took 76 s beside others. */
const TOOL_TIMEOUT_MS = 240_000;
/** What a law may take: its tool, and looking at what it said. */
export const LAW_MS = 250_000;

/** Runs a tool of node_modules/.bin under the pinned Node; a non-zero exit is an answer, not an error. */
export const runTool = (
  tool: string,
  args: readonly string[],
  cwd: string = ROOT,
): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const bin = join(ROOT, 'node_modules', '.bin');
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NODE_OPTIONS: '' };
    execFile(
      join(bin, tool),
      [...args],
      { cwd, env, maxBuffer: OUTPUT_BYTES_MAX, timeout: TOOL_TIMEOUT_MS },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') return reject(error);
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.nx', '.data', '.cache', 'generated', 'breaches']);

/** All files below `folder` (relative to the root), without built, generated and planted ones; paths relative to the root. */
export const filesUnder = (folder: string, ends: string): readonly string[] => {
  const found: string[] = [];
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith(ends)) found.push(relative(ROOT, path).split(sep).join('/'));
    }
  };
  visit(join(ROOT, folder));
  return found.sort();
};
