export { type Form, type FormCell, formOf, type FormRule, type FormSheet, type FormStyle } from './form.ts';
