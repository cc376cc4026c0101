import type { RefusalStatus, RefusalText } from '@jiangong/service-host';
import type { PersonReason } from '../domain/refusals.ts';

const text = (status: RefusalStatus, zh: string, en: string): RefusalText => ({ status, zh, en });

const recordTexts = {
  ALREADY_SET_UP: text('ALREADY_EXISTS', '平台已经初始化。', 'The platform has been set up already.'),
  ALREADY_REGISTERED: text('ALREADY_EXISTS', '此人已经登记。', 'This person is registered already.'),
  SEARCH_TOO_WIDE: text(
    'FAILED_PRECONDITION',
    '范围内人数过多，请先选择下级组织再按姓名检索。',
    'Too many people to look through their names: choose an organization further below first.',
  ),
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
    '姓名须为一行文字，不得为空、过长或含不可见字符。',
    'A name is one line, neither empty nor too long, without characters that nobody sees.',
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
  TEXT_EMPTY: text('INVALID_ARGUMENT', '此项不能为空。', 'This text must not be empty.'),
  TEXT_TOO_LONG: text('INVALID_ARGUMENT', '文字过长。', 'This text is too long.'),
  TEXT_MALFORMED: text(
    'INVALID_ARGUMENT',
    '文字含有不允许的字符。',
    'This text holds characters that are not allowed.',
  ),
  EFFECTIVE_TOO_EARLY: text(
    'FAILED_PRECONDITION',
    '生效日期过早：早于其前提事项，或早于可补录的期限。',
    'It can not have taken effect so early: before what it builds upon, or longer ago than can be entered.',
  ),
  EFFECTIVE_TOO_LATE: text('FAILED_PRECONDITION', '生效日期过晚。', 'It can not take effect so late.'),
  PERSON_EXITED: text(
    'FAILED_PRECONDITION',
    '此人已去世、被开除或已出党，不能办理此事项。',
    'This person has died, was expelled or has left: this is not possible any more.',
  ),
  NOTHING_TO_CORRECT: text('INVALID_ARGUMENT', '没有需要更正的内容。', 'There is nothing to correct in this request.'),
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

const exitTexts = {
  EXIT_UNKNOWN: text('INVALID_ARGUMENT', '未知的出党方式。', 'This way out is not known.'),
  EXIT_NOT_POSSIBLE: text(
    'FAILED_PRECONDITION',
    '当前阶段不能如此出党。',
    'This way out does not lead from the present stage.',
  ),
  ACT_SCHEDULED_ALREADY: text(
    'FAILED_PRECONDITION',
    '此人已有一项待生效的出党或转出，请先撤回。',
    'An exit or a move already waits for its day: withdraw it first.',
  ),
  ACT_NOT_SCHEDULED: text('NOT_FOUND', '没有这项待生效的事项。', 'No such exit or move waits for its day.'),
  NOT_EXITED: text('FAILED_PRECONDITION', '没有可更正的出党记录。', 'There is no exit to correct.'),
  EXIT_ENDS_ALL_GRANTS: text(
    'FAILED_PRECONDITION',
    '去世或被开除的，全部授权随之终止，不能保留。',
    'Death and expulsion end all grants: none can be kept.',
  ),
  GRANTS_NOT_ANSWERED: text(
    'FAILED_PRECONDITION',
    '请逐一写明此人的各项授权是保留还是终止。',
    'Say of each grant of this person whether it is kept or ended.',
  ),
  GRANT_ANSWERED_TWICE: text(
    'INVALID_ARGUMENT',
    '同一授权只能写一次。',
    'A grant is either kept or ended, and named once.',
  ),
  CORRECTION_UNKNOWN: text('INVALID_ARGUMENT', '未知的更正事项。', 'This correction is not known.'),
  OWN_CORRECTION: text('PERMISSION_DENIED', '不能更正本人的记录。', 'Nobody corrects his own stage.'),
  TOO_MANY_PROPOSALS: text(
    'FAILED_PRECONDITION',
    '待处理的提议已达上限。',
    'As many proposals as are allowed wait for their second person.',
  ),
  PROPOSAL_NOT_FOUND: text('NOT_FOUND', '找不到该提议，或已处理。', 'There is no such proposal, or it was settled.'),
  PROPOSAL_LAPSED: text(
    'FAILED_PRECONDITION',
    '情况已变，该提议失效。',
    'What it is about has moved on: the proposal has lapsed.',
  ),
  SECOND_ROLE_NEEDED: text(
    'PERMISSION_DENIED',
    '须由另一角色的人员办理。',
    'It must be carried out in another role than it was proposed in.',
  ),
} as const;

const roleTexts = {
  ROLE_UNKNOWN: text('INVALID_ARGUMENT', '未知的角色。', 'This role is not known.'),
  ROLE_NOT_FOR_KIND: text(
    'FAILED_PRECONDITION',
    '该角色不适用于此类组织。',
    'This role makes no sense over an organization of that kind.',
  ),
  OWN_SIGN_IN: text(
    'PERMISSION_DENIED',
    '不能为本人办理登录重置、担保或解除两步验证，须由他人办理。',
    'Nobody offers a reset, vouches or ends a second factor for himself: another person does.',
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
  GRANT_ENDED: text('FAILED_PRECONDITION', '该授权已经终止。', 'This grant has ended already.'),
  REVOKE_WORD_UNKNOWN: text(
    'INVALID_ARGUMENT',
    '终止原因须为：辞任、调任、任期届满、撤职、误授、其他。',
    'The cause is resignation, transfer, term-end, removal, mistake or other.',
  ),
  TOO_MANY_GRANTS: text(
    'FAILED_PRECONDITION',
    '此人的角色数已达上限。',
    'This person holds as many roles as are allowed.',
  ),
  INSTANT_INVALID: text(
    'INVALID_ARGUMENT',
    '时间无效，或截止时间不是将来、不晚于起始时间。',
    'This is no instant, or the end lies neither in the future nor after the beginning.',
  ),
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
  SECOND_PERSON_NEEDED: text(
    'PERMISSION_DENIED',
    '须由提议人或申请人以外的另一人办理。',
    'Another person than the one who asked for it must carry it out.',
  ),
} as const;

export const refusalTexts: Readonly<Record<PersonReason, RefusalText>> = {
  ...recordTexts,
  ...stageTexts,
  ...exitTexts,
  ...roleTexts,
  ...erasureTexts,
};
