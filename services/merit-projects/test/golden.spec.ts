import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { CodesFact } from '../src/domain/codes/facts.ts';
import type { OwnNoticeFact } from '../src/domain/own-notice/facts.ts';
import type { DossierFact } from '../src/domain/dossier/dossier.ts';
import type { EditionFact } from '../src/domain/edition/facts.ts';
import type { EntriesFact, EntryFact } from '../src/domain/entries/facts.ts';
import type { EvidenceFact } from '../src/domain/evidence/evidence-file.ts';
import type { EvidenceAdded } from '../src/domain/evidence/upload.ts';
import type { EvidenceDescribed } from '../src/domain/files/entry-files.ts';
import type { InspectionFilesFact } from '../src/domain/files/inspection-files.ts';
import type { HolidaysFact } from '../src/domain/holidays/holidays.ts';
import type { NoticePaperFact } from '../src/domain/papers/notice-papers.ts';
import type { ProblemFact } from '../src/domain/problem/facts.ts';
import type { NominatorReminded } from '../src/domain/reminders/reminders.ts';
import { upcastClaim } from '../src/domain/review-claims/upcast-claims.ts';
import type { ReviewClaimFact } from '../src/domain/review-claims/facts.ts';
import type { SeriesFact } from '../src/domain/series/series.ts';
import type { TemplateAdopted } from '../src/domain/template/template.ts';
import {
  sealedOfCodes,
  sealedOfDossiers,
  sealedOfEditions,
  sealedOfEntries,
  sealedOfEntryFiles,
  sealedOfEvidence,
  sealedOfHolidays,
  sealedOfInspectionFiles,
  sealedOfNoticePapers,
  sealedOfOwnNotices,
  sealedOfPolicies,
  sealedOfProblems,
  sealedOfReviewClaims,
  sealedOfRolls,
} from '../src/application/sealed-fields.ts';
import { commendationFacts, policyFacts } from './golden-policies.ts';
import { BY, COMMITTEE, DAY, EDITION, UNIT } from './domain/edition-sample.ts';
import { carried, editions, proposal } from './golden-editions.ts';
import { seriesFacts } from './golden-series.ts';
import { candidates, listings, rolls } from './golden-rolls.ts';
import { facts as problemFacts } from './domain/problem-sample.ts';
import { samplesOf } from './golden-samples.ts';
import { quotaCounted } from './domain/need-sample.ts';
import { EVIDENCE, fact, intakeClosed, MILESTONE, P1, PROPOSAL, REPORT } from './domain/entry-sample.ts';

const year = {
  ...{
    noticeNumber: '国办发明电〔2026〕1号',
    daysOff: [['2027-01-01', '2027-01-03'] as const],
    makeUpDays: ['2027-02-06'],
  },
  hash: 'f'.repeat(64),
} as const;
const holidays: readonly HolidaysFact[] = [
  { type: 'HolidaysEntered.v1', data: { year: 2027, ...year, enteredBy: BY.officer.personId } },
  { type: 'HolidaysCorrected.v1', data: { year: 2027, ...year, ...carried } },
];

const entry = { entryId: P1, editionId: EDITION, nominatorId: UNIT } as const;
const toGo = { ...entry, sha256: EVIDENCE } as const;
const added: EvidenceAdded = { type: 'EvidenceAdded.v1', data: { sha256: EVIDENCE, addedBy: BY.unit.personId } };
const evidence: readonly EvidenceFact[] = [
  { type: 'EvidenceRegistered.v1', data: { sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' } },
  { type: 'EvidenceDestroyed.v1', data: { ...toGo, ...carried, prose: { why: '照片中有公民身份证号。' } } },
];

const inspection = { ...entry, clearanceId: 'clearance-1', fileId: 'file-1' } as const;
const inspectionFiles: readonly InspectionFilesFact[] = [
  {
    type: 'InspectionFileAdded.v1',
    data: {
      ...{ ...inspection, addedAt: DAY.review, addedBy: BY.inspector.personId },
      prose: { sha256: EVIDENCE, caption: '谈话记录' },
    },
  },
  { type: 'InspectionFileRemoved.v1', data: { ...inspection, prose: { why: '误传。' } } },
];

const entryFiles: readonly EvidenceDescribed[] = [
  {
    type: 'EvidenceDescribed.v1',
    data: {
      ...{ entryId: P1, editionId: EDITION, nominatorId: UNIT },
      ...{ sha256: EVIDENCE, kind: 'photo', prose: { caption: '试点上线仪式' } },
    },
  },
];

const papers: readonly NoticePaperFact[] = [
  {
    type: 'NoticePaperMade.v1',
    data: {
      ...{ papersId: 'papers-1', paperId: 'paper-1', editionId: EDITION, about: 'entries', format: 'pdf', notices: 2 },
      ...{ sha256: EVIDENCE, bytes: 40_000, template: '2026-11-28', replaces: null },
      ...{ madeAt: '2021-11-16T02:00:00.000Z', madeBy: BY.officer.personId, role: 'committee-officer' },
    },
  },
  {
    type: 'NoticePaperWithdrawn.v1',
    data: {
      ...{ papersId: 'papers-1', paperId: 'paper-1', editionId: EDITION, reason: 'wrong-content' },
      ...{ withdrawnAt: '2021-11-17T02:00:00.000Z', withdrawnBy: BY.officer.personId, role: 'committee-officer' },
      prose: { why: '名单有误' },
    },
  },
];

const claimed = { editionId: EDITION, committeeId: COMMITTEE, entryId: P1, claimedBy: BY.officer.personId } as const;
const held = { ...claimed, version: 1, until: '2021-11-19T16:00:00.000Z' } as const;
const reviewClaims: readonly ReviewClaimFact[] = [
  { type: 'ReviewClaimed.v2', data: { ...held, claimedAt: '2021-11-16T02:00:00.000Z' } },
  { type: 'ReviewClaimReleased.v2', data: { ...claimed, releasedAt: '2021-11-16T03:00:00.000Z' } },
  {
    type: 'ReviewClaimTakenOver.v2',
    data: {
      ...{ ...held, takenFrom: '15151515-1515-4515-8515-151515151515', takenOverAt: '2021-11-16T04:00:00.000Z' },
      prose: { why: '同事出差。' },
    },
  },
];

const reminders: readonly NominatorReminded[] = [
  {
    type: 'NominatorReminded.v1',
    data: {
      ...{ editionId: EDITION, nominatorId: UNIT, act: 'declare', dueAt: '2021-11-10T16:00:00.000Z' },
      remindedAt: '2021-11-09T02:00:00.000Z',
    },
  },
];

const codeBatch = { editionId: EDITION, batchId: 'batch-1' } as const;
const codes: readonly CodesFact[] = [
  { type: 'CodesHandedOut.v1', data: { ...codeBatch, organizationId: UNIT, hashes: [EVIDENCE] } },
  { type: 'CodesRecalled.v1', data: { ...codeBatch, numbers: [1], prose: { why: '遗失。' } } },
];

const ownNotice = { ownNoticeId: 'own-1', editionId: EDITION, nominatorId: UNIT } as const;
const ownObjection = { ...ownNotice, objectionId: 'objection-1' } as const;
const ownNotices: readonly OwnNoticeFact[] = [
  {
    type: 'OwnNoticeBegun.v1',
    data: {
      ...{ ...ownNotice, noticeId: 'own', track: 'project', subject: { kind: 'project', id: 'subject-1' } },
      ...{ title: '智慧党建', noticeFrom: '2021-11-01T02:00:00.000Z', noticeUntil: '2021-11-08T16:00:00.000Z' },
      holidaysHash: '',
    },
  },
  { type: 'OwnNoticeStopped.v1', data: { ...ownNotice, prose: { why: '标题有误。' } } },
  {
    type: 'OwnObjectionTaken.v1',
    data: {
      ...{ ...ownObjection, madeOn: '2021-11-04', toldTo: 'nominator' },
      prose: { objectorName: '王某', statement: '数据不实。' },
    },
  },
  {
    type: 'OwnObjectionAnswered.v1',
    data: { ...ownObjection, outcome: 'rejected', prose: { answer: '已核实。' } },
  },
  { type: 'OwnObjectionReopened.v1', data: { ...ownObjection, reopening: 1, prose: { why: '未附依据。' } } },
];

const dossiers: readonly DossierFact[] = [
  {
    type: 'MilestoneCompleted.v1',
    data: { ...entry, milestoneId: MILESTONE, effectiveOn: '2021-05-09', evidence: [EVIDENCE] },
  },
  {
    type: 'ProgressReported.v1',
    data: { ...entry, reportId: REPORT, evidence: [EVIDENCE], prose: { report: '已完成过半。' } },
  },
  { type: 'MilestoneReopened.v1', data: { ...entry, milestoneId: MILESTONE, prose: { why: '误报。' } } },
  { type: 'EntryFeatured.v1', data: { ...entry, link: 'https://example.org/1', prose: { note: '门户网站头条' } } },
  { type: 'FeaturingEnded.v1', data: { ...entry, prose: { why: '稿件有误。' } } },
];

const made: readonly EntryFact[] = [
  ...[
    fact.planned(),
    fact.revised(),
    fact.milestonesPlanned(),
    fact.confirmed(),
    fact.listingConfirmed(),
    fact.declared(),
    fact.documentsGiven(),
    fact.authorNamed(),
    fact.authorErased(),
    fact.needsTested(),
    fact.needsAnswered(),
    fact.redeclared(),
    fact.returned(),
  ],
  ...[fact.reviewed(), fact.clearanceRequested(), fact.cleared(), fact.blocked(), fact.lifted(), fact.published()],
  ...[
    fact.objected(),
    fact.settled(),
    fact.reopened(),
    fact.withdrawn(),
    fact.removed(),
    fact.handedOver(),
    fact.undone(),
  ],
  ...[fact.proposed(), fact.proposalRejected()],
].map((make) => make(3));

goldenFacts<EditionFact | SeriesFact | TemplateAdopted | EvidenceFact | HolidaysFact | DossierFact | EntriesFact>(
  join(import.meta.dirname, 'golden'),
  {
    ...samplesOf(editions, sealedOfEditions),
    ...samplesOf(seriesFacts, {}),
    ...samplesOf(holidays, sealedOfHolidays),
    ...samplesOf(dossiers, sealedOfDossiers),
    ...samplesOf(entryFiles, sealedOfEntryFiles),
    ...samplesOf(evidence, sealedOfEvidence),
    ...samplesOf<EvidenceAdded>([added], {}),
    ...samplesOf(inspectionFiles, sealedOfInspectionFiles),
    ...samplesOf(papers, sealedOfNoticePapers),
    ...samplesOf(reviewClaims, sealedOfReviewClaims),
    ...samplesOf(reminders, {}),
    ...samplesOf(rolls, sealedOfRolls),
    ...samplesOf(codes, sealedOfCodes),
    ...samplesOf(ownNotices, sealedOfOwnNotices),
    ...samplesOf(policyFacts, sealedOfPolicies),
    ...samplesOf(commendationFacts, {}),
    ...samplesOf<ProblemFact>(Object.values(problemFacts), sealedOfProblems),
    ...samplesOf<EntriesFact>(
      [
        ...made,
        ...listings,
        ...candidates,
        quotaCounted,
        intakeClosed([P1], [{ entryId: 'p-2', reason: 'not-reviewed' }]),
      ],
      sealedOfEntries,
    ),
  } as never,
  upcastClaim,
);

// ActProposed and ProposalRejected stand in four kinds of streams: the entries' are the ones above, these are the seriesFacts.
goldenFacts<EditionFact>(
  join(import.meta.dirname, 'golden/edition'),
  samplesOf<EditionFact>(
    [
      {
        type: 'ActProposed.v1',
        data: {
          ...{
            editionId: EDITION,
            act: 'ReopenStage',
            terms: { stageId: 'decide', closesOn: '2022-02-20', closing: 1 },
          },
          ...{ ...proposal, prose: { why: '漏开会议。' } },
        },
      },
      { type: 'ProposalRejected.v1', data: { editionId: EDITION, proposalId: PROPOSAL, prose: { why: '不同意。' } } },
    ],
    sealedOfEditions,
  ),
);
goldenFacts<HolidaysFact>(
  join(import.meta.dirname, 'golden/holidays'),
  samplesOf<HolidaysFact>(
    [
      {
        type: 'ActProposed.v1',
        data: { year: 2027, act: 'CorrectHolidays', terms: year, ...proposal, prose: { why: '录入有误。' } },
      },
      { type: 'ProposalRejected.v1', data: { year: 2027, proposalId: PROPOSAL, prose: { why: '不同意。' } } },
    ],
    sealedOfHolidays,
  ),
);
goldenFacts<EvidenceFact>(
  join(import.meta.dirname, 'golden/evidence'),
  samplesOf<EvidenceFact>(
    [
      {
        type: 'ActProposed.v1',
        data: {
          ...{ ...toGo, act: 'DestroyEvidence', terms: { sha256: EVIDENCE }, ...proposal },
          prose: { why: '误传，照片中有公民身份证号。' },
        },
      },
      { type: 'ProposalRejected.v1', data: { ...toGo, proposalId: PROPOSAL, prose: { why: '已打码。' } } },
    ],
    sealedOfEvidence,
  ),
);
