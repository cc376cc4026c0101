import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceAllowed } from '../safety/dependencies/check-dependencies.ts';
import { LICENCE_EXCEPTIONS } from '../safety/dependencies/dependency-rules.ts';

/** `npm run build` comes first. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUNDLES = join(ROOT, 'dist/services');

/** Whatever has a bundle to make. */
const SERVICE_NAMES = readdirSync(join(ROOT, 'services')).filter((service) =>
  readFileSync(join(ROOT, 'services', service, 'package.json'), 'utf8').includes('"bundle": '),
);

/** Services that start a thread for what they print. */
const MAKES_DOCUMENTS: readonly string[] = ['evaluation', 'merit-projects'];

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Readonly<{ version?: string; dev?: boolean; license?: string }>>>;
};

/** Whatever stands in the lock under this name in this version: a package may be there twice, once for tools alone. */
const lockedAs = (name: string, version: string) =>
  Object.entries(packages)
    .filter(([path, locked]) => path.endsWith(`node_modules/${name}`) && locked.version === version)
    .map(([, locked]) => locked);

/** A program and what it says, once its standard input has been read to the end. */
const run = (program: string, input: string): Promise<string> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [program], { env: {} }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
    child.stdin?.end(input);
  });

describe('the bundle of a service', () => {
  it.each(SERVICE_NAMES)(
    '%s holds its program, its telemetry, and nothing that is loaded from beside it',
    (service) => {
      const files = readdirSync(join(BUNDLES, service));
      expect(files).toEqual(expect.arrayContaining(['main.js', 'main.js.map', 'register.js', 'licences.txt']));
      expect(files.includes('render-worker.js')).toBe(MAKES_DOCUMENTS.includes(service));
      for (const file of files.filter((name) => name.endsWith('.js'))) {
        const code = readFileSync(join(BUNDLES, service, file), 'utf8');
        expect(code).toMatch(/^import ['"]reflect-metadata['"];/u);
        // A map that its file names is read at every start.
        expect(code).not.toContain('\n//# sourceMappingURL=');
      }
    },
  );

  it.each(SERVICE_NAMES)('%s names every package in it with its licence, each as the lock has it', (service) => {
    const text = readFileSync(join(BUNDLES, service, 'licences.txt'), 'utf8');
    const named = text.split(`\n\n${'-'.repeat(80)}\n\n`).map((entry) => /^(\S+) (\S+) \((.*)\)/u.exec(entry));
    expect(named.length).toBeGreaterThan(20);
    for (const entry of named) {
      const [, name = '', version = ''] = entry ?? [];
      const locked = lockedAs(name, version);
      const shipped = locked.some(({ dev }) => dev !== true);
      const allowed = locked.every(({ license }) => licenceAllowed(license ?? '')) || name in LICENCE_EXCEPTIONS;
      expect({ name, version, shipped, allowed }).toEqual({ name, version, shipped: true, allowed: true });
    }
  });

  /** With the file for `import` in its place every archive of files ended the gateway: `yazl` requires a function and got a namespace. */
  it('holds of a package that is required the file for `require`, as Node would', () => {
    const code = readFileSync(join(BUNDLES, 'gateway', 'main.js'), 'utf8');
    const files = [...code.matchAll(/^\/\/ node_modules\/(buffer-crc32\/\S+)$/gmu)].map(([, file]) => file);
    expect(files).toEqual(['buffer-crc32/dist/index.cjs']);
  });

  it('says where a line of it comes from, to who asks', async () => {
    const said = await run(join(BUNDLES, 'organizations', 'main.js'), '');
    expect(said).toContain('dist/services/organizations/main.js:');
    const sources = await run(join(ROOT, 'deploy/bundle/source-of.mjs'), said);
    expect(sources).toMatch(/readHostConfig \(libs\/service-host\/src\/nest\/config\.ts:\d+:\d+\)/u);
    expect(sources).not.toContain('dist/services/organizations/main.js:');
  });
});
