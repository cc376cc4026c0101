import { describe, expect, it } from '@jest/globals';
import { projectedEvent } from '@jiangong/read-models/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVIDENCE_BYTES_MAX, EVIDENCE_MEDIA_TYPES } from '@jiangong/evidence';
import { tellMeritProjectFacts } from '../src/adapters/public-facts/tell-merit-project-facts.ts';
import { refusalTexts } from '../src/application/refusal-texts.ts';
import * as evidenceRule from '../src/domain/evidence/evidence-file.ts';
import { COMMITTEE, EDITION, TEMPLATE_HASH, UNIT } from './domain/edition-sample.ts';
import { LEADER, OBJECTION, P1, plan } from './domain/entry-sample.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const EDITION_TYPES = [
  ...['EditionOpened', 'EditionAmended', 'EditionClosed', 'EditionAbandoned', 'LateEntryAllowed', 'LateEntryEnded'],
  ...['StageScheduled', 'StageRescheduled', 'StageOpened', 'StageClosed', 'StageReopened'],
];
const NOT_TOLD = [
  'InspectionFileAdded',
  'InspectionFileRemoved',
  'EvidenceDescribed',
  'EvidenceRegistered',
  'EvidenceAdded',
  'NoticePaperMade',
  'NoticePaperWithdrawn',
  'ListingConfirmed',
  'ReviewClaimed',
  'ReviewClaimReleased',
  'SeriesBegun',
  'EditionClaimed',
  'EditionReleased',
  'PolicyActProposed',
  'PolicyProposalRejected',
  'PolicyAdopted',
  'PolicyRepealed',
  'ExemptionGranted',
  'ExemptionWithdrawn',
  'CommendationClaimed',
  'CommendationReleased',
];

const streamOf = (type: string): string => {
  if (type === 'TemplateAdopted') return 'merit-projects.template-1';
  if (type.startsWith('Evidence') && type !== 'EvidenceDescribed') return 'merit-projects.evidence-1';
  if (type.startsWith('InspectionFile')) return 'merit-projects.inspection-1';
  if (type.startsWith('Problem')) return 'merit-projects.problem-1';
  if (type.startsWith('ReviewClaim')) return 'merit-projects.review-claims-1';
  if (type === 'NominatorReminded') return 'merit-projects.reminders-1';
  if (type.startsWith('Holidays')) return 'merit-projects.holidays-2027';
  if (type === 'RollListed' || type === 'WholeCounted' || type.startsWith('Subject')) return 'merit-projects.roll-1';
  return EDITION_TYPES.includes(type) ? 'merit-projects.edition-1' : 'merit-projects.entries-1';
};
const told = (type: string, version = 1): readonly { type: string; data: unknown }[] => {
  const stored = `${type}.v${version}`;
  const { data } = JSON.parse(readFileSync(join(GOLDEN, `${stored}.json`), 'utf8')) as { data: unknown };
  return tellMeritProjectFacts.translate(projectedEvent({ type: stored, data, stream: streamOf(type) }));
};
const ref = { entryId: P1, editionId: EDITION, nominatorId: UNIT };

describe('public facts', () => {
  it('a template is told with its text, so that whoever compiles it needs nothing else', () => {
    expect(told('TemplateAdopted')).toMatchObject([
      {
        type: 'merit_projects.TemplateAdopted.v1',
        data: { templateHash: TEMPLATE_HASH, canonicalText: '{"schema":2}' },
      },
    ]);
  });

  it.each(['HolidaysEntered', 'HolidaysCorrected'])('a year’s working days are told whole: %s', (type) => {
    expect(told(type)).toMatchObject([
      {
        type: 'merit_projects.HolidaysEntered.v1',
        data: { year: expect.any(Number), noticeNumber: expect.any(String), daysOff: expect.any(Array) },
      },
    ]);
  });

  it('an edition tells its template and what it sets of it', () => {
    expect(told('EditionOpened')).toMatchObject([
      {
        type: 'merit_projects.EditionOpened.v1',
        data: { editionId: EDITION, ordinal: 1, templateHash: TEMPLATE_HASH, parametersJson: '{"quota":"2"}' },
      },
    ]);
  });

  it('what entered is told at once, and what missed once more each by itself', () => {
    const [intake, missed, ...more] = told('IntakeClosed');
    expect(more).toEqual([]);
    expect(intake).toEqual({
      type: 'merit_projects.IntakeClosed.v1',
      data: {
        ...{ editionId: EDITION, nominatorId: UNIT },
        entered: [
          {
            ...{ entryId: P1, subjectKind: 'project', subjectId: `project of ${P1}`, nominatorId: UNIT, homeId: UNIT },
            ...{ track: 'project', title: plan.title, answerablePersonIds: [LEADER] },
          },
        ],
        missed: [{ entryId: 'p-2', reason: 'not-reviewed' }],
      },
    });
    expect(missed).toEqual({
      type: 'merit_projects.EntryMissed.v1',
      data: { entryId: 'p-2', editionId: EDITION, nominatorId: UNIT, reason: 'not-reviewed' },
    });
  });

  it('a block tells that it is one, never why or against whom', () => {
    expect(told('EntryBlocked')).toEqual([{ type: 'merit_projects.EntryBlocked.v1', data: ref }]);
    expect(told('ClearanceGiven')).toEqual([
      { type: 'merit_projects.ClearanceGiven.v1', data: { ...ref, outcome: 'cleared' } },
    ]);
  });

  it('an objection tells neither who objects nor what is said nor where it came from', () => {
    expect(told('ObjectionReceived')).toEqual([
      {
        type: 'merit_projects.ObjectionReceived.v1',
        data: { ...ref, objectionId: OBJECTION, against: 'entry', answerDueAt: '2021-11-30T16:00:00.000Z' },
      },
    ]);
    expect(told('ObjectionSettled')).toEqual([
      {
        type: 'merit_projects.ObjectionSettled.v1',
        data: { ...ref, objectionId: OBJECTION, against: 'entry', outcome: 'rejected' },
      },
    ]);
    expect(told('ObjectionReopened')).toEqual([
      {
        type: 'merit_projects.ObjectionReopened.v1',
        data: { ...ref, objectionId: OBJECTION, against: 'entry', answerDueAt: '2021-11-30T16:00:00.000Z' },
      },
    ]);
  });

  it('that a claim moved is told to the office that reviews, who holds it to nobody, and to whose claim was taken over that it was', () => {
    const moved = {
      type: 'merit_projects.ReviewClaimMoved.v1',
      data: { entryId: P1, editionId: EDITION, committeeId: COMMITTEE },
    };
    for (const type of ['ReviewClaimed', 'ReviewClaimReleased']) {
      // The first version did not say whose office it is.
      expect(told(type)).toEqual([]);
      expect(told(type, 2)).toEqual([moved]);
    }
    expect(told('ReviewClaimTakenOver', 2)).toEqual([
      expect.objectContaining({ type: 'merit_projects.ReviewClaimTakenOver.v1' }),
      moved,
    ]);
    const personId = '15151515-1515-4515-8515-151515151515';
    const data = { entryId: P1, editionId: EDITION, personId };
    expect(told('ReviewClaimTakenOver')).toEqual([{ type: 'merit_projects.ReviewClaimTakenOver.v1', data }]);
  });

  it('of a roll how many stand on it, not who; whoever stands on it is told as an entry', () => {
    const counts = [{ track: 'unit', count: 1 }];
    expect(told('RollListed')).toEqual([
      { type: 'merit_projects.RollCounted.v1', data: { editionId: EDITION, asOf: '2021-11-30', counts } },
    ]);
    expect(told('SubjectIncluded')).toEqual([
      { type: 'merit_projects.RollCounted.v1', data: { editionId: EDITION, counts } },
    ]);
    expect(told('EntryListed')).toMatchObject([{ data: { subjectKind: 'organization', title: '甲单位' } }]);
    expect(told('EntryDelisted').map(({ type }) => type)).toEqual(['merit_projects.EntryRemoved.v1']);
    expect(told('EntryRelisted')).toMatchObject([{ data: { act: 'EntryRemoved', standing: 'declared' } }]);
  });

  it('that a file was destroyed is told with its entry, and neither the file nor why', () => {
    expect(told('EvidenceDestroyed')).toEqual([{ type: 'merit_projects.EvidenceDestroyed.v1', data: ref }]);
  });

  it('what is only proposed, and late entry, are told to nobody', () => {
    for (const type of ['ActProposed', 'ProposalRejected', 'LateEntryAllowed', 'LateEntryEnded'])
      expect(told(type)).toEqual([]);
  });

  it('every other fact is told under its ids, and nothing sealed passes', () => {
    const types = readdirSync(GOLDEN)
      .filter((name) => name.endsWith('.v1.json'))
      .map((name) => name.replace('.v1.json', ''));
    const silent = [
      ...NOT_TOLD,
      'ActProposed',
      'ProposalRejected',
      'LateEntryAllowed',
      'LateEntryEnded',
      'ReviewListSet',
      'DocumentsAsked',
      // By which result, before whom and why is the unit's and the offices'.
      'CandidateChosen',
      'DocumentsGiven',
      'RollAsked',
      'NeedsAsked',
      'SharesAsked',
      'NeedsTested',
      'NeedsAnswered',
      'QuotaCounted',
      'RollNeedsTested',
      'ProblemEvidenceAdded',
      'ProblemEvidenceRemoved',
      'ProblemWithdrawalProposed',
      'ProblemWithdrawalRejected',
      'OwnNoticeBegun',
      'OwnNoticeStopped',
      'OwnObjectionTaken',
      'OwnObjectionAnswered',
      'OwnObjectionReopened',
      'CodesHandedOut',
      'CodesRecalled',
      'AuthorNamed',
    ];
    const others = types.filter((type) => !silent.includes(type));
    expect(others).toHaveLength(61);
    for (const type of others) {
      const facts = told(type);
      expect([type, facts.length]).not.toEqual([type, 0]);
      expect(JSON.stringify(facts)).not.toContain('ciphertext');
    }
  });
});

it('the evidence that the rule book takes is what the evidence store lets in', () => {
  expect(evidenceRule.EVIDENCE_MEDIA_TYPES).toEqual(EVIDENCE_MEDIA_TYPES);
  expect(evidenceRule.EVIDENCE_BYTES_MAX).toBe(EVIDENCE_BYTES_MAX);
});

it('every refusal speaks Chinese and English', () => {
  for (const [reason, { zh, en }] of Object.entries(refusalTexts)) {
    expect([reason, zh]).toEqual([reason, expect.stringMatching(/\p{Script=Han}.*。$/u)]);
    expect([reason, en]).toEqual([reason, expect.stringMatching(/^[\x20-\x7e]+\.$/)]);
  }
});
