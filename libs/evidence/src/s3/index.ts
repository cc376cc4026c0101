export { type S3EvidenceOptions, s3EvidenceStore } from './s3-evidence-store.ts';
