/** A paragraph of an official document, by its part in it. `heading`: 一、… of the first level. */
export type Block = Readonly<{ kind: 'paragraph' | 'heading' | 'item'; text: string }>;

/** A list behind the document: two columns or more, its head repeated on every page. `share`: of the width, in hundredths. */
export type Attachment = Readonly<{
  title: string;
  columns: readonly Readonly<{ title: string; share: number; align: 'left' | 'centre' }>[];
  rows: readonly (readonly string[])[];
}>;

/** An official document (公文) after GB/T 9704—2012, sent downward or to the public. */
export type OfficialDocument = Readonly<{
  kind: 'official';
  /** 发文机关标志: what stands above in red; empty where there is none. */
  mark: string;
  /** 发文字号; empty where there is none. */
  documentNumber: string;
  title: string;
  /** 主送机关, without its colon; empty where it is to everybody. */
  addressee: string;
  body: readonly Block[];
  /** 发文机关署名, and 成文日期 as it is written. */
  signature: Readonly<{ issuer: string; date: string }>;
  attachments: readonly Attachment[];
  /** 抄送; empty where nobody gets a copy. */
  copies: string;
  /** 印发机关和印发日期; null where nothing is sent out. */
  imprint: Readonly<{ office: string; date: string }> | null;
  /** What programs are told as the time of making: given, so that equal documents have equal bytes. */
  madeAt: string;
}>;

/** One certificate, a page. */
export type Certificate = Readonly<{
  /** 荣誉证书. */
  heading: string;
  /** Whom it is given to; for a person a line that is filled in by hand. */
  holder: string;
  /** What for, in one sentence. */
  merit: string;
  /** What is given. */
  award: string;
  closing: string;
  issuer: string;
  date: string;
  number: string;
  /** Where the number is checked: stands in the QR code. */
  address: string;
}>;

export type CertificateBook = Readonly<{
  kind: 'certificates';
  title: string;
  certificates: readonly Certificate[];
  madeAt: string;
}>;

/** What stands in a cell: a text, or an address as QR code. */
export type Cell = string | Readonly<{ qr: string }>;

/** A list to print, A4 across: plaques, score sheets. */
export type TableDocument = Readonly<{
  kind: 'table';
  title: string;
  /** Lines between title and table. */
  notes: readonly string[];
  columns: readonly Readonly<{ title: string; share: number; align: 'left' | 'centre' }>[];
  rows: readonly (readonly Cell[])[];
  /** Lines below the table: signatures. */
  closing: readonly string[];
  madeAt: string;
}>;

export type PrintedDocument = OfficialDocument | CertificateBook | TableDocument;

export const DOCUMENT_FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Which shape documents have: told with each, since another shape gives other bytes for the same contents. */
export const TEMPLATE_VERSION = '2026-11-28';

/** Makes the bytes of a document, as a use case needs it: equal documents, equal bytes. `busy`: too many are being made. */
export interface Printing {
  print(document: PrintedDocument, format: DocumentFormat): Promise<Uint8Array | 'busy'>;
}
