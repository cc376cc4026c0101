import type { Dice } from '../../../journeys/demo/world/seeded-random.ts';
import { type Prepared, type PreparedUnit, SECOND_OFFICER } from '../prepared-directory.ts';
import { claimOf } from '../prepared-window.ts';

/** An order of the workload, as its sender gives it. */
export type Order = Readonly<{
  kind: string;
  by: string;
  path: string;
  body: unknown;
  /** Where the record that it replaces is seen first. */
  seenAt?: string;
}>;

/** One of these stands in every personal value that the workload gives; none may be found in a log, a trace or an event (I8). */
export const CANARY_NAME = '金丝雀';
export const CANARY_PHONE = '1387731';
export const CANARIES: readonly string[] = [CANARY_NAME, CANARY_PHONE];

const PHONE_DIGITS_LEFT = 4;
const phoneOf = (number: number): string =>
  `${CANARY_PHONE}${String(number % 10 ** PHONE_DIGITS_LEFT).padStart(PHONE_DIGITS_LEFT, '0')}`;

const OFFICER = 'officer-1';
/** Hundredths that the item may give. */
const POINTS_MAX = 150;

type Invented = Readonly<{ prepared: Prepared; dice: Dice; number: number }>;

const unitOf = ({ prepared, dice }: Invented): PreparedUnit => dice.pick(prepared.units);
const personOf = ({ prepared, dice }: Invented): string => dice.pick(prepared.people);

/** Small orders to every service that takes any; each may be repeated for ever, and none shuts another out. */
const KINDS: readonly Readonly<{ weight: number; invent: (invented: Invented) => Order }>[] = [
  {
    weight: 3,
    invent: (given) => {
      const { branchId } = unitOf(given);
      return {
        kind: 'rename',
        by: OFFICER,
        path: `/v1/organizations/${branchId}/rename`,
        seenAt: `/v1/organizations/${branchId}`,
        body: { nameZh: `第${given.number}支部（虚构）`, nameEn: `Branch ${given.number} (invented)` },
      };
    },
  },
  {
    weight: 2,
    invent: (given) => ({
      kind: 'register',
      by: OFFICER,
      path: '/v1/people',
      body: {
        organizationId: unitOf(given).branchId,
        name: `${CANARY_NAME}${given.number}（虚构）`,
        phone: phoneOf(given.number),
      },
    }),
  },
  {
    weight: 2,
    invent: (given) => {
      const seenAt = `/v1/people/${personOf(given)}`;
      return {
        kind: 'correct',
        by: OFFICER,
        path: `${seenAt}/corrections`,
        seenAt,
        body: { phone: phoneOf(given.number), reason: '核对' },
      };
    },
  },
  {
    weight: 4,
    invent: (given) => {
      const { entryId, secretary } = unitOf(given);
      return {
        kind: 'progress',
        by: secretary,
        path: `/v1/entries/${entryId}/progress`,
        body: { report: `第${given.number}次报告`, evidence: [] },
      };
    },
  },
  {
    weight: 1,
    // Who sits already stays as he is: the first one of a person is a fact, the others are answered alike.
    invent: ({ prepared: { roundId, evaluators }, dice }) => ({
      kind: 'seat',
      by: OFFICER,
      path: `/v1/rounds/${roundId}/seats`,
      body: { seats: [{ personId: dice.pick(evaluators), sourceId: 'units' }] },
    }),
  },
  {
    weight: 2,
    invent: (given) => ({
      kind: 'inbox',
      by: unitOf(given).officer,
      path: '/v1/inbox/read',
      body: { throughPosition: given.number },
    }),
  },
];

/** What fills an appraisal's window, and who reviews what. */
const FILLING: typeof KINDS = [
  {
    weight: 2,
    invent: ({ prepared: { appraisal }, dice, number }) => ({
      kind: 'finding',
      by: OFFICER,
      path: `/v1/rounds/${appraisal.roundId}/entries/${dice.pick(appraisal.units).entryId}/occurrences`,
      body: {
        ...{ sourceId: 'base', itemId: 'study', effectiveOn: appraisal.judgedOn, count: 1, evidence: [] },
        finding: `第${number}次未学习（虚构）。`,
      },
    }),
  },
  {
    weight: 1,
    invent: ({ prepared: { appraisal }, dice, number }) => {
      const { entryId, officer } = dice.pick(appraisal.units);
      return {
        kind: 'claim',
        by: officer,
        path: `/v1/rounds/${appraisal.roundId}/entries/${entryId}/bonus-claims`,
        body: claimOf(appraisal.judgedOn, `品牌之${number}`),
      };
    },
  },
  {
    weight: 1,
    // A verdict that says what stands already is refused: one in a hundred and fifty.
    invent: ({ prepared: { appraisal }, dice }) => {
      const { entryId, claimIds } = dice.pick(appraisal.units);
      return {
        kind: 'verdict',
        by: OFFICER,
        path: `/v1/rounds/${appraisal.roundId}/entries/${entryId}/bonus-claims/${dice.pick(claimIds)}/reconsider`,
        body: {
          verdict: { outcome: 'granted', points: 1 + dice.below(POINTS_MAX) },
          ...{ because: 'document-came', why: '文件已补（虚构）。' },
        },
      };
    },
  },
  {
    weight: 1,
    invent: ({ prepared: { editionId, declared }, dice }) => ({
      kind: 'review-claim',
      by: dice.pick([OFFICER, SECOND_OFFICER]),
      path: `/v1/editions/${editionId}/review-claims`,
      body: { entryIds: [dice.pick(declared)] },
    }),
  },
  {
    weight: 1,
    invent: ({ prepared: { editionId, declared }, dice }) => ({
      kind: 'review-release',
      by: dice.pick([OFFICER, SECOND_OFFICER]),
      path: `/v1/editions/${editionId}/review-claims/release`,
      body: { entryIds: [dice.pick(declared)] },
    }),
  },
];

/** A problem that somebody says is there: each is a list's new line, with a stream of its own. */
const problemOf = (number: number, foundOn: string) => ({
  ...{ title: `第${number}个问题（虚构）`, kind: 'organization', severity: 'ordinary', foundOn },
  description: '台账不全（虚构）。',
});

/** What is found at a branch, by the office and by whoever it is about. */
const FINDING: typeof KINDS = [
  {
    weight: 1,
    invent: (given) => ({
      kind: 'problem',
      by: OFFICER,
      path: `/v1/editions/${given.prepared.editionId}/problems`,
      body: {
        ...{ organizationId: unitOf(given).branchId, source: 'inspection' },
        ...problemOf(given.number, given.prepared.appraisal.judgedOn),
      },
    }),
  },
  {
    weight: 1,
    invent: (given) => {
      const { branchId, secretary } = unitOf(given);
      return {
        kind: 'admitted',
        by: secretary,
        path: `/v1/editions/${given.prepared.editionId}/problems/admitted`,
        body: { organizationId: branchId, ...problemOf(given.number, given.prepared.appraisal.judgedOn) },
      };
    },
  },
];

const DRAWN = [...KINDS, ...FILLING, ...FINDING].flatMap(({ weight, invent }) =>
  Array.from({ length: weight }, () => invent),
);

export const inventOrder = (invented: Invented): Order => invented.dice.pick(DRAWN)(invented);
