export { pdfOf } from './pdf-document.ts';
