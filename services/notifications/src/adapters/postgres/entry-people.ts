import { type FactData, textOf } from './fact-data.ts';

const answerableOf = (data: FactData): readonly string[] => {
  const people = data['answerablePersonIds'];
  return Array.isArray(people) ? people.filter((one): one is string => typeof one === 'string') : [];
};

/** Who leads what is told: the first of those who answer for it. */
export const leaderOf = (data: FactData): string => answerableOf(data)[0] ?? '';

/** Whose own matter an entry is: those who answer for it, and the person that it is about. */
export const concernedBy = (data: FactData): readonly string[] => [
  ...answerableOf(data),
  ...(textOf(data, 'subjectKind') === 'person' ? [textOf(data, 'subjectId')] : []),
];

/** The organization that speaks for an entry: itself, where it is one, or whoever put it forward. */
export const standsAt = (data: FactData): string =>
  textOf(data, 'subjectKind') === 'organization' ? textOf(data, 'subjectId') : textOf(data, 'nominatorId');
