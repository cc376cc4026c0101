import type { EvidenceStore } from '@jiangong/evidence';

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
export const versionMark = ({ standing, version }: Readonly<{ standing: string; version: number }>): string => {
  if (standing === 'stands') return '';
  return `（第${version}版，${standing === 'withdrawn' ? '已作废' : '已被替代'}）`;
};
