export {
  type ByteRange,
  EVIDENCE_BYTES_MAX,
  EVIDENCE_EXTENSIONS,
  EVIDENCE_MEDIA_TYPES,
  type EvidenceMediaType,
  type EvidenceReceipt,
  type EvidenceRefusal,
  type EvidenceStore,
  type ReceivedEvidence,
} from './evidence-store.ts';
export { isPlainText } from './plain-text.ts';
