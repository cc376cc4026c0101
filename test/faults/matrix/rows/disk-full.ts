import { execFile } from 'node:child_process';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MatrixCase, Scene } from '../matrix-case.ts';

const run = promisify(execFile);

const DISK_MIB = 256;
const MIB = 1_048_576;
const BLOCK = Buffer.alloc(64 * 1_024, 0x20);
const REFUSES_WITHIN_MS = 30_000;
const FULL_MS = 4_000;
const SILENCE_MS = 1_500;
const DATABASE_MODE = 0o755;

/** 503, with Retry-After: the outcome is unknown, the same order may be sent again. */
const COME_AGAIN = 503;

const ballastOf = (scene: Scene): string => join(scene.platform.directory, 'database', 'ballast');

/** The database's folder on a disk of its own, and a small one. */
const onSmallDisk = async (directory: string): Promise<() => Promise<void>> => {
  const [folder, aside] = [join(directory, 'database'), join(directory, 'database.aside')];
  await rename(folder, aside);
  await mkdir(folder);
  await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', folder]);
  await chmod(folder, DATABASE_MODE);
  await run('cp', ['-a', `${aside}/.`, folder]);
  await rm(aside, { recursive: true });
  return async () => void (await run('umount', [folder]));
};

/** Until not a byte more is taken. Returns how much it took. */
const fill = async (path: string): Promise<number> => {
  const file = await open(path, 'a');
  let bytes = 0;
  try {
    for (let piece = BLOCK; piece.length > 0;) {
      try {
        bytes += (await file.write(piece)).bytesWritten;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        piece = piece.subarray(0, Math.floor(piece.length / 2));
      }
    }
    return bytes;
  } finally {
    await file.close();
  }
};

/** Waits until no order has been acknowledged for a while. */
const refusesAll = async ({ workload }: Scene): Promise<boolean> => {
  const acknowledged = (): number => workload.history.filter(({ outcome }) => outcome === 'acknowledged').length;
  let [seen, since] = [acknowledged(), performance.now()];
  for (const until = since + REFUSES_WITHIN_MS; performance.now() < until; await wait(50)) {
    if (acknowledged() !== seen) [seen, since] = [acknowledged(), performance.now()];
    if (performance.now() - since > SILENCE_MS) return true;
  }
  return false;
};

const readsGoOn = async ({ platform, broken }: Scene): Promise<void> => {
  const { prepared, origin } = platform;
  const [unit] = prepared.units;
  if (!unit) throw new Error('no unit is prepared');
  const response = await fetch(`${origin}/v1/entries/${unit.entryId}`, {
    headers: { cookie: prepared.cookies[unit.officer] as string },
  });
  if (response.status !== 200) broken(`reading an entry was answered ${response.status} while the disk was full`);
};

const full = (point: string, sample: boolean): MatrixCase => ({
  row: 4,
  fault: 'disk of the database full',
  point,
  sample,
  needs: 'tmpfs',
  alone: true,
  prepare: onSmallDisk,
  run: async (scene) => {
    const { workload, broken, injected, refusing } = scene;
    const bytes = await fill(ballastOf(scene));
    injected(`${Math.round(bytes / MIB)} MiB`);
    if (!(await refusesAll(scene))) broken('orders were still accepted on a full disk');
    const from = workload.answers.length;
    await refusing(async () => {
      await readsGoOn(scene);
      await wait(FULL_MS);
    });
    const answers = workload.answers.slice(from);
    const unclear = answers.filter(({ status }) => status === 500);
    if (unclear.length > 0)
      broken(`${unclear.length} of ${answers.length} orders were answered with an internal error on a full disk`);
    if (!answers.some(({ status }) => status === COME_AGAIN)) broken('no order was told to come again');
    await rm(ballastOf(scene));
  },
});

export const diskFullCases: readonly MatrixCase[] = [full('during appends', false)];
