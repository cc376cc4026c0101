// Copies what one service needs at run time, and nothing else, into a folder: its own programs, the packages of ours it uses, and of the
// vendors the files that it can reach.
//   node deploy/docker/trace-service.mjs organizations /image
import { copyFile, cp, mkdir, readlink, lstat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileTrace } from '@vercel/nft';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Programs of the supervisor that run as jobs; it supervises nothing in a container. */
const JOBS = ['migrate', 'make-secrets'];

/** Loaded by name when a setting says so: a trace of what is imported can not see them all. */
const TELEMETRY = 'libs/telemetry/dist/node/register.js';

/** Whoever makes documents needs their fonts, which are found by name; three weights of eight, and their licence. */
const DOCUMENTS = 'libs/documents/dist/pdf/pdf-document.js';
const FONTS = 'node_modules/@expo-google-fonts/noto-serif-sc';
const FONT_FILES = [
  'package.json',
  'LICENSE_FONT',
  '400Regular/NotoSerifSC_400Regular.ttf',
  '700Bold/NotoSerifSC_700Bold.ttf',
  '900Black/NotoSerifSC_900Black.ttf',
];

/** Redoc's bundle is read as a file by this one, and imported by none. */
const DOCS_PAGE = 'services/gateway/dist/adapters/http/docs-page.js';

const [service, out] = process.argv.slice(2);
if (!service || !out) {
  console.error('trace-service.mjs SERVICE OUT');
  process.exit(2);
}

const programs = (service === 'supervisor' ? JOBS : ['main']).map((name) => `services/${service}/dist/${name}.js`);
const { fileList, warnings } = await nodeFileTrace(
  [...programs, TELEMETRY].map((path) => join(root, path)),
  { base: root, processCwd: root, conditions: ['node', 'import', 'default'] },
);

/** Vendors name what they can do without; whatever else can not be found is told. */
const missing = [...warnings]
  .map(({ message }) => message)
  .filter((message) => !message.startsWith('Failed to resolve dependency'));
for (const message of missing) console.warn(message);

if (fileList.has(DOCS_PAGE))
  for (const file of ['package.json', 'LICENSE', 'bundles/redoc.standalone.js'])
    fileList.add(join('node_modules/redoc', file));
if (fileList.has(DOCUMENTS)) for (const file of FONT_FILES) fileList.add(join(FONTS, file));

for (const file of [...fileList].sort()) {
  if (file.endsWith('.map') || file.endsWith('.d.ts')) continue;
  const [from, to] = [join(root, file), join(out, file)];
  await mkdir(dirname(to), { recursive: true });
  if ((await lstat(from)).isSymbolicLink()) await symlink(await readlink(from), to);
  else await copyFile(from, to);
}
// The gateway serves the console, unless it is told of another.
const CONSOLE = 'services/console/dist';
if (service === 'gateway') await cp(join(root, CONSOLE), join(out, CONSOLE), { recursive: true });
await cp(join(root, 'deploy/docker/probe.mjs'), join(out, 'probe.mjs'));
await writeFile(join(out, 'package.json'), JSON.stringify({ name: 'jiangong', private: true, type: 'module' }));
await writeFile(
  join(out, 'start.js'),
  service === 'supervisor'
    ? `console.error('jobs: ${JOBS.join(', ')}');\nprocess.exit(2);\n`
    : `${service === 'gateway' ? `process.env['CONSOLE_DIR'] ??= new URL('./${CONSOLE}', import.meta.url).pathname;\n` : ''}await import('./${relative('.', programs[0])}');\n`,
);
console.log(`${service}: ${fileList.size} files`);
