import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

/** The folders of the packages that modules come from. */
const packagesOf = (modules) =>
  [...new Set(modules.flatMap((id) => PACKAGE.exec(id)?.[1] ?? []))].toSorted((a, b) => (a < b ? -1 : 1));

/** The texts of a package's licence, also those that it keeps in a folder of their own: of what it holds of others. */
const licenceFilesOf = async (folder) => {
  const own = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => LICENCE_FILE.test(name));
  const found = await Promise.all(
    own.map(async (one) => {
      const path = join(folder, one.name);
      if (one.isFile()) return [path];
      const within = await readdir(path, { withFileTypes: true, recursive: true });
      return within.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    }),
  );
  return found.flat().toSorted((a, b) => (a < b ? -1 : 1));
};

const licenceOf = async (folder) => {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const texts = await Promise.all((await licenceFilesOf(folder)).map((file) => readFile(file, 'utf8')));
  return `${name} ${version} (${license ?? 'as its text says'})\n\n${texts.map((text) => text.trim()).join('\n\n')}`.trim();
};

/** Whose code stands in a bundle, and under which terms: most of these licences ask for their text wherever the code goes. */
export const licencesOf = async (modules) =>
  `${(await Promise.all(packagesOf(modules).map(licenceOf))).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
