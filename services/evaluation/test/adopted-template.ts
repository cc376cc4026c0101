import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';

const SHIPPED = join(import.meta.dirname, '../../../libs/programmes/templates/jiangong-edition.yaml');

const read = readYaml(readFileSync(SHIPPED, 'utf8'));
if (read.kind !== 'read') throw new Error('the shipped template is no YAML');
const validation = validateProgramme(read.tree);
if (validation.kind !== 'template') throw new Error('the shipped template is not valid');

/** The shipped template, as a committee adopts it. */
export const adoptedTemplate = {
  templateHash: templateHash(validation.template),
  canonicalText: canonicalText(validation.template),
} as const;
