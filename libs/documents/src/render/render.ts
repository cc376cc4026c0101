import { docxOf } from '../docx/index.ts';
import { pdfOf } from '../pdf/index.ts';
import type { DocumentFormat, PrintedDocument } from '../printed.ts';

/** Word is for what an office still edits; everything else is printed. */
export const render = async (document: PrintedDocument, format: DocumentFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'pdf':
      return pdfOf(document);
    case 'docx': {
      if (document.kind !== 'official') throw new Error(`a document of kind ${document.kind} is not made for Word`);
      return docxOf(document);
    }
  }
};
