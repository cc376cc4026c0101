import { strToU8, zipSync } from 'fflate';
import type { Form } from '../form-sheet.ts';
import { PACKAGE, RELATIONS, SHEET_TYPE, XML } from './parts.ts';
import { STYLES } from './styles-part.ts';
import { escaped } from './text.ts';
import { worksheetPart } from './worksheet-part.ts';
import { workbookPart } from './workbook-part.ts';

/** A zip's clock begins in 1980; the parts of a form have no times of their own. */
const ZIP_TIME = '1980-01-01T12:00:00';

const contentTypes = (sheets: number): string => {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'));
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${all.join('')}</Types>`;
};

const relations = (named: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${named.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${escaped(target)}"/>`).join('')}</Relationships>`;

/** A form as Excel keeps it: equal forms give equal bytes. Built in memory: whoever calls bounds the rows. */
export const formOf = ({ sheets }: Form): Uint8Array => {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'] as const,
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheetPart(sheet)])),
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: ZIP_TIME, level: 6 });
};
