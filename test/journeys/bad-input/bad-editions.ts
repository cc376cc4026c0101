import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, YEAR } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const EDITION = 'POST /v1/editions/{edition}';
const why = '工作需要（虚构）。';
const NEW = {
  committeeId: '{committee}',
  seriesId: '{series}',
  year: YEAR + 1,
  titleZh: '另一届',
  titleEn: 'Another',
  templateHash: 'f'.repeat(64),
  parameters: {},
  stages: [],
};
const AMENDED = { titleZh: '另一届', titleEn: 'Another', parameters: {}, effectiveOn: `${YEAR}-01-08`, why };
const NOTICE = {
  noticeNumber: '示发〔2024〕9号',
  daysOff: [{ from: `${YEAR}-05-01`, to: `${YEAR}-05-03` }],
  makeUpDays: [],
};

/** Templates that are none, holidays of no year, and an edition changed by nobody's right or into what can not be. */
export const badEditions: readonly BadRequest[] = ordersAt('planned', [
  [
    'a template that is no YAML',
    FIRST_OFFICER,
    'POST /v1/templates',
    { committeeId: '{committee}', template: 'id: [' },
    [400, 'TEMPLATE_INVALID', 'template'],
  ],
  [
    'a template adopted by a unit',
    mine,
    'POST /v1/templates',
    { committeeId: '{committee}', template: 'id: x' },
    [403, 'NO_GRANT', null],
  ],
  [
    'a template looked over by a unit',
    mine,
    'POST /v1/templates/check',
    { committeeId: '{committee}', template: 'id: x' },
    [403, 'NO_GRANT', null],
  ],
  [
    'a template without a word looked over',
    FIRST_OFFICER,
    'POST /v1/templates/check',
    { committeeId: '{committee}', template: '' },
    [400, 'INVALID_FIELD', 'template'],
  ],
  [
    'holidays that end before they begin',
    FIRST_OFFICER,
    'POST /v1/holidays',
    { ...NOTICE, year: 2031, daysOff: [{ from: '2031-05-03', to: '2031-05-01' }] },
    [400, 'HOLIDAYS_SPAN_INVALID', 'daysOff'],
  ],
  ['holidays entered by a unit', mine, 'POST /v1/holidays', { ...NOTICE, year: YEAR + 1 }, [403, 'NO_GRANT', null]],
  [
    'holidays corrected without a word why',
    FIRST_OFFICER,
    `POST /v1/holidays/${YEAR}/proposals`,
    { ...NOTICE, why: ' ' },
    [400, 'INVALID_FIELD', 'why'],
  ],
  [
    'holidays corrected of a year that has none',
    FIRST_OFFICER,
    'POST /v1/holidays/2031/proposals',
    { ...NOTICE, daysOff: [{ from: '2031-05-01', to: '2031-05-03' }], why },
    [404, 'HOLIDAYS_NOT_ENTERED', 'year'],
  ],
  [
    'a correction of holidays that nobody proposed',
    FIRST_LEADER,
    `POST /v1/holidays/${YEAR}/proposals/{nowhere}/carry-out`,
    undefined,
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a correction of holidays turned down that nobody proposed',
    FIRST_LEADER,
    `POST /v1/holidays/${YEAR}/proposals/{nowhere}/reject`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'an edition of a template that nobody adopted',
    FIRST_OFFICER,
    'POST /v1/editions',
    NEW,
    [404, 'TEMPLATE_NOT_ADOPTED', 'templateHash'],
  ],
  ['an edition opened by a unit', mine, 'POST /v1/editions', NEW, [403, 'NO_GRANT', null]],
  ['an edition amended by a unit', mine, `${EDITION}/amend`, AMENDED, [403, 'NO_GRANT', null]],
  [
    'an edition given a parameter that its template has not',
    FIRST_OFFICER,
    `${EDITION}/amend`,
    { ...AMENDED, parameters: { weather: '3' } },
    [400, 'PARAMETERS_INVALID', 'parameters'],
  ],
  [
    'a review list of an item twice',
    FIRST_OFFICER,
    'PUT /v1/editions/{edition}/review-list',
    { items: ['材料齐全', '材料齐全'] },
    [400, 'REVIEW_ITEM_REPEATED', 'items'],
  ],
  [
    'a review list by a unit',
    mine,
    'PUT /v1/editions/{edition}/review-list',
    { items: ['材料齐全'] },
    [403, 'NO_GRANT', null],
  ],
  [
    'a stage moved that there is not',
    FIRST_OFFICER,
    `${EDITION}/stages/rest/reschedule`,
    { opensOn: `${YEAR}-06-01`, closesOn: `${YEAR}-06-09`, why },
    [400, 'STAGE_UNKNOWN', 'stageId'],
  ],
  [
    'a stage moved so that it ends before it opens',
    FIRST_OFFICER,
    `${EDITION}/stages/declare/reschedule`,
    { opensOn: `${YEAR}-11-09`, closesOn: `${YEAR}-11-01`, why },
    [400, 'STAGE_CLOSES_BEFORE_IT_OPENS', 'closesOn'],
  ],
  [
    'a stage reopened that is not closed',
    'inspector-1',
    `${EDITION}/stages/plan/reopen`,
    { closesOn: `${YEAR}-06-09`, why, proposalId: '{nowhere}' },
    [409, 'STAGE_NOT_CLOSED', 'stageId'],
  ],
  [
    'a late entry let in of no unit',
    FIRST_OFFICER,
    `${EDITION}/late-entries`,
    { nominatorId: '{nowhere}', stageId: 'plan', until: `${YEAR}-06-09`, why },
    [404, 'NOMINATOR_NOT_FOUND', 'nominatorId'],
  ],
  [
    'a late entry ended that nobody let in',
    FIRST_OFFICER,
    `${EDITION}/late-entries/end`,
    { nominatorId: '{unit}', stageId: 'plan', why },
    [409, 'NO_LATE_ENTRY', 'nominatorId'],
  ],
  [
    'an edition closed before its end',
    FIRST_OFFICER,
    `${EDITION}/close`,
    undefined,
    [409, 'EDITION_STAGES_LEFT', null],
  ],
  [
    'a proposal to reopen what is not closed',
    FIRST_OFFICER,
    `${EDITION}/proposals`,
    { act: 'ReopenStage', stageId: 'plan', closesOn: `${YEAR}-06-09`, why },
    [409, 'STAGE_NOT_CLOSED', 'stageId'],
  ],
  [
    'a proposal of a unit',
    mine,
    `${EDITION}/proposals`,
    { act: 'ReopenStage', stageId: 'plan', closesOn: `${YEAR}-06-09`, why },
    [403, 'NO_GRANT', null],
  ],
  [
    'a proposal turned down that nobody made',
    FIRST_LEADER,
    `${EDITION}/proposals/{nowhere}/reject`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'an edition abandoned that nobody proposed to',
    FIRST_LEADER,
    `${EDITION}/proposals/{nowhere}/abandon`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
]);
