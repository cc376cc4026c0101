import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { WINDOWS } from './prepared-window.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/unit-appraisal.yaml');

describe('the appraisal that the fault matrix prepares', () => {
  it('schedules every stage of its template, in its order', () => {
    const read = readYaml(readFileSync(TEMPLATE, 'utf8'));
    const validation = read.kind === 'read' ? validateProgramme(read.tree) : read;
    if (validation.kind !== 'template') throw new Error(`the template is ${validation.kind}`);
    expect(WINDOWS.map(([stageId]) => stageId)).toEqual(validation.template.calendar.map(({ id }) => id));
  });
});
