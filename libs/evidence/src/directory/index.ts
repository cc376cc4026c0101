export { directoryEvidenceStore } from './directory-evidence-store.ts';
