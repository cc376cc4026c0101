import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOnce } from '../process/make-once.ts';

const run = promisify(execFile);

/** Versity's S3 gateway, which keeps objects as files of a folder: the version that Go's module proxy is asked for. */
export const VERSITY_VERSION = 'v1.8.0';

const BINARY = join(import.meta.dirname, `../../../../.cache/bin/versitygw-${VERSITY_VERSION}`);
/** One minute on a machine at rest. Beside the tests it has what they leave of the processor: as long as all of them may take. */
const BUILD_WITHIN_MS = 3_600_000;
const OUTPUT_BYTES_MAX = 10_000_000;

const build = async (binary: string): Promise<void> => {
  const folder = `${binary}.build`;
  await mkdir(folder);
  try {
    await run(
      'go',
      ['install', '-trimpath', '-ldflags', '-s -w', `github.com/versity/versitygw/cmd/versitygw@${VERSITY_VERSION}`],
      {
        env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' },
        timeout: BUILD_WITHIN_MS,
        maxBuffer: OUTPUT_BYTES_MAX,
      },
    );
    await rename(join(folder, 'versitygw'), binary);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Built with Go from its module proxy unless it is there: about a minute on two idle cores, once a machine. */
export const versityBinary = async (): Promise<string> => {
  await makeOnce(BINARY, build);
  return BINARY;
};
