export { type AccessCase, accessCases, CASE_PERSON } from './access-cases.ts';
