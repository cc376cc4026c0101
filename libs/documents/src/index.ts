export { chineseDay } from './chinese-day.ts';
export type { Drawn, DrawnPage, Face, Mark, Measure } from './drawn.ts';
export { layOut } from './layout/lay-out.ts';
export { plainLine } from './plain-text.ts';
export {
  type Attachment,
  type Block,
  type Cell,
  type Certificate,
  type CertificateBook,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  MEDIA_TYPES,
  type OfficialDocument,
  type PrintedDocument,
  type TableDocument,
  TEMPLATE_VERSION,
  type Printing,
} from './printed.ts';
export {
  makeVersion,
  type Making,
  standingIn,
  type Version,
  type VersionStanding,
  type Withdrawing,
  withdrawVersion,
  withVersion,
  withoutVersion,
} from './versions.ts';
