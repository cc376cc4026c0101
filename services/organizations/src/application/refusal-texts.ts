import type { RefusalText } from '@jiangong/service-host';
import type { OrganizationReason } from '../domain/refusals.ts';

export const refusalTexts: Readonly<Record<OrganizationReason, RefusalText>> = {
  ALREADY_SET_UP: {
    status: 'ALREADY_EXISTS',
    zh: '根组织已经设立。',
    en: 'The root committee has been founded already.',
  },
  ALREADY_FOUNDED: {
    status: 'ALREADY_EXISTS',
    zh: '该组织已经成立。',
    en: 'This organization has been founded already.',
  },
  ORGANIZATION_NOT_FOUND: { status: 'NOT_FOUND', zh: '找不到该组织。', en: 'There is no such organization.' },
  ORGANIZATION_DISSOLVED: {
    status: 'FAILED_PRECONDITION',
    zh: '该组织已经撤销。',
    en: 'This organization has been dissolved.',
  },
  PARENT_NOT_FOUND: { status: 'NOT_FOUND', zh: '找不到上级组织。', en: 'There is no such parent organization.' },
  PARENT_DISSOLVED: {
    status: 'FAILED_PRECONDITION',
    zh: '上级组织已经撤销或正在撤销。',
    en: 'The parent organization has been or is being dissolved.',
  },
  PARENT_NOT_ALLOWED: {
    status: 'FAILED_PRECONDITION',
    zh: '此类组织不能设在该上级组织之下。',
    en: 'An organization of this kind can not stand under that parent.',
  },
  NEW_PARENT_OUTSIDE_GRANT: {
    status: 'PERMISSION_DENIED',
    zh: '新的上级组织不在您的管理范围内。',
    en: 'The new parent lies outside the part of the tree that your grant covers.',
  },
  ORGANIZATION_KIND_UNKNOWN: {
    status: 'INVALID_ARGUMENT',
    zh: '未知的组织类别。',
    en: 'This kind of organization is not known.',
  },
  NAME_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '名称须为一行文字，不得为空、过长或含不可见字符。',
    en: 'A name is one line of text, neither empty nor too long, without characters that nobody sees.',
  },
  CODE_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '代码过长或含不可见字符。',
    en: 'The code is too long or holds characters that nobody sees.',
  },
  TEXT_EMPTY: { status: 'INVALID_ARGUMENT', zh: '此项不能为空。', en: 'This text must not be empty.' },
  TEXT_TOO_LONG: { status: 'INVALID_ARGUMENT', zh: '文字过长。', en: 'This text is too long.' },
  TEXT_MALFORMED: {
    status: 'INVALID_ARGUMENT',
    zh: '文字含有不允许的字符。',
    en: 'This text holds characters that are not allowed.',
  },
  DAY_INVALID: { status: 'INVALID_ARGUMENT', zh: '日期无效。', en: 'This is no valid day here.' },
  EFFECTIVE_TOO_EARLY: {
    status: 'FAILED_PRECONDITION',
    zh: '生效日期过早：早于其前提事项，或早于可补录的期限。',
    en: 'It can not have taken effect so early: before what it builds upon, or longer ago than can be entered.',
  },
  EFFECTIVE_TOO_LATE: {
    status: 'FAILED_PRECONDITION',
    zh: '生效日期不得晚于今天。',
    en: 'What is entered has happened: the day can not lie in the future.',
  },
  DISSOLUTION_KIND_UNKNOWN: {
    status: 'INVALID_ARGUMENT',
    zh: '撤销方式须为：合并、分设、撤销。',
    en: 'It ends by being merged, split or dissolved.',
  },
  SUCCESSORS_NOT_AS_MANY: {
    status: 'INVALID_ARGUMENT',
    zh: '合并须写明一个承接组织，分设须写明两个以上，撤销则不写。',
    en: 'A merger names one successor, a split two or more, a dissolution none; each once.',
  },
  SUCCESSOR_NOT_POSSIBLE: {
    status: 'FAILED_PRECONDITION',
    zh: '承接组织须为未撤销的另一个同类组织。',
    en: 'A successor is another organization of the same kind that has not been dissolved.',
  },
  HEIR_NOT_AMONG_SUCCESSORS: {
    status: 'INVALID_ARGUMENT',
    zh: '承继方须为承接组织之一。',
    en: 'The heir is one of the successors.',
  },
  NOT_DISSOLVED: {
    status: 'FAILED_PRECONDITION',
    zh: '该组织并未撤销。',
    en: 'This organization has not been dissolved.',
  },
  RESTORE_TOO_LATE: {
    status: 'FAILED_PRECONDITION',
    zh: '已超过可恢复的期限。',
    en: 'The time in which it could be restored is over.',
  },
  TOO_MANY_PROPOSALS: {
    status: 'FAILED_PRECONDITION',
    zh: '待处理的提议已达上限。',
    en: 'As many proposals as are allowed wait for their second person.',
  },
  PROPOSAL_NOT_FOUND: {
    status: 'NOT_FOUND',
    zh: '找不到该提议，或已处理。',
    en: 'There is no such proposal, or it was settled.',
  },
  PROPOSAL_LAPSED: {
    status: 'FAILED_PRECONDITION',
    zh: '情况已变，该提议失效。',
    en: 'What it is about has moved on: the proposal has lapsed.',
  },
  SECOND_PERSON_NEEDED: {
    status: 'PERMISSION_DENIED',
    zh: '须由提议人以外的另一人办理。',
    en: 'Another person than the one who proposed it must carry it out.',
  },
  SECOND_ROLE_NEEDED: {
    status: 'PERMISSION_DENIED',
    zh: '须由另一角色的人员办理。',
    en: 'It must be carried out in another role than it was proposed in.',
  },
  ROOT_STAYS: {
    status: 'FAILED_PRECONDITION',
    zh: '根组织不能迁移或撤销。',
    en: 'The root committee can be neither moved nor dissolved.',
  },
  CHILDREN_LEFT: {
    status: 'FAILED_PRECONDITION',
    zh: '该组织之下还有未撤销的组织。',
    en: 'There are still organizations below this one.',
  },
  DISSOLUTION_INTERRUPTED: {
    status: 'ABORTED',
    zh: '撤销过程被另一请求打断，请重试。',
    en: 'Another request interrupted the dissolution: try again.',
  },
  READ_MODEL_BEHIND: {
    status: 'UNAVAILABLE',
    zh: '数据尚未同步完成，请稍后重试。',
    en: 'The service has not caught up with the log: try again shortly.',
  },
  OFFICE_UNKNOWN: { status: 'INVALID_ARGUMENT', zh: '未知的职务。', en: 'This office is not known.' },
  RELIEF_REASON_UNKNOWN: {
    status: 'INVALID_ARGUMENT',
    zh: '免职原因须为：辞职、调任、任期届满、撤职、其他。',
    en: 'The reason must be resignation, transfer, term-end, removal or other.',
  },
  OFFICE_TAKEN: { status: 'FAILED_PRECONDITION', zh: '该职务已有人担任。', en: 'Somebody else holds this office.' },
  ALREADY_IN_OFFICE: {
    status: 'ALREADY_EXISTS',
    zh: '此人已担任该职务。',
    en: 'This person holds this office already.',
  },
  TOO_MANY_OFFICERS: {
    status: 'FAILED_PRECONDITION',
    zh: '任职人数已达上限。',
    en: 'No more officers can be appointed here.',
  },
  APPOINTMENT_NOT_FOUND: {
    status: 'NOT_FOUND',
    zh: '找不到该任职。',
    en: 'There is no such appointment, or it has ended.',
  },
  PERSON_NOT_FOUND: { status: 'NOT_FOUND', zh: '找不到此人。', en: 'There is no such person.' },
};
