import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalText, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { compileEdition, tablesOfPhase } from '../src/application/round-tables.ts';

const FILE = new URL('../../../libs/programmes/templates/four-exams.yaml', import.meta.url);
const read = readYaml(readFileSync(FILE, 'utf8'));
if (read.kind !== 'read') throw new Error('no YAML');
const validation = validateProgramme(read.tree);
if (validation.kind !== 'template') throw new Error('no template');
const edition = compileEdition(canonicalText(validation.template), {}, 2024);

describe('rounds of a phase that is held again in each half', () => {
  it('judge each its own half: findings, claims and months of the other are not theirs', () => {
    const times = ['rating-1', 'rating-2'].map((phase) => {
      const { checklists = [], bonuses = [] } = tablesOfPhase(edition, phase);
      return [...checklists, ...bonuses].map(({ time: { from, months } }) => `${from} ${months}`);
    });
    expect(times).toEqual([
      ['2024-01-01 6', '2024-01-01 6'],
      ['2024-07-01 6', '2024-07-01 6'],
    ]);
  });

  it('are appealed each in its own stage, and both phases stand in the tables of either, each by its name', () => {
    const appeals = (phase: string): unknown =>
      tablesOfPhase(edition, phase).appeals?.stages.map(({ stageId }) => stageId);
    expect([appeals('rating-1'), appeals('rating-2')]).toEqual([['appeal-1'], ['appeal-2']]);
    const { phases, phaseNames } = tablesOfPhase(edition, 'rating-2');
    expect(phases.map(({ id, every }) => `${id} ${every}`)).toEqual(['rating-1 half', 'rating-2 half']);
    expect(phaseNames).toEqual({ 'rating-1': ['上半年', 'First half'], 'rating-2': ['下半年', 'Second half'] });
  });
});
