import { strToU8, zipSync } from 'fflate';
import { A4, LINE_PITCH, MARGIN, MM, SIZES, TEXT } from '../paper.ts';
import type { OfficialDocument } from '../printed.ts';
import { bodyOf } from './body.ts';
import { FONTS, runProperties, twips } from './runs.ts';
import { escaped, WORD, XML } from './xml.ts';

/** A zip's clock begins in 1980; the parts of a document have no times of their own. */
const ZIP_TIME = '1980-01-01T12:00:00';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** — 1 — with a half line of 7 mm between it and the text. */
const NUMBER = { font: 'number', size: SIZES.四号 } as const;

const footer = (align: 'right' | 'left'): string => {
  const properties = runProperties(NUMBER);
  const field = `<w:r>${properties}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>${properties}<w:fldChar w:fldCharType="separate"/></w:r><w:r>${properties}<w:t>1</w:t></w:r><w:r>${properties}<w:fldChar w:fldCharType="end"/></w:r>`;
  const dash = (text: string) => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const side = `w:${align}Chars="100" w:${align}="${twips(SIZES.四号)}"`;
  return `${XML}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:ind ${side}/><w:jc w:val="${align}"/></w:pPr>${dash('— ')}${field}${dash(' —')}</w:p></w:ftr>`;
};

const section = (): string => {
  const bottom = A4.long - MARGIN.top - TEXT.height;
  const right = A4.short - MARGIN.left - TEXT.width;
  const margins = `w:top="${twips(MARGIN.top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(MARGIN.left)}" w:header="851" w:footer="${twips(bottom - 7 * MM - SIZES.四号)}" w:gutter="0"`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/><w:pgSz w:w="${twips(A4.short)}" w:h="${twips(A4.long)}"/><w:pgMar ${margins}/><w:docGrid w:type="lines" w:linePitch="${twips(LINE_PITCH)}"/></w:sectPr>`;
};

const mainPart = (document: OfficialDocument): string =>
  `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${bodyOf(document)}${section()}</w:body></w:document>`;

const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONTS.body}" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style></w:styles>`;

/** What stands for a font that is not there. */
const font = (name: string, other: string): string =>
  `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`;
const FONT_TABLE = `${XML}<w:fonts xmlns:w="${WORD}">${font(FONTS.body, '仿宋,FangSong,STFangsong,Noto Serif CJK SC')}${font(FONTS.title, '方正小标宋简体,STZhongsong,华文中宋,Noto Serif CJK SC')}${font(FONTS.heading, 'SimHei,Noto Sans CJK SC')}${font(FONTS.number, 'SimSun,Noto Serif CJK SC')}</w:fonts>`;

const SETTINGS = `${XML}<w:settings xmlns:w="${WORD}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:adjustLineHeightInTable/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const PARTS = [
  ['/word/document.xml', `${WORD_TYPE}.document.main+xml`],
  ['/word/styles.xml', `${WORD_TYPE}.styles+xml`],
  ['/word/settings.xml', `${WORD_TYPE}.settings+xml`],
  ['/word/fontTable.xml', `${WORD_TYPE}.fontTable+xml`],
  ['/word/footer1.xml', `${WORD_TYPE}.footer+xml`],
  ['/word/footer2.xml', `${WORD_TYPE}.footer+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
] as const;

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${PARTS.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`;

const relations = (named: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${named.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

const core = ({ title, signature, madeAt }: OfficialDocument): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(signature.issuer)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${escaped(madeAt)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${escaped(madeAt)}</dcterms:modified></cp:coreProperties>`;

/** An official document as Word keeps it: equal documents give equal bytes. */
export const docxOf = (document: OfficialDocument): Uint8Array => {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([
      [`${RELATIONS}/officeDocument`, 'word/document.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/document.xml': mainPart(document),
    'word/_rels/document.xml.rels': relations([
      [`${RELATIONS}/styles`, 'styles.xml'],
      [`${RELATIONS}/settings`, 'settings.xml'],
      [`${RELATIONS}/footer`, 'footer1.xml'],
      [`${RELATIONS}/footer`, 'footer2.xml'],
      [`${RELATIONS}/fontTable`, 'fontTable.xml'],
    ]),
    'word/styles.xml': STYLES,
    'word/settings.xml': SETTINGS,
    'word/fontTable.xml': FONT_TABLE,
    'word/footer1.xml': footer('right'),
    'word/footer2.xml': footer('left'),
    'docProps/core.xml': core(document),
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: ZIP_TIME, level: 6 });
};
