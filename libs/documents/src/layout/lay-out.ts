import type { Drawn, Measure } from '../drawn.ts';
import type { PrintedDocument } from '../printed.ts';
import { layOutCertificates } from './certificates.ts';
import { layOutOfficial } from './official.ts';
import { layOutTable } from './table.ts';

/** Where everything of a document stands on paper. */
export const layOut = (document: PrintedDocument, measure: Measure): Drawn => {
  switch (document.kind) {
    case 'official':
      return layOutOfficial(document, measure);
    case 'certificates':
      return layOutCertificates(document, measure);
    case 'table':
      return layOutTable(document, measure);
  }
};
