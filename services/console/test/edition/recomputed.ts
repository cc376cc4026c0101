import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutFiles } from '../../../../test/journeys/demo/report/out-files.ts';
import type { LoggedEvent } from '../../../../test/journeys/demo/report/read-log.ts';
import type { EditionOutcome } from '../../../../test/journeys/demo/report/verify-edition.ts';

const RECOMPUTE = join(import.meta.dirname, '../../../../test/journeys/recompute/recompute.py');

/** CI has it and goes nowhere without. */
export const hasPython = process.env['CI'] === 'true' || spawnSync('python3', ['--version']).status === 0;

/** What a program of another hand, in another language, says of the files that the platform gives out. */
export const recomputed = async (
  events: readonly LoggedEvent[],
  outcome: EditionOutcome,
): Promise<Readonly<{ status: number | null; stderr: string }>> => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-recomputed-'));
  try {
    await writeOutFiles(folder, events, [outcome]);
    const { status, stderr } = spawnSync('python3', [RECOMPUTE, join(folder, String(outcome.year))], {
      encoding: 'utf8',
    });
    return { status, stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
