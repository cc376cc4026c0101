import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';

/** A contest in two phases: a selection by three experts, whose first two are judged anew. */
const file = join(import.meta.dirname, 'lecture-contest.yaml');
const read = readYaml(readFileSync(file, 'utf8'));
if (read.kind !== 'read') throw new Error(`${file} is no YAML`);
const validation = validateProgramme(read.tree);
if (validation.kind !== 'template')
  throw new Error(`${file}: ${JSON.stringify(validation.kind === 'refused' ? validation.problems : validation.kind)}`);

export const lectureContest = {
  template: validation.template,
  templateHash: templateHash(validation.template),
  canonicalText: canonicalText(validation.template),
};
