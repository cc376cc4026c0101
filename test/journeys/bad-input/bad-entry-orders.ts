import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const strange = officerOf(UNIT_B);
const ENTRY = 'POST /v1/entries/{entry}';
const FILE = `${ENTRY}/files/{hash}`;
const why = '情况属实（虚构）。';
const FOR = {
  editionId: '{edition}',
  nominatorId: '{unit}',
  track: 'project',
  subjectId: '{secretary}',
  title: '事迹（虚构）',
  answerable: ['{secretary}'],
  summary: '事迹。',
  evidence: [],
};

/** Entries changed too early, by another unit, or by what is not theirs. */
const asPlanned: readonly BadRequest[] = ordersAt('planned', [
  [
    'a nomination where entries are planned',
    mine,
    'POST /v1/nominations',
    FOR,
    [409, 'INTAKE_NOT_NOMINATED', 'editionId'],
  ],
  ['a nomination for another unit', strange, 'POST /v1/nominations', FOR, [403, 'WRONG_SUBTREE', null]],
  [
    'a proposal about no objection',
    FIRST_OFFICER,
    `${ENTRY}/proposals`,
    { act: 'RemoveEntry', objectionId: '{nowhere}', why },
    [404, 'OBJECTION_NOT_FOUND', 'objectionId'],
  ],
  [
    'a proposal about an entry of another unit',
    strange,
    `${ENTRY}/proposals`,
    { act: 'UndoAct', why },
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'a proposal to lift a block that there is not',
    mine,
    `${ENTRY}/proposals`,
    { act: 'LiftBlock', why },
    [409, 'ENTRY_NOT_BLOCKED', 'entryId'],
  ],
  [
    'a proposal about an entry turned down that nobody made',
    FIRST_LEADER,
    `${ENTRY}/proposals/{nowhere}/reject`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'an entry removed that nobody proposed to',
    FIRST_LEADER,
    `${ENTRY}/proposals/{nowhere}/remove`,
    { why },
    [409, 'ENTRY_NOT_IN_EVALUATION', 'entryId'],
  ],
  [
    'an order undone that nobody proposed to',
    FIRST_LEADER,
    `${ENTRY}/proposals/{nowhere}/undo`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a milestone reached that there is not',
    mine,
    `${ENTRY}/milestones/{nowhere}/complete`,
    { completedOn: `${YEAR}-01-08`, evidence: [] },
    [409, 'STAGE_NOT_OPEN', null],
  ],
  [
    'a milestone put right that there is not',
    mine,
    `${ENTRY}/milestones/{nowhere}/reopen`,
    { why },
    [409, 'STAGE_NOT_OPEN', null],
  ],
  [
    'progress of what is not underway',
    mine,
    `${ENTRY}/progress`,
    { report: '进展顺利。', evidence: [] },
    [409, 'STAGE_NOT_OPEN', null],
  ],
  [
    "progress of another unit's entry",
    strange,
    `${ENTRY}/progress`,
    { report: '进展顺利。', evidence: [] },
    [403, 'WRONG_SUBTREE', null],
  ],
  ['an entry featured by its unit', mine, `${ENTRY}/feature`, { note: '做法新颖。' }, [403, 'NO_GRANT', null]],
  [
    'an entry featured before it can be',
    FIRST_OFFICER,
    `${ENTRY}/feature`,
    { note: '做法新颖。', link: 'https://example.org' },
    [409, 'STAGE_NOT_OPEN', null],
  ],
  [
    'a feature ended of what is not featured',
    FIRST_OFFICER,
    `${ENTRY}/feature/end`,
    { why },
    [409, 'NOT_FEATURED', 'entryId'],
  ],
  ['an entry withdrawn by another unit', strange, `${ENTRY}/withdraw`, { why }, [403, 'WRONG_SUBTREE', null]],
  ['an entry withdrawn without a word why', mine, `${ENTRY}/withdraw`, { why: '' }, [400, 'INVALID_FIELD', 'why']],
  [
    'an entry handed over to nowhere',
    FIRST_OFFICER,
    `${ENTRY}/hand-over`,
    { homeId: '{nowhere}', answerable: ['{secretary}'], effectiveOn: `${YEAR}-01-08`, why },
    [404, 'HOME_NOT_FOUND', 'homeId'],
  ],
  [
    'a file described that the entry has not',
    mine,
    `${FILE}/describe`,
    { kind: 'photo', caption: '现场照片' },
    [404, 'EVIDENCE_NOT_FOUND', 'sha256'],
  ],
  [
    'a file destroyed that the entry has not',
    FIRST_OFFICER,
    `${FILE}/destruction`,
    { why },
    [404, 'EVIDENCE_NOT_FOUND', 'sha256'],
  ],
  [
    'a destruction turned down that nobody proposed',
    FIRST_OFFICER,
    `${FILE}/destruction/{nowhere}/reject`,
    { why },
    [404, 'EVIDENCE_NOT_FOUND', 'sha256'],
  ],
  [
    'a destruction carried out that nobody proposed',
    'inspector-1',
    `${FILE}/destruction/{nowhere}/carry-out`,
    { why },
    [404, 'EVIDENCE_NOT_FOUND', 'sha256'],
  ],
]);

const asDeclared: readonly BadRequest[] = ordersAt('declared', [
  [
    'a file to an opinion that nobody gave',
    'inspector-1',
    `${ENTRY}/clearance/files`,
    { clearanceId: '{nowhere}', sha256: '{hash}', caption: '意见' },
    [404, 'CLEARANCE_NOT_FOUND', 'clearanceId'],
  ],
  [
    'a file of an opinion removed that there is not',
    'inspector-1',
    `${ENTRY}/clearance/files/{nowhere}/remove`,
    { why },
    [404, 'INSPECTION_FILE_NOT_FOUND', 'fileId'],
  ],
  [
    'an entry returned without a reason',
    FIRST_OFFICER,
    `${ENTRY}/return`,
    { reasons: [], redeclareBy: `${YEAR}-11-10` },
    [400, 'INVALID_FIELD', 'reasons'],
  ],
  [
    'an entry returned by its unit',
    mine,
    `${ENTRY}/return`,
    { reasons: ['材料不全'], redeclareBy: `${YEAR}-11-10` },
    [403, 'NO_GRANT', null],
  ],
  [
    'a review before its time',
    FIRST_OFFICER,
    `${ENTRY}/review`,
    { outcome: 'passed', answers: [] },
    [409, 'STAGE_NOT_OPEN', null],
  ],
  ['a review by its unit', mine, `${ENTRY}/review`, { outcome: 'passed', answers: [] }, [403, 'NO_GRANT', null]],
  [
    'a clearing asked for before the review',
    FIRST_OFFICER,
    `${ENTRY}/clearance-request`,
    { scopes: ['entry'] },
    [409, 'ENTRY_NOT_REVIEWED', 'entryId'],
  ],
  [
    'a block without a word why',
    'inspector-1',
    `${ENTRY}/block`,
    { opinionNumber: '示纪1号', why: '' },
    [400, 'INVALID_FIELD', 'why'],
  ],
  [
    'a block by the office',
    FIRST_OFFICER,
    `${ENTRY}/block`,
    { opinionNumber: '示纪1号', why },
    [403, 'NO_GRANT', null],
  ],
  [
    'a block lifted where there is none',
    'inspector-1',
    `${ENTRY}/lift-block`,
    { opinionNumber: '示纪1号', why },
    [409, 'ENTRY_NOT_BLOCKED', 'entryId'],
  ],
  [
    'an entry published before its review',
    FIRST_OFFICER,
    `${ENTRY}/publish`,
    undefined,
    [409, 'ENTRY_NOT_CLEARED', 'entryId'],
  ],
  [
    'an objection settled that nobody raised',
    FIRST_OFFICER,
    'POST /v1/objections/{nowhere}/settle',
    { outcome: 'rejected', answer: '经查不属实。' },
    [404, 'RESOURCE_NOT_FOUND', 'objectionId'],
  ],
  [
    'an objection taken up again that nobody raised',
    FIRST_OFFICER,
    'POST /v1/objections/{nowhere}/reopen',
    { proposalId: '{nowhere}', why },
    [404, 'RESOURCE_NOT_FOUND', 'objectionId'],
  ],
  [
    'reviews passed of an entry twice',
    FIRST_OFFICER,
    'POST /v1/editions/{edition}/passed-reviews',
    { entryIds: ['{entry}', '{entry}'] },
    [400, 'INVALID_FIELD', 'entryIds'],
  ],
  [
    'clearings asked for in a field that there is not',
    FIRST_OFFICER,
    'POST /v1/editions/{edition}/clearance-requests',
    { entryIds: ['{entry}'], scopes: ['gossip'] },
    [400, 'INVALID_FIELD', 'scopes[0]'],
  ],
  [
    'entries published by a unit',
    mine,
    'POST /v1/editions/{edition}/publications',
    { entryIds: ['{entry}'] },
    [403, 'NO_GRANT', null],
  ],
  [
    'no review let go',
    FIRST_OFFICER,
    'POST /v1/editions/{edition}/review-claims/release',
    { entryIds: [] },
    [400, 'INVALID_FIELD', 'entryIds'],
  ],
  [
    'a paper of a notice withdrawn that there is not',
    FIRST_OFFICER,
    'POST /v1/notice-papers/{nowhere}/withdraw',
    { reason: 'wrong-content', why },
    [404, 'RESOURCE_NOT_FOUND', 'paperId'],
  ],
  [
    'a paper of a notice about what there is not',
    FIRST_OFFICER,
    'POST /v1/editions/{edition}/notice-papers',
    { about: 'weather', format: 'pdf' },
    [400, 'INVALID_FIELD', 'about'],
  ],
  [
    'a paper of a notice by a unit',
    mine,
    'POST /v1/editions/{edition}/notice-papers',
    { about: 'entries', format: 'pdf' },
    [403, 'NO_GRANT', null],
  ],
]);

export const badEntryOrders: readonly BadRequest[] = [...asPlanned, ...asDeclared];
