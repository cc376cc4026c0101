export { xlsxOf, XLSX_MEDIA_TYPE } from './xlsx.ts';
