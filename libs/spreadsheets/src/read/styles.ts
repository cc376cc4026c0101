import type { PackageParts } from './package-parts.ts';
import { readXml } from './xml-part.ts';

/** How a number is shown, as far as it changes what it means. */
export type ShownAs = 'number' | 'date' | 'percent';

/** Numbers of formats that come with Excel (ECMA-376 §18.8.30), also those of East Asian days. */
const DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const PERCENTS: ReadonlySet<number> = new Set([9, 10]);

const BESIDE = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu;

/** By its letters, leaving out what is only shown beside the number. */
const shownBy = (code: string): ShownAs => {
  const bare = code.replaceAll(BESIDE, '');
  if (/[ymdhs年月日]/iu.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
};

const shownByNumber = (format: number): ShownAs => {
  if (DATES.some(([first, last]) => format >= first && format <= last)) return 'date';
  return PERCENTS.has(format) ? 'percent' : 'number';
};

/** How each style shows a number, in the order of the styles. */
export const readStyles = async (parts: PackageParts): Promise<readonly ShownAs[]> => {
  const part = await parts.open('xl/styles.xml');
  if (part === undefined) return [];
  const own = new Map<number, ShownAs>();
  const styles: ShownAs[] = [];
  let within = false;
  await readXml(part, {
    begin: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), shownBy(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') within = true;
      if (name !== 'xf' || !within) return;
      const format = Number(attributes['numFmtId'] ?? 0);
      styles.push(own.get(format) ?? shownByNumber(format));
    },
    end: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
};
