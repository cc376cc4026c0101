import { SHEETS_READ_MAX } from '../read-limits.ts';
import type { PackageParts } from './package-parts.ts';
import { RefusedFile } from './refused-file.ts';
import { readXml } from './xml-part.ts';

/** A sheet and the part that it stands in. */
export type SheetPart = Readonly<{ name: string; part: string }>;

/** Parts are named from the workbook's own folder, or from the root. */
const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

const relatedParts = async (parts: PackageParts): Promise<ReadonlyMap<string, string>> => {
  const part = await parts.open('xl/_rels/workbook.xml.rels');
  if (part === undefined) throw new RefusedFile('NOT_A_SPREADSHEET');
  const related = new Map<string, string>();
  await readXml(part, {
    begin: ({ name, attributes }) => {
      if (name !== 'Relationship') return;
      if (attributes['TargetMode'] === 'External') throw new RefusedFile('SPREADSHEET_HAS_LINKS');
      if (attributes['Type']?.endsWith('/worksheet') === true)
        related.set(attributes['Id'] ?? '', partOf(attributes['Target'] ?? ''));
    },
  });
  return related;
};

/** `r:id`, whatever the prefix is. */
const relationOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

/** The sheets of a workbook in their order, hidden ones too. */
export const readWorkbook = async (parts: PackageParts): Promise<readonly SheetPart[]> => {
  const part = await parts.open('xl/workbook.xml');
  if (part === undefined) throw new RefusedFile('NOT_A_SPREADSHEET');
  const related = await relatedParts(parts);
  const sheets: SheetPart[] = [];
  await readXml(part, {
    begin: ({ name, attributes }) => {
      if (name !== 'sheet') return;
      const target = related.get(relationOf(attributes));
      // Sheets that are charts alone hold no cells.
      if (target === undefined) return;
      if (sheets.length >= SHEETS_READ_MAX) throw new RefusedFile('SPREADSHEET_TOO_LARGE');
      sheets.push({ name: attributes['name'] ?? '', part: target });
    },
  });
  return sheets;
};
