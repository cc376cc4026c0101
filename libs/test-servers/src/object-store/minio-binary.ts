import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOnce } from '../process/make-once.ts';

const run = promisify(execFile);

/** MinIO's last commit before its repository was closed to changes; its releases carry no tags that Go's module proxy knows. */
export const MINIO_VERSION = 'v0.0.0-20260212201848-7aac2a2c5b7c';

const BINARY = join(import.meta.dirname, `../../../../.cache/bin/minio-${MINIO_VERSION}`);
/** Three minutes on a machine at rest. Beside the tests it has what they leave of the processor: as long as all of them may take. */
const BUILD_WITHIN_MS = 3_600_000;
const OUTPUT_BYTES_MAX = 10_000_000;

const build = async (binary: string): Promise<void> => {
  const folder = `${binary}.build`;
  await mkdir(folder);
  try {
    await run('go', ['install', '-trimpath', '-ldflags', '-s -w', `github.com/minio/minio@${MINIO_VERSION}`], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' },
      timeout: BUILD_WITHIN_MS,
      maxBuffer: OUTPUT_BYTES_MAX,
    });
    await rename(join(folder, 'minio'), binary);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Built with Go from its module proxy unless it is there: about three minutes on two idle cores, once a machine. */
export const minioBinary = async (): Promise<string> => {
  await makeOnce(BINARY, build);
  return BINARY;
};
