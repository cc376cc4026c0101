import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../laws/run-tool.ts';

/** Relative to the root. Not in the repository: `npm run client` makes it, in every build. */
export const CLIENT_TYPES = 'services/console/src/api/generated/schema.ts';

/** The generator has TypeScript 5.9 beside it, which it needs and nothing else here has. */
const GENERATOR = join(ROOT, 'services', 'console', 'node_modules', '.bin', 'openapi-typescript');
const GENERATOR_MS_MAX = 120_000;

/** Any JSON, as the generator writes it: a type that names itself in an array, which TypeScript takes in an alias only (TS2502). */
const JSON_BY_ITSELF =
  /Json: string \| number \| boolean \| null \| components\["schemas"\]\["Json"\]\[\] \| \{[^}]*\};/u;
const JSON_ALIAS =
  '\nexport type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };\n';

const withJson = (types: string): string =>
  JSON_BY_ITSELF.test(types) ? types.replace(JSON_BY_ITSELF, 'Json: Json;') + JSON_ALIAS : types;

/** The types of a client of this OpenAPI document. */
export const clientTypes = async (document: object): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-client-'));
  try {
    const [from, to] = [join(folder, 'openapi.json'), join(folder, 'schema.ts')];
    await writeFile(from, JSON.stringify(document));
    // Not `--immutable`: the client does not know readonly lists (openapi-fetch 0.17, `Readable`).
    // `--default-non-nullable=false`: whoever asks may leave out what has a default.
    await promisify(execFile)(process.execPath, [GENERATOR, from, '--output', to, '--default-non-nullable=false'], {
      timeout: GENERATOR_MS_MAX,
    });
    return withJson(await readFile(to, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
