/**
 * Fields of told facts that leave the platform in no body: who somebody is, and what people wrote (a title may name a person, or say more
 * than a classified unit may show), and
 * why an entry did not enter (discipline). Whoever needs a title asks the API by the id, under rights of its own.
 */
export const WITHHELD_FIELDS: ReadonlySet<string> = new Set([
  'answerablePersonIds',
  'presentPersonIds',
  'title',
  'titleZh',
  'titleEn',
  'gradeZh',
  'gradeEn',
  'parametersJson',
  'missed',
]);
