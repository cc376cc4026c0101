import type { EditionFact } from '../src/domain/edition/facts.ts';
import { BY, DAY, EDITION, editionFacts, SERIES, tables, UNIT } from './domain/edition-sample.ts';
import { PROPOSAL } from './domain/entry-sample.ts';
import { neededTrack } from './domain/need-sample.ts';

const of = { editionId: EDITION, stageId: 'plan', act: 'plan', phase: null } as const;
const days = { opensOn: '2021-01-04', closesOn: '2021-02-28', holidaysHash: 'e'.repeat(64) } as const;
const instants = { opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-02-28T16:00:00.000Z' } as const;
export const carried = { proposalId: PROPOSAL, proposedBy: BY.officer.personId } as const;
export const proposal = { ...carried, role: BY.officer.role, proposedAt: DAY.afterAll } as const;
const [editionOpened] = editionFacts;
if (editionOpened?.type !== 'EditionOpened.v1') throw new Error('an edition begins with its opening');

/** One fact of each kind that an edition's stream holds. */
export const editions: readonly EditionFact[] = [
  editionOpened,
  { type: 'DocumentsAsked.v1', data: { editionId: EDITION, tracks: [{ trackId: 'project', documents: ['report'] }] } },
  {
    type: 'RollAsked.v1',
    data: {
      ...{ editionId: EDITION, asOf: '2021-11-30', listsAt: '2021-11-29T16:00:00.000Z', enters: true },
      wholes: [{ trackId: 'unit', kinds: ['unit'] }],
    },
  },
  { type: 'NeedsAsked.v1', data: { editionId: EDITION, tracks: [neededTrack] } },
  {
    type: 'SharesAsked.v1',
    data: {
      editionId: EDITION,
      shares: [{ trackId: null, asOf: '2021-03-01', one: 20, counted: 'branches', round: 'up', least: 1 }],
    },
  },
  { type: 'ReviewListSet.v1', data: { editionId: EDITION, items: ['材料完整', '佐证属实'] } },
  {
    type: 'EditionAmended.v1',
    data: {
      ...{ editionId: EDITION, titleZh: '新题', titleEn: 'New title', parameters: { quota: '3' }, tables },
      ...{ effectiveOn: '2021-11-03', prose: { why: '名额调整。' } },
    },
  },
  { type: 'StageScheduled.v1', data: { ...of, ...days, ...instants } },
  { type: 'StageRescheduled.v1', data: { ...of, ...days, ...instants, prose: { why: '暴雪' } } },
  { type: 'StageOpened.v1', data: { ...of, dueAt: instants.opensAt, entered: null } },
  { type: 'StageClosed.v1', data: { ...of, dueAt: instants.closesAt, closing: 1 } },
  {
    type: 'StageReopened.v1',
    data: {
      ...{ editionId: EDITION, stageId: 'decide', act: 'decide', phase: null, closing: 1, ...carried },
      ...{ closesOn: '2022-02-20', closesAt: '2022-02-20T16:00:00.000Z', prose: { why: '漏开会议。' } },
    },
  },
  {
    type: 'LateEntryAllowed.v1',
    data: {
      ...{ editionId: EDITION, nominatorId: UNIT, stageId: 'declare', act: 'declare' },
      ...{ from: '2021-11-11T02:00:00.000Z', until: '2021-11-12', untilAt: '2021-11-12T16:00:00.000Z' },
      prose: { why: '网络故障' },
    },
  },
  {
    type: 'LateEntryEnded.v1',
    data: {
      ...{ editionId: EDITION, nominatorId: UNIT, stageId: 'declare', act: 'declare' },
      ...{ endedAt: '2021-11-11T06:00:00.000Z', prose: { why: '单位填错，应为另一单位补报。' } },
    },
  },
  { type: 'EditionClosed.v1', data: { editionId: EDITION } },
  {
    type: 'EditionAbandoned.v1',
    data: { editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1, ...carried, prose: { why: '停办。' } },
  },
];
