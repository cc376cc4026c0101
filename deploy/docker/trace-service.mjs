// Copies what one service needs at run time, and nothing else, into a folder: its own bundle (deploy/bundle) or, of the supervisor, its
// programs and the packages of ours they use; and of the vendors that are not in the bundle the files that it can reach.
//   node deploy/docker/trace-service.mjs organizations /image
import { copyFile, cp, mkdir, readdir, readlink, lstat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileTrace } from '@vercel/nft';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Programs of the supervisor that run as jobs; it supervises nothing in a container. */
const JOBS = ['migrate', 'make-secrets'];

/** Whoever makes documents, in a thread of its own, needs their fonts, which are found by name; three weights of eight, and their licence. */
const DOCUMENTS = 'render-worker.js';
const FONTS = 'node_modules/@expo-google-fonts/noto-serif-sc';
const FONT_FILES = [
  'package.json',
  'LICENSE_FONT',
  '400Regular/NotoSerifSC_400Regular.ttf',
  '700Bold/NotoSerifSC_700Bold.ttf',
  '900Black/NotoSerifSC_900Black.ttf',
];

const [service, out] = process.argv.slice(2);
if (!service || !out) {
  console.error('trace-service.mjs SERVICE OUT');
  process.exit(2);
}

const isSupervisor = service === 'supervisor';
const BUNDLE = `dist/services/${service}`;
const bundled = isSupervisor ? [] : await readdir(join(root, BUNDLE));
/** Of a bundle all files: which of them are loaded is said by settings. */
const programs = isSupervisor
  ? JOBS.map((name) => `services/supervisor/dist/${name}.js`)
  : bundled.filter((file) => file.endsWith('.js')).map((file) => join(BUNDLE, file));
const { fileList, warnings } = await nodeFileTrace(
  programs.map((path) => join(root, path)),
  { base: root, processCwd: root, conditions: ['node', 'import', 'default'] },
);
if (!isSupervisor) fileList.add(join(BUNDLE, 'licences.txt'));

/** Vendors name what they can do without; whatever else can not be found is told. */
const missing = [...warnings]
  .map(({ message }) => message)
  .filter((message) => !message.startsWith('Failed to resolve dependency'));
for (const message of missing) console.warn(message);

// Redoc's bundle is read as a file by the page of the documentation, and imported by none.
if (service === 'gateway')
  for (const file of ['package.json', 'LICENSE', 'bundles/redoc.standalone.js'])
    fileList.add(join('node_modules/redoc', file));
if (bundled.includes(DOCUMENTS)) for (const file of FONT_FILES) fileList.add(join(FONTS, file));

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
/** Beside `start.js` stands what telemetry is loaded from before it; the supervisor's jobs tell nothing. */
const [start, register] = isSupervisor
  ? [`console.error('jobs: ${JOBS.join(', ')}');\nprocess.exit(2);\n`, '']
  : [
      `${service === 'gateway' ? `process.env['CONSOLE_DIR'] ??= new URL('./${CONSOLE}', import.meta.url).pathname;\n` : ''}await import('./${BUNDLE}/main.js');\n`,
      `await import('./${BUNDLE}/register.js');\n`,
    ];
await writeFile(join(out, 'start.js'), start);
await writeFile(join(out, 'register.js'), register);
console.log(`${service}: ${fileList.size} files`);
