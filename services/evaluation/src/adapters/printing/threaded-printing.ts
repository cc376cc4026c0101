import { type DocumentRenderer, DocumentsBusy } from '@jiangong/documents/render';
import type { Printing } from '../../application/decision-ports.ts';

/** Documents from a thread of their own; when too many are asked for at once, that is an answer. */
export const threadedPrinting = (renderer: DocumentRenderer): Printing => ({
  print: async (document, format) => {
    try {
      return await renderer.render(document, format);
    } catch (error) {
      if (error instanceof DocumentsBusy) return 'busy';
      throw error;
    }
  },
});
