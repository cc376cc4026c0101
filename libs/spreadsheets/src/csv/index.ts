export { csvOf, CSV_MEDIA_TYPE } from './csv.ts';
