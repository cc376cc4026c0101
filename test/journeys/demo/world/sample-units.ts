import { readFileSync } from 'node:fs';
import type { Dice } from './seeded-random.ts';

/** A unit (单位) of the sample, with its branches. `code` is the name the world uses for it. */
export type SampleUnit = Readonly<{
  code: string;
  nameZh: string;
  nameEn: string;
  branches: readonly Readonly<{ code: string; nameZh: string; nameEn: string }>[];
}>;

/** At most so many branches of a unit are played (decisions.md 18); the file's own numbers are larger. */
const BRANCHES_MAX = 4;

const BRANCH_NAMES = [
  ['第一党支部', 'First Branch'],
  ['第二党支部', 'Second Branch'],
  ['第三党支部', 'Third Branch'],
  ['离退休干部党支部', 'Retired Officials Branch'],
] as const;

/** Splits one line of the sample file; no field of it holds a quote or a comma. */
const fieldsOf = (line: string): readonly string[] => line.split(',').map((field) => field.trim());

export const readSampleUnits = (file: URL, dice: Dice): readonly SampleUnit[] => {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = fieldsOf(header ?? '');
  return lines.map((line) => {
    const row = Object.fromEntries(fieldsOf(line).map((value, index) => [columns[index], value]));
    const stated = Number(row['branches'] ?? '');
    const count = stated > 0 ? Math.min(stated, BRANCHES_MAX) : dice.between(1, BRANCHES_MAX);
    const code = String(row['code']);
    return {
      code,
      nameZh: String(row['name_zh']),
      nameEn: String(row['name_en']),
      branches: BRANCH_NAMES.slice(0, count).map(([zh, en], index) => ({
        code: `${code}-b${index + 1}`,
        nameZh: `${String(row['name_zh'])}${zh}`,
        nameEn: `${String(row['name_en'])}, ${en}`,
      })),
    };
  });
};
