import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';

const SHIPPED = join(import.meta.dirname, '../../../libs/programmes/templates');

/** A shipped template, as a committee adopts it; `edits`: places of it that say something else. */
export const shipped = (
  file: string,
  ...edits: readonly (readonly [string, string])[]
): Readonly<{ templateHash: string; canonicalText: string }> => {
  const text = edits.reduce((all, [from, to]) => all.replace(from, to), readFileSync(join(SHIPPED, file), 'utf8'));
  const read = readYaml(text);
  if (read.kind !== 'read') throw new Error(`${file} is no YAML`);
  const validation = validateProgramme(read.tree);
  if (validation.kind !== 'template') throw new Error(`${file} is not valid`);
  return { templateHash: templateHash(validation.template), canonicalText: canonicalText(validation.template) };
};

export const adoptedTemplate = shipped('jiangong-edition.yaml');
/** Of a series of two years, so that a test needs no five. */
export const namingTemplate = shipped('pacesetters.yaml', ['oneOf: [1, 5]', 'oneOf: [1, 2]']);
