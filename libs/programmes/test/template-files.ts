import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type CompiledTemplate, type Template, type Validation, validateProgramme } from '../src/index.ts';
import { readYaml } from '../src/yaml/index.ts';

const HERE = import.meta.dirname;

export const EXAMPLES = join(HERE, 'examples');
export const SHIPPED = join(HERE, '../templates');

export const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .sort();

export const textOf = (name: string): string => {
  const folder = namesIn(SHIPPED).includes(name) ? SHIPPED : EXAMPLES;
  return readFileSync(join(folder, `${name}.yaml`), 'utf8');
};

export const judged = (text: string): Validation => {
  const read = readYaml(text);
  return read.kind === 'read' ? validateProgramme(read.tree) : { kind: 'refused', problems: read.problems };
};

/** A good template; what is wrong with it fails the test that asked. */
export const templateOf = (text: string): Template => {
  const validation = judged(text);
  if (validation.kind !== 'template') throw new Error(JSON.stringify(validation));
  return validation.template;
};

export const compiledOf = (template: Template, values: Readonly<Record<string, string>> = {}): CompiledTemplate => {
  const compilation = compile(template, values);
  if (compilation.kind !== 'compiled') throw new Error(JSON.stringify(compilation));
  return compilation.compiled;
};
