import { describe, expect, it } from '@jest/globals';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asYaml } from '../src/pages/programmes/as-yaml.ts';
import { SHIPPED } from '../src/pages/programmes/shipped.ts';
import {
  bytesOf,
  gutterOf,
  lineAt,
  placed,
  roomOf,
  TEXT_BYTES_MAX,
  tidied,
} from '../src/pages/programmes/text-places.ts';

const PROGRAMMES = join(import.meta.dirname, '../../../libs/programmes');
const textOf = (id: string): string => readFileSync(join(PROGRAMMES, 'templates', `${id}.yaml`), 'utf8');

const templateOf = (text: string) => {
  const read = readYaml(text);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.problems));
  const validation = validateProgramme(read.tree);
  if (validation.kind !== 'template') throw new Error(JSON.stringify(validation));
  return validation.template;
};

describe('what somebody begins a template with', () => {
  it('is every template of the platform, by its own name', () => {
    const files = readdirSync(join(PROGRAMMES, 'templates')).map((file) => file.replace('.yaml', ''));
    expect(SHIPPED.map(({ id }) => id)).toEqual(files.sort());
    for (const { id, zh, en } of SHIPPED) expect(templateOf(textOf(id)).name).toEqual([zh, en]);
  });

  it("is the tutorial's own skeleton, which works", () => {
    const skeleton = readFileSync(join(import.meta.dirname, '../src/pages/programmes/skeleton.txt'), 'utf8');
    expect(readFileSync(join(PROGRAMMES, 'TUTORIAL.md'), 'utf8')).toContain(
      `\`\`\`yaml essays.yaml\n${skeleton}\`\`\``,
    );
    expect(templateOf(skeleton).id).toBe('essays');
  });

  it.each(SHIPPED.map(({ id }) => id))('%s, once adopted, is written as people write it and stays the same', (id) => {
    const template = templateOf(textOf(id));
    const written = asYaml(canonicalText(template));
    expect(templateHash(templateOf(written))).toBe(templateHash(template));
    expect(written.startsWith('schema: 2\nid: ')).toBe(true);
    expect(bytesOf(written)).toBeLessThan(TEXT_BYTES_MAX / 2);
    expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThan(250);
  });
});

describe('places in a text', () => {
  const problem = { reason: 'NOT_A_MAP', path: '$', line: 2, column: 1, zh: '此处应为键值表', en: 'must be a map' };

  it('a line is found, and the last one where it is gone', () => {
    expect(lineAt('a\nbcd\ne', 2)).toEqual({ from: 2, to: 5, line: 2 });
    expect(lineAt('a\nbcd\ne', 9)).toEqual({ from: 6, to: 7, line: 3 });
    expect(lineAt('', 0)).toEqual({ from: 0, to: 0, line: 1 });
  });

  it('empty lines at the beginning, which the platform does not read, are counted', () => {
    expect(placed('\n \nschema: 2', [problem, { ...problem, line: 0 }]).map(({ line }) => line)).toEqual([4, 0]);
    expect(placed('schema: 2', [problem])).toEqual([problem]);
  });

  it('numbers are in few pieces, and marked where something is wrong', () => {
    expect(gutterOf(5, new Set([2, 3]))).toEqual([
      { from: 1, text: '1\n', isMarked: false },
      { from: 2, text: '2\n3\n', isMarked: true },
      { from: 4, text: '4\n5\n', isMarked: false },
    ]);
    expect(gutterOf(60_000, new Set())).toHaveLength(1);
  });

  it('room is told before there is none', () => {
    expect(bytesOf('党a')).toBe(4);
    expect([1, TEXT_BYTES_MAX * 0.95, TEXT_BYTES_MAX, TEXT_BYTES_MAX + 1].map(roomOf)).toEqual([
      ...(['enough', 'little', 'little', 'none'] as const),
    ]);
  });

  it('a file from an office computer is read as browsers write it', () => {
    expect(tidied('\uFEFFa: 1\r\nb: 2\rc: 3\n')).toBe('a: 1\nb: 2\nc: 3\n');
  });
});
