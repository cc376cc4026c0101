import type { RefusalStatus, RefusalText } from '@jiangong/service-host';
import type { PersonReason } from '../domain/refusals.ts';

const text = (status: RefusalStatus, zh: string, en: string): RefusalText => ({ status, zh, en });

const recordTexts = {
  ALREADY_SET_UP: text('ALREADY_EXISTS', '平台已经初始化。', 'The platform has been set up already.'),
  ALREADY_REGISTERED: text('ALREADY_EXISTS', '此人已经登记。', 'This person is registered already.'),
  PERSON_NOT_FOUND: text('NOT_FOUND', '找不到此人。', 'There is no such person.'),
  PERSON_ERASED: text('FAILED_PRECONDITION', '此人的资料已被清除。', "This person's data has been erased."),
  ORGANIZATION_NOT_FOUND: text('NOT_FOUND', '找不到该组织。', 'There is no such organization.'),
  ORGANIZATION_DISSOLVED: text('FAILED_PRECONDITION', '该组织已经撤销。', 'This organization has been dissolved.'),
  NEW_ORGANIZATION_OUTSIDE_GRANT: text(
    'PERMISSION_DENIED',
    '转入组织不在您的管理范围内。',
    'The receiving organization lies outside your grant.',
  ),
  NAME_INVALID: text(
    'INVALID_ARGUMENT',
    '姓名须为一行文字，不得为空、过长或含控制字符。',
    'A name is one line, neither empty nor too long, without control characters.',
  ),
  ID_NUMBER_INVALID: text('INVALID_ARGUMENT', '公民身份号码不正确。', 'This is no valid resident identity number.'),
  PHONE_INVALID: text('INVALID_ARGUMENT', '电话号码不正确。', 'This is no valid telephone number.'),
  DAY_INVALID: text('INVALID_ARGUMENT', '日期无效。', 'This is no valid day here.'),
  BIRTH_DATE_MISMATCH: text(
    'INVALID_ARGUMENT',
    '出生日期与公民身份号码不符。',
    'The day of birth and the identity number do not agree.',
  ),
  SEX_UNKNOWN: text('INVALID_ARGUMENT', '性别填写有误。', 'The sex is "female" or "male".'),
  REASON_INVALID: text(
    'INVALID_ARGUMENT',
    '请填写理由（一行文字，不得过长）。',
    'Give a reason: one line of text, not too long.',
  ),
  NOTHING_TO_CORRECT: text('INVALID_ARGUMENT', '没有需要更正的内容。', 'There is nothing to correct in this request.'),
  TOO_MANY_IDS: text('INVALID_ARGUMENT', '一次查询的人数过多。', 'Too many people in one question.'),
} as const;

const stageTexts = {
  STAGE_UNKNOWN: text('INVALID_ARGUMENT', '未知的党员发展阶段。', 'This stage of membership is not known here.'),
  STEP_UNKNOWN: text('INVALID_ARGUMENT', '未知的步骤。', 'This step is not known.'),
  STEP_NOT_POSSIBLE: text(
    'FAILED_PRECONDITION',
    '当前阶段不能进行此步骤。',
    'This step is not possible at the present stage.',
  ),
  DAY_BEFORE_STAGE: text(
    'FAILED_PRECONDITION',
    '日期早于当前阶段的开始日期。',
    'The day lies before the present stage began.',
  ),
  APPROVAL_MISSING: text(
    'INVALID_ARGUMENT',
    '缺少上级党组织的批准日期，或批准日期早于会议日期。',
    'The approval of the committee above is missing or lies before the meeting.',
  ),
  PROBATION_NOT_OVER: text(
    'FAILED_PRECONDITION',
    '预备期未满，不得提前转正。',
    'Probation is not over; it can not be shortened.',
  ),
  PROBATION_EXTENDED_ALREADY: text(
    'FAILED_PRECONDITION',
    '预备期只能延长一次。',
    'Probation can be extended only once.',
  ),
  EXTENSION_MONTHS_INVALID: text(
    'INVALID_ARGUMENT',
    '延长预备期不得少于半年，最长不超过一年。',
    'Probation is extended by at least six months and at most one year.',
  ),
  EXPELLED_RECENTLY: text(
    'FAILED_PRECONDITION',
    '被开除党籍的，五年内不得重新入党。',
    'An expelled person can not rejoin for five years.',
  ),
} as const;

const roleTexts = {
  ROLE_UNKNOWN: text('INVALID_ARGUMENT', '未知的角色。', 'This role is not known.'),
  ROLE_NOT_FOR_KIND: text(
    'FAILED_PRECONDITION',
    '该角色不适用于此类组织。',
    'This role makes no sense over an organization of that kind.',
  ),
  OWN_GRANT: text('PERMISSION_DENIED', '不能为自己授予或撤销角色。', 'Nobody grants or revokes a role of his own.'),
  GRANTOR_MAY_NOT: text(
    'PERMISSION_DENIED',
    '您在该组织没有授予或撤销此角色的权力。',
    'Your roles there do not give or take this role.',
  ),
  ROLES_INCOMPATIBLE: text(
    'FAILED_PRECONDITION',
    '监督类角色与执行类角色不得由同一人担任。',
    'A checking role and an acting role can not be held by one person.',
  ),
  ALREADY_GRANTED: text('ALREADY_EXISTS', '此人已在该组织担任此角色。', 'This person holds this role there already.'),
  GRANT_NOT_FOUND: text('NOT_FOUND', '找不到该授权，或已撤销。', 'There is no such grant, or it was revoked.'),
  TOO_MANY_GRANTS: text(
    'FAILED_PRECONDITION',
    '此人的角色数已达上限。',
    'This person holds as many roles as are allowed.',
  ),
  INSTANT_INVALID: text('INVALID_ARGUMENT', '截止时间必须是将来的时间。', 'The end must be an instant in the future.'),
} as const;

const erasureTexts = {
  LEGAL_HOLD: text('FAILED_PRECONDITION', '资料已被依法保全，不能清除。', 'A legal hold forbids the erasure.'),
  OWN_ERASURE: text(
    'PERMISSION_DENIED',
    '不能申请或确认清除本人的资料。',
    'Nobody asks for or confirms his own erasure.',
  ),
  ERASURE_NOT_REQUESTED: text('FAILED_PRECONDITION', '尚未有人申请清除。', 'Nobody has asked for this erasure.'),
  ERASURE_REQUESTED_ALREADY: text(
    'ALREADY_EXISTS',
    '已有人申请清除，等待第二人确认。',
    'The erasure has been asked for and awaits its second person.',
  ),
  SECOND_PERSON_NEEDED: text('PERMISSION_DENIED', '清除须由另一人确认。', 'Another person must confirm the erasure.'),
} as const;

export const refusalTexts: Readonly<Record<PersonReason, RefusalText>> = {
  ...recordTexts,
  ...stageTexts,
  ...roleTexts,
  ...erasureTexts,
};
