export {
  editionRef,
  entryRef,
  type Name,
  name,
  type NamedKind,
  NAMED_KINDS,
  organizationRef,
  personRef,
  refBy,
  roundRef,
  subjectRef,
} from './named-ids.ts';
export { idsIn, namedFieldsOf, type NamesIn, namesIn, withNames } from './names-in.ts';
