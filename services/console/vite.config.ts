import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Shorter files go in one packet anyway. */
const COMPRESSED_BYTES_MIN = 1_024;
const TEXTS = /\.(?:js|css|svg)$/u;

const compressed = async (path: string): Promise<void> => {
  const bytes = await readFile(path);
  if (bytes.byteLength < COMPRESSED_BYTES_MIN) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
};

/** The gateway serves what lies beside a file, and compresses none itself. */
const precompressed = (): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  writeBundle: async ({ dir = 'dist' }) => {
    const files = await readdir(dir, { recursive: true });
    await Promise.all(files.filter((file) => TEXTS.test(file)).map(async (file) => compressed(join(dir, file))));
  },
});

const WORKER = 'sheet-worker';
/** What a sheet's page imports when it is opened, and the words of both languages. */
const SHEET_PAGE = /\/src\/(?:main\.tsx|pages\/sheets\/sheet-page\.tsx|sheets\/leave\.ts|words\/(?:zh|en)\.ts)$/u;

/** The worker of the score sheet knows by name exactly the files that the sheet's page needs; another build has another worker. */
const sheetWorker = (): Plugin => ({
  name: 'sheet-worker',
  apply: 'build',
  // After Vite has written down which styles belong to which chunk.
  enforce: 'post',
  generateBundle: (_options, bundle) => {
    const files = new Set<string>();
    const take = (name: string): void => {
      const chunk = bundle[name];
      if (files.has(name) || chunk === undefined) return;
      files.add(name);
      if (chunk.type !== 'chunk') return;
      for (const imported of chunk.imports) take(imported);
      for (const style of chunk.viteMetadata?.importedCss ?? []) take(style);
    };
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
    for (const { fileName, moduleIds } of chunks) if (moduleIds.some((id) => SHEET_PAGE.test(id))) take(fileName);
    const names = [...files].map((name) => `/${name}`).sort();
    const worker = bundle[`${WORKER}.js`];
    if (worker?.type !== 'chunk') throw new Error('the build has no worker of the score sheet');
    const build = createHash('sha256').update(names.join()).digest('hex').slice(0, 16);
    worker.code = worker.code.replaceAll('SHEET_FILES', JSON.stringify(names)).replaceAll('SHEET_BUILD', `"${build}"`);
  },
});

export default defineConfig({
  // The gateway puts another nonce here in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    // `connect-src` and `img-src` know no data: but for pictures; a file is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'worker/sheet-worker.ts' },
      // The worker stands at one address for ever: browsers ask there for the next one.
      output: { entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
      // Vendors mark what runs in browsers for servers that render; nothing here does.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  plugins: [sheetWorker(), precompressed()],
});
