export {
  DOCUMENT_MS_MAX,
  type DocumentRenderer,
  documentRenderer,
  DocumentsBusy,
  DOCUMENTS_WAITING_MAX,
  type RendererLimits,
  WORKER_IDLE_MS,
} from './document-renderer.ts';
export { threadedPrinting } from './printing.ts';
