import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOnce } from '../process/make-once.ts';

const run = promisify(execFile);

const MANIFEST = join(import.meta.dirname, '../../../../infra/otel/builder.yaml');
const BINARIES = join(import.meta.dirname, '../../../../.cache/bin');
/** Three minutes on a machine at rest. Beside the tests it has what they leave of the processor: as long as all of them may take. */
const BUILD_WITHIN_MS = 3_600_000;
const OUTPUT_BYTES_MAX = 10_000_000;
const HASH_CHARS = 12;

const BUILDER = 'go.opentelemetry.io/collector/cmd/builder';
/** The builder is of the version of the core components. */
const CORE = /^ *- gomod: go\.opentelemetry\.io\/collector\/receiver\/otlpreceiver (v[\d.]+)$/m;

const build = async (binary: string, version: string): Promise<void> => {
  const folder = `${binary}.build`;
  await mkdir(folder);
  try {
    await run('go', ['run', `${BUILDER}@${version}`, '--config', MANIFEST, '--ldflags', '-s -w'], {
      cwd: folder,
      env: { ...process.env, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' },
      timeout: BUILD_WITHIN_MS,
      maxBuffer: OUTPUT_BYTES_MAX,
    });
    await rename(join(folder, 'build/otelcol'), binary);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The version of the builder that the manifest wants. */
export const builderVersion = async (): Promise<string> => {
  const [, version] = CORE.exec(await readFile(MANIFEST, 'utf8')) ?? [];
  if (version === undefined) throw new Error(`${MANIFEST} names no version of the core components`);
  return version;
};

/** Built with Go from its module proxy unless it is there: about three minutes on two idle cores, once for each manifest. */
export const collectorBinary = async (): Promise<string> => {
  const version = await builderVersion();
  const hash = createHash('sha256')
    .update(await readFile(MANIFEST))
    .digest('hex')
    .slice(0, HASH_CHARS);
  const binary = join(BINARIES, `otelcol-${version}-${hash}`);
  await makeOnce(binary, (draft) => build(draft, version));
  return binary;
};
