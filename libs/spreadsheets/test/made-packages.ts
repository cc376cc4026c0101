import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What stands in `sheetData` of one sheet, and other parts. */
export type Made = Readonly<{ rows: string; texts?: string; styles?: string; more?: Readonly<Record<string, string>> }>;

export const partsOf = ({ rows, texts, styles, more }: Made): Record<string, Uint8Array> => {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...more,
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
};

/** A workbook as another program, or an attacker, would write it. */
export const xlsxWith = (made: Made): Buffer => Buffer.from(zipSync(partsOf(made)));

/** A package that says a part of it is small while it is not: the sizes in its headers are written anew. */
export const lyingXlsx = (said: number, digits = 20_000_000): Buffer => {
  const made = { rows: `<row r="1"><c r="A1"><v>${'1'.repeat(digits)}</v></c></row>` };
  const size = partsOf(made)['xl/worksheets/sheet1.xml']?.length;
  const packed = xlsxWith(made);
  for (let at = 0; at + 4 <= packed.length; at++) if (packed.readUInt32LE(at) === size) packed.writeUInt32LE(said, at);
  return packed;
};
