import { programmeLimits as limits } from '../limits.ts';
import { byDefault, choice, list, map, optional, record, type ValueOf, whole, word } from '../shape/shape.ts';
import { attachments, CODE, count, DAY, ID, ids, NAME } from './names.ts';
import { TESTS } from './tests.ts';

/** Roles that a party may have: the platform's, and the public. */
export const PARTY_ROLES = [
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'expert',
  'member',
  'appraisal-office',
  'mass-voter',
  'public',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const PARTY = record({
  role: choice(...PARTY_ROLES),
  scope: choice('own', 'home', 'superior', 'line', 'edition', 'round', 'code'),
  /** The quorum of a body. */
  least: optional(whole({ min: 1, max: limits.quorumMax })),
  /** Of those present, how many must attest the minutes of a body. Left out: a majority of them, at least two. */
  attest: optional(whole({ min: 2, max: limits.quorumMax })),
  /** Offices within the party, mapped to organizations in the edition. */
  members: optional(ids(limits.membersMax, 1)),
  /** What the offices are called. One without stands by its id. */
  memberNames: optional(map('id', NAME, { max: limits.membersMax })),
  recuse: byDefault(choice('self', 'leader', 'home'), 'home'),
});
export type Party = ValueOf<typeof PARTY>;
export const PARTIES = map('id', PARTY, { min: 1, max: limits.partiesMax });

export const QUOTA = record({
  of: choice('unit', 'city', 'category'),
  count: optional(count(0, limits.quotaMax)),
  onePer: optional(word('ratio')),
  round: optional(choice('up', 'down', 'half-up')),
  least: optional(count(0, limits.quotaMax)),
});
export type Quota = ValueOf<typeof QUOTA>;

export const SUBJECT_KINDS = [
  'project',
  'organization',
  'person',
  'office-holder',
  'collective',
  'line',
  'work',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const SUBJECT = record({
  id: ID,
  name: NAME,
  kind: choice(...SUBJECT_KINDS),
  of: optional(list(word('organizationKind'), { min: 1, max: limits.organizationKindsMax })),
  needs: byDefault(TESTS, []),
  asOf: optional(DAY),
  answerable: optional(choice('leader', 'secretary', 'author')),
  follow: byDefault(choice('inherit', 'stay', 'body'), 'body'),
  quota: optional(QUOTA),
  documents: optional(attachments),
});
export type SubjectRule = ValueOf<typeof SUBJECT>;

export const INTAKES = [
  'plan-then-declare',
  'nominate',
  'whole-roll',
  'register',
  'computed-list',
  'holders',
  'put-forward',
] as const;

export const INTAKE = record({
  how: choice(...INTAKES),
  by: optional(ID),
  asOf: optional(DAY),
  holdersOf: optional(CODE),
  from: optional(ID),
  quota: optional(QUOTA),
  documents: byDefault(attachments, []),
  /** What the documents are called, the subjects' own too. One without stands by its id. */
  documentNames: optional(map('id', NAME, { max: limits.documentsMax })),
  exclude: optional(ID),
});
export type IntakeRule = ValueOf<typeof INTAKE>;
