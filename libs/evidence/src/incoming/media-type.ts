import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { EVIDENCE_MEDIA_TYPES, type EvidenceMediaType } from '../evidence-store.ts';
import { isPlainText, looksLikeMarkup } from '../plain-text.ts';

const isAllowed = (mime: string): mime is EvidenceMediaType =>
  (EVIDENCE_MEDIA_TYPES as readonly string[]).includes(mime);

/** What a file is, judged by its content alone; undefined when it is nothing that may be evidence. */
export const mediaTypeOf = async (path: string): Promise<EvidenceMediaType | undefined> => {
  const found = await fileTypeFromFile(path);
  if (found) return isAllowed(found.mime) ? found.mime : undefined;
  // Nothing known by its first bytes: text, or nothing we take. Bounded by EVIDENCE_BYTES_MAX.
  const bytes = await readFile(path);
  return isPlainText(bytes) && !looksLikeMarkup(bytes) ? 'text/plain' : undefined;
};
