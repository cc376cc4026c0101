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
    zh: '名称须为一行文字，不得为空、过长或含控制字符。',
    en: 'A name is one line of text, neither empty nor too long, without control characters.',
  },
  CODE_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '代码过长或含控制字符。',
    en: 'The code is too long or holds control characters.',
  },
  REASON_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '请填写理由（一行文字，不得过长）。',
    en: 'Give a reason: one line of text, not too long.',
  },
  DAY_INVALID: { status: 'INVALID_ARGUMENT', zh: '日期无效。', en: 'This is no valid day here.' },
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
