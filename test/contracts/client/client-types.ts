import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../laws/run-tool.ts';

/** Relative to the root. Not in the repository: `npm run generate` makes it. */
export const CLIENT_TYPES = 'services/console/src/api/generated/schema.ts';

/** The generator has TypeScript 5.9 beside it, which it needs and nothing else here has. */
const GENERATOR = join(ROOT, 'services', 'console', 'node_modules', '.bin', 'openapi-typescript');
const GENERATOR_MS_MAX = 120_000;

/** The types of a client of this OpenAPI document. */
export const clientTypes = async (document: object): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-client-'));
  try {
    const [from, to] = [join(folder, 'openapi.json'), join(folder, 'schema.ts')];
    await writeFile(from, JSON.stringify(document));
    // `--default-non-nullable=false`: whoever asks may leave out what has a default.
    await promisify(execFile)(
      process.execPath,
      [GENERATOR, from, '--output', to, '--immutable', '--default-non-nullable=false'],
      { timeout: GENERATOR_MS_MAX },
    );
    return await readFile(to, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
