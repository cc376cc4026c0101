import type { EntriesFact } from '../src/domain/entries/facts.ts';
import type { RollFact } from '../src/domain/roll/facts.ts';
import { EDITION, UNIT } from './domain/edition-sample.ts';
import { BRANCH, LEADER, P1, P2, ref, ROUND } from './domain/entry-sample.ts';

const prose = { why: '已并入其他单位。' } as const;
const onRoll = { trackId: 'unit', subjectId: UNIT, nominatorId: UNIT, homeId: UNIT } as const;

/** One fact of each kind that a roll's stream holds. */
export const rolls: readonly RollFact[] = [
  {
    type: 'RollNeedsTested.v1',
    data: {
      ...{ editionId: EDITION, knownTo: 700, part: 1, parts: 1 },
      subjects: [
        {
          ...{ trackId: 'unit', subjectId: UNIT, asOf: '2021-12-31' },
          needs: [{ needId: 'need-1', values: [14], verdict: 'met' }],
        },
      ],
    },
  },
  {
    type: 'RollListed.v1',
    data: {
      ...{ editionId: EDITION, asOf: '2021-11-30', part: 1, parts: 1, on: [onRoll] },
      off: [{ trackId: 'unit', subjectId: 'unit-founded-later', reason: 'founded-later' }],
      counts: [{ trackId: 'unit', count: 1 }],
    },
  },
  {
    type: 'SubjectExcluded.v1',
    data: { editionId: EDITION, trackId: 'unit', subjectId: UNIT, counts: [{ trackId: 'unit', count: 0 }], prose },
  },
  {
    type: 'SubjectIncluded.v1',
    data: { editionId: EDITION, ...onRoll, counts: [{ trackId: 'unit', count: 1 }], prose },
  },
  {
    type: 'WholeCounted.v1',
    data: { editionId: EDITION, trackId: 'division', count: 42, counts: [{ trackId: 'division', count: 42 }], prose },
  },
];

/** A candidate of a branch, from being proposed to being declared. */
export const candidates: readonly EntriesFact[] = [
  {
    type: 'EntryProposed.v1',
    data: {
      ...{
        ...ref(P1, 1),
        subject: { kind: 'person', id: LEADER },
        track: 'member',
        homeId: BRANCH,
        proposerId: BRANCH,
      },
      ...{ answerable: [LEADER], title: '王小明', prose: { summary: '日常表现突出。' } },
    },
  },
  {
    type: 'CandidatesEntered.v1',
    data: {
      ...{ editionId: EDITION, nominatorId: UNIT },
      entered: [
        {
          ...{ entryId: P1, subject: { kind: 'person', id: LEADER }, homeId: BRANCH, track: 'member', title: '王小明' },
          ...{ answerable: [LEADER], openObjections: [] },
        },
      ],
    },
  },
  {
    type: 'CandidateChosen.v1',
    data: {
      ...{ ...ref(P1, 3), version: 2, roundId: ROUND, resultHash: 'e'.repeat(64), rank: 2, over: [P2] },
      prose: { departure: '得票最高者请辞。' },
    },
  },
];

/** What follows from a roll in a nominator's stream. */
export const listings: readonly EntriesFact[] = [
  {
    type: 'EntryListed.v1',
    data: {
      ...{ ...ref(UNIT, 1), subject: { kind: 'organization', id: UNIT }, track: 'unit', homeId: UNIT },
      ...{ proposerId: UNIT, answerable: [], title: '甲单位', asOf: '2021-11-30' },
    },
  },
  { type: 'EntryDelisted.v1', data: { ...ref(UNIT, 2), prose } },
  { type: 'EntryRelisted.v1', data: { ...ref(UNIT, 3), standing: 'declared', prose } },
];
