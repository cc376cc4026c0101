import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

/** The folders of the packages that modules come from. */
const packagesOf = (modules) =>
  [...new Set(modules.flatMap((id) => PACKAGE.exec(id)?.[1] ?? []))].toSorted((a, b) => (a < b ? -1 : 1));

const licenceOf = async (folder) => {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).toSorted((a, b) => (a < b ? -1 : 1));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
  return `${name} ${version} (${license ?? 'as its text says'})\n\n${texts.map((text) => text.trim()).join('\n\n')}`.trim();
};

/** Whose code stands in a bundle, and under which terms: most of these licences ask for their text wherever the code goes. */
export const licencesOf = async (modules) =>
  `${(await Promise.all(packagesOf(modules).map(licenceOf))).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
