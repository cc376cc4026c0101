// Makes of what the build compiled the few files that a service is started from: dist/services/SERVICE/main.js and, beside it, what must be a file of its
// own. Finding, reading and compiling 2,000 modules was most of the work of a start.
//   node deploy/bundle/bundle-service.mjs organizations
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { leftOutside } from './left-outside.mjs';
import { licencesOf } from './licences.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const OURS = /\/(?:libs|services)\/[^/]+\/dist\/.*\.js$/;
/** A module that looks for files beside itself would look beside the bundle: it is to be left outside. */
const LOOKS_BESIDE_ITSELF = /\b__(?:dirname|filename)\b/;
/** Told of packages that are bundled all the same: Ajv and others make functions of texts. */
const ACCEPTED = new Set(['EVAL']);

const [service] = process.argv.slice(2);
if (!service) {
  console.error('bundle-service.mjs SERVICE');
  process.exit(2);
}

/** `register` is for `--import`, before everything; it shares its state with `main`. */
const entries = {
  main: join(root, 'services', service, 'dist/main.js'),
  register: join(root, 'libs/telemetry/dist/node/register.js'),
};
/** Started as a thread by the renderer, from beside it. */
const RENDERER = '/libs/documents/dist/render/document-renderer.js';
const RENDER_WORKER = join(root, 'libs/documents/dist/render/render-worker.js');

const ours = {
  name: 'ours',
  /** Ours are compiled already: their maps lead on to the sources. */
  load: {
    filter: { id: OURS },
    async handler(id) {
      const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
      if (id.endsWith(RENDERER)) this.emitFile({ type: 'chunk', id: RENDER_WORKER, fileName: 'render-worker.js' });
      return { code, map: JSON.parse(map) };
    },
  },
};

const warnings = [];
const bundle = await rolldown({
  input: entries,
  cwd: root,
  platform: 'node',
  // As Node chooses; what is imported and what is required may be two files of one package, and neither does for the other.
  resolve: { conditionNames: ['node', 'default'] },
  external: leftOutside,
  plugins: [ours],
  checks: { pluginTimings: false },
  onLog(level, { code, message }) {
    if (level === 'warn' && !ACCEPTED.has(code)) warnings.push(`${code}: ${message}`);
  },
});
const directory = join(root, 'dist/services', service);
await rm(directory, { recursive: true, force: true });
const { output } = await bundle.write({
  dir: directory,
  format: 'esm',
  // Not named in the code: only who asks for sources (source-of.mjs) pays for the maps.
  sourcemap: 'hidden',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // Nest and our logs call classes by their names.
  keepNames: true,
  banner: "import 'reflect-metadata';",
});
await bundle.close();

const chunks = output.filter(({ type }) => type === 'chunk');
for (const { fileName, code } of chunks)
  if (LOOKS_BESIDE_ITSELF.test(code)) warnings.push(`${fileName} looks for files beside itself: leave it outside`);
if (warnings.length > 0) {
  console.error(warnings.join('\n'));
  process.exit(1);
}
await writeFile(join(directory, 'licences.txt'), await licencesOf(chunks.flatMap(({ moduleIds }) => moduleIds)));
console.log(
  `${service}: ${chunks.length} files of ${chunks.reduce((sum, { moduleIds }) => sum + moduleIds.length, 0)} modules`,
);
