export { formOf } from './form.ts';
