import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const HERE = import.meta.dirname;
const DELIGHTS = Array.from({ length: 10 }, (_, at) => at + 1);

/** The names of all tests of pages, each with its file. */
const tests = async (): Promise<readonly Readonly<{ file: string; name: string }>[]> => {
  const files = (await readdir(HERE, { recursive: true })).filter((file) => /(?:int-spec|-tests)\.ts$/u.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(HERE, file), 'utf8');
      return [...text.matchAll(/\bit\('([^'\n]+)'/gu)].map(([, name = '']) => ({ file, name }));
    }),
  );
  return found.flat();
};

describe('what the console delights with', () => {
  it.each(DELIGHTS)('delight %i is a browser test that says its number', async (number) => {
    expect((await tests()).filter(({ name }) => name.startsWith(`delight ${number},`))).not.toEqual([]);
  });

  it.each(DELIGHTS)('delight %i stands in the table of the README with the file of its test', async (number) => {
    const readme = await readFile(join(HERE, '..', 'README.md'), 'utf8');
    const [, row = ''] = new RegExp(`^\\| ${number} \\| (.*)$`, 'mu').exec(readme) ?? [];
    const named = [...row.matchAll(/`test\/([\w./-]+)`/gu)].map(([, file]) => file);
    const held = (await tests()).filter(({ name }) => name.startsWith(`delight ${number},`)).map(({ file }) => file);
    expect(new Set(named)).toEqual(new Set(held));
  });
});
