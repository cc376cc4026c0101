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
      // Vendors mark what runs in browsers for servers that render; nothing here does.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  plugins: [precompressed()],
});
