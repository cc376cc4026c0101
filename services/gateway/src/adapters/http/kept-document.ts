import { MEDIA_TYPES } from '@jiangong/documents';
import type { EvidenceStore } from '@jiangong/evidence';
import { z } from 'zod';
import { localRoute, type Route, type RouteOutlet } from '../../routes/route.ts';
import { fileOut } from './file-out.ts';
import type { LocalContext } from './register-routes.ts';

/** What a service says of a document that stands in the evidence store under its hash. */
type Kept = Readonly<{ sha256: string; bytes: number; format: string; standing: string; version: number }>;

async function* chunksOf(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** Keeps a document that a service made under its hash: once it is kept, the answer may say so. */
export const keepDocument = async (evidence: EvidenceStore, content: Uint8Array, expected: string): Promise<void> => {
  const taken = await evidence.receive(chunksOf(content));
  if (taken.kind === 'refused') throw new Error(`a document that was made is no evidence: ${taken.refusal.reason}`);
  if (taken.evidence.sha256 === expected) return evidence.keep(taken.evidence);
  await evidence.drop(taken.evidence);
  throw new Error('a document came in with another hash than it was made with');
};

/** A file that stands no longer says so by its name: saved beside the one that stands, neither is taken for the other. */
const versionMark = ({ standing, version }: Readonly<{ standing: string; version: number }>): string => {
  if (standing === 'stands') return '';
  return `（第${version}版，${standing === 'withdrawn' ? '已作废' : '已被替代'}）`;
};

type KeptFile<P extends z.ZodType> = Readonly<{
  path: string;
  summary: Readonly<{ zh: string; en: string }>;
  tags: readonly string[];
  params: P;
  /** Asks the service; `name` is what the file is called when it is saved. */
  find: (params: z.output<P>, outlet: RouteOutlet) => Promise<Readonly<{ kept: Kept; name: string }>>;
}>;

/** The file of a document, also of one that stands no longer. */
export const keptFileRoute = <P extends z.ZodType>(
  evidence: EvidenceStore,
  { find, ...declared }: KeptFile<P>,
): Route<LocalContext> =>
  localRoute({
    ...{ ...declared, tags: [...declared.tags], method: 'GET', file: 'out' },
    mediaTypes: Object.values(MEDIA_TYPES),
    answer: z.unknown(),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { kept, name } = await find(params, outlet);
      const { sha256, bytes } = kept;
      return fileOut(evidence, context, {
        ...{ sha256, bytes, mediaType: MEDIA_TYPES[kept.format === 'docx' ? 'docx' : 'pdf'] },
        name: `${name}${versionMark(kept)}`,
        absent: 'DOCUMENT_FILE_NOT_FOUND',
      });
    },
  });
