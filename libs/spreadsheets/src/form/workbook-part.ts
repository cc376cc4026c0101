import type { FormSheet } from '../form-sheet.ts';
import { MAIN, RELATIONS, XML } from './parts.ts';
import { escaped } from './text.ts';

/** Sheets' names in a reference stand in quotation marks, which are doubled within. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The rows that stand on every page: a name that Excel knows by its form. */
const printed = (sheets: readonly FormSheet[]): string => {
  const names = sheets.flatMap(({ name, headRows, hidden }, at) =>
    headRows === 0 || hidden
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(`${quoted(name)}!$1:$${headRows}`)}</definedName>`,
        ],
  );
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
};

/** The sheets, which nobody adds to, moves or uncovers by mistake. */
export const workbookPart = (sheets: readonly FormSheet[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookProtection lockStructure="1"/><bookViews><workbookView/></bookViews><sheets>${sheets.map(({ name, hidden }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets>${printed(sheets)}</workbook>`;
