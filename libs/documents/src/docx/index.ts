export { docxOf } from './docx-document.ts';
