import { join } from 'node:path';
import type { Fact } from '@jiangong/event-store';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import type { EditionFact } from '../src/domain/edition/facts.ts';
import type { EvidenceRegistered } from '../src/domain/evidence/evidence-file.ts';
import type { SeriesBegun } from '../src/domain/series/series.ts';
import type { UnitEditionFact } from '../src/domain/unit-edition/facts.ts';
import { COMMITTEE, EDITION, editionFacts, SERIES, UNIT } from './domain/edition-sample.ts';
import { CLEARANCE, EVIDENCE, fact, INSPECTOR, OBJECTION, P1, plan, ref, REPORT } from './domain/entry-sample.ts';

type Stored = EditionFact | SeriesBegun | UnitEditionFact | EvidenceRegistered;

/** Sealed fields stand in the log as ciphertext: the golden file keeps their form, not a text. */
const sealed = (keyId: string): string =>
  ({ keyId, nonce: 'AAAAAAAAAAAAAAAA', ciphertext: 'c2VhbGVkLXRleHQtd2l0aC1pdHMtdGFn' }) as unknown as string;

const stage = { editionId: EDITION, stage: 'planning', opensOn: '2021-01-04', closesOn: '2021-02-28' } as const;
const instants = { opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-02-28T16:00:00.000Z' };
type DataOf<T extends Stored['type']> = Extract<Stored, { type: T }>['data'];

const dataOf = <T extends Stored['type']>(type: T, one: Fact | undefined): DataOf<T> => {
  const { type: found, data } = one ?? { type: 'nothing', data: undefined };
  if (found !== type) throw new Error(`the sample of ${type} is a ${found}`);
  return data as DataOf<T>;
};

const editionSamples: FactSamples<EditionFact | SeriesBegun | EvidenceRegistered> = {
  'SeriesBegun.v1': { seriesId: SERIES, committeeId: COMMITTEE },
  'EditionOpened.v1': dataOf('EditionOpened.v1', editionFacts[0]),
  'StageScheduled.v1': { ...stage, ...instants },
  'StageRescheduled.v1': { ...stage, ...instants, why: '暴雪' },
  'StageOpened.v1': { editionId: EDITION, stage: 'planning', dueAt: instants.opensAt },
  'StageClosed.v1': { editionId: EDITION, stage: 'planning', dueAt: instants.closesAt },
  'LateEntryAllowed.v1': {
    editionId: EDITION,
    unitId: UNIT,
    stage: 'declaration',
    from: '2021-11-11T02:00:00.000Z',
    until: '2021-11-12',
    untilAt: '2021-11-12T16:00:00.000Z',
    why: '网络故障',
  },
  'EvidenceRegistered.v1': { sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' },
};

const entrySamples: FactSamples<UnitEditionFact> = {
  'EntryPlanned.v1': dataOf('EntryPlanned.v1', fact.planned()),
  'EntryRevised.v1': { ...ref(P1), ...plan, why: '任务调整。' },
  'EntryConfirmed.v1': dataOf('EntryConfirmed.v1', fact.confirmed()),
  'MilestoneCompleted.v1': dataOf('MilestoneCompleted.v1', fact.milestone()),
  'EntryProgressed.v1': { ...ref(P1), reportId: REPORT, report: '已完成过半。', evidence: [EVIDENCE] },
  'EntryFeatured.v1': dataOf('EntryFeatured.v1', fact.featured()),
  'EntryDeclared.v1': dataOf('EntryDeclared.v1', fact.declared()),
  'EntryRedeclared.v1': dataOf('EntryRedeclared.v1', fact.redeclared()),
  'EntryReturned.v1': dataOf('EntryReturned.v1', fact.returned()),
  'EntryWithdrawn.v1': dataOf('EntryWithdrawn.v1', fact.withdrawn()),
  'EntryScreened.v1': dataOf('EntryScreened.v1', fact.screened()),
  'ClearanceRequested.v1': dataOf('ClearanceRequested.v1', fact.clearanceRequested()),
  'EntryCleared.v1': dataOf('EntryCleared.v1', fact.cleared()),
  'EntryBlocked.v1': {
    ...ref(P1),
    clearanceId: CLEARANCE,
    opinions: sealed(`discipline/${EDITION}`) as never,
    why: sealed(`discipline/${EDITION}`),
    opinionNumber: '纪函〔2021〕8号',
    inspectorPersonId: INSPECTOR,
  },
  'EntryPublished.v1': dataOf('EntryPublished.v1', fact.published()),
  'ObjectionReceived.v1': {
    ...dataOf('ObjectionReceived.v1', fact.objected()),
    objectorName: sealed(`objection/${OBJECTION}`),
    objectorContact: sealed(`objection/${OBJECTION}`),
    statement: sealed(`objection/${OBJECTION}`),
    evidence: sealed(`objection/${OBJECTION}`) as never,
  },
  'ObjectionSettled.v1': { ...dataOf('ObjectionSettled.v1', fact.settled()), answer: sealed(`objection/${OBJECTION}`) },
  'EntryRemoved.v1': { ...ref(P1), objectionId: OBJECTION },
  'EntryEnteredEvaluation.v1': dataOf('EntryEnteredEvaluation.v1', fact.entered()),
  'EntryMissedEvaluation.v1': dataOf('EntryMissedEvaluation.v1', fact.missed()),
  'EntryCommended.v1': dataOf('EntryCommended.v1', fact.commended()),
};

goldenFacts<Stored>(join(import.meta.dirname, 'golden'), { ...editionSamples, ...entrySamples });
