import { programmeLimits } from '../limits.ts';
import { choice, flag, keyed, list, optional, record, type ValueOf, word } from '../shape/shape.ts';
import { ID, oneOrMany } from './names.ts';

/** What the engine can look up about a subject, an entry or a round: the one closed list. */
export const FACTS = [
  'org.kind',
  'org.level',
  'org.age-months',
  'org.members',
  'org.children',
  'org.term-overdue',
  'org.weak',
  'person.stage',
  'person.standing-years',
  'person.office',
  'person.tenure-months',
  'person.sanction-free-months',
  'entry.planned-in',
  'entry.category',
  'entry.documents',
  'count.declared',
  'count.honours',
  'count.awards',
  'count.cards',
  'count.activities',
  'count.duties-missed',
  'count.problems',
  'count.milestones',
  'count.members',
  'count.entries',
  'mean.result',
  'mean.rank',
  'best.result',
  'best.rank',
  'item',
  'step',
  'measure',
  'answer',
] as const;

export type FactName = (typeof FACTS)[number];

/** A code of an award, or the id of a rule, item, step or duty. */
const KIND = word('idOrCode');

const ARGUMENTS = {
  code: optional(word('code')),
  kind: optional(oneOrMany(KIND, programmeLimits.testsMax)),
  state: optional(ID),
  holder: optional(choice('self', 'home', 'leader', 'secretary')),
  over: optional(word('span')),
  distinct: optional(choice('edition')),
  source: optional(ID),
};

const fact = choice(...FACTS);

/** A fact to order by or to compute with: nothing is compared. */
export const FACT = record({ fact, ...ARGUMENTS, share: optional(flag) });
export type FactAsked = ValueOf<typeof FACT>;

const VALUE = word('value');

export const COMPARED = record({
  fact,
  ...ARGUMENTS,
  atLeast: optional(VALUE),
  atMost: optional(VALUE),
  is: optional(VALUE),
  oneOf: optional(list(VALUE, { min: 1, max: programmeLimits.testsMax })),
});
export type ComparedFact = ValueOf<typeof COMPARED>;

const ANY_OF = record({ anyOf: list(COMPARED, { min: 2, max: programmeLimits.testsMax }) });

const TEST = keyed({ fact: COMPARED, anyOf: ANY_OF });
export type Test = ValueOf<typeof TEST>;

/** All of them must hold. */
export const TESTS = list(TEST, { max: programmeLimits.testsMax });
