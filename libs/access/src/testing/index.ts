export { type AccessCase, accessCases, CASE_PERSON, type DeclaredPermission } from './access-cases.ts';
