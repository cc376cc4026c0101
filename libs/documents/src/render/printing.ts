import type { Printing } from '../printed.ts';
import { type DocumentRenderer, DocumentsBusy } from './document-renderer.ts';

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
