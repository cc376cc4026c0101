import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rmdir } from 'node:fs/promises';
import { arch, cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findServer } from '@jiangong/test-servers';

const run = promisify(execFile);

export type Tool = 'strace' | 'libfaketime' | 'tmpfs' | 'kafka';

/** Why a tool can not be used on this machine; `undefined` when it can. */
export type Missing = string | undefined;

const succeeds = async (program: string, given: readonly string[]): Promise<Missing> =>
  run(program, [...given]).then(
    () => undefined,
    (error: Error) => error.message.split('\n')[0] ?? `${program} failed`,
  );

/** Where Debian and others put it. */
const FAKETIME_PLACES = [
  `/usr/lib/${arch() === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketimeMT.so.1`,
  '/usr/lib/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
];

export const faketimeLibrary = async (): Promise<string | undefined> => {
  for (const place of FAKETIME_PLACES)
    if (
      await access(place, constants.R_OK).then(
        () => true,
        () => false,
      )
    )
      return place;
  return undefined;
};

const missingTmpfs = async (): Promise<Missing> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-tmpfs-'));
  try {
    const missing = await succeeds('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', directory]);
    if (missing === undefined) await run('umount', [directory]);
    return missing && `no tmpfs may be mounted (${missing})`;
  } finally {
    await rmdir(directory);
  }
};

const LOOKS: Readonly<Record<Tool, () => Promise<Missing>>> = {
  strace: async () => {
    const missing = await succeeds('strace', ['-e', 'trace=none', 'true']);
    return missing && `no strace that may trace (${missing})`;
  },
  libfaketime: async () =>
    (await faketimeLibrary()) === undefined ? 'libfaketimeMT.so.1 is not installed' : undefined,
  tmpfs: missingTmpfs,
  kafka: async () => {
    const found = await findServer('own-kafka');
    return found.kind === 'missing' ? found.why : undefined;
  },
};

/** Looks once for each tool. */
export const lookForTools = (): ((tool: Tool) => Promise<Missing>) => {
  const looked = new Map<Tool, Promise<Missing>>();
  return (tool) => {
    const found = looked.get(tool) ?? LOOKS[tool]();
    looked.set(tool, found);
    return found;
  };
};

/** The machine in one line, for the report. */
export const machineFacts = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 1_024 ** 3)} GiB, Linux ${release()}, Node ${process.versions.node}`;
