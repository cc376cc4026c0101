import type { Refusal } from '@jiangong/event-store';

/** The gRPC statuses a refusal may have; the gateway maps them to HTTP. */
export type RefusalStatus =
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'UNAUTHENTICATED'
  | 'ALREADY_EXISTS'
  | 'ABORTED'
  | 'RESOURCE_EXHAUSTED'
  | 'UNAVAILABLE';

/** What a person reads when an order is refused, in Chinese and English, and the status it travels under. */
export type RefusalText = Readonly<{ status: RefusalStatus; zh: string; en: string }>;

export type RefusalTexts = Readonly<Record<string, RefusalText>>;

/** A refusal on its way out of a controller. The host turns it into a gRPC status with its texts. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** For queries: `throw refused({ reason: 'PROJECT_NOT_FOUND', field: 'projectId' })`. */
export const refused = (refusal: Refusal): RefusedError => new RefusedError(refusal);

/** Refusals of the host itself, the same for every RPC. */
export const hostRefusalTexts: RefusalTexts = {
  NOT_SIGNED_IN: { status: 'UNAUTHENTICATED', zh: '请先登录。', en: 'Sign in first.' },
  SERVICE_TOKEN_INVALID: {
    status: 'UNAUTHENTICATED',
    zh: '服务令牌无效或已过期。',
    en: 'The service token is invalid or has expired.',
  },
  CALLER_NOT_ALLOWED: {
    status: 'PERMISSION_DENIED',
    zh: '此服务不接受该调用方的调用。',
    en: 'This service does not answer to the one who calls.',
  },
  NO_GRANT: { status: 'PERMISSION_DENIED', zh: '您没有执行此操作的权限。', en: 'You have no grant for this.' },
  WRONG_SUBTREE: {
    status: 'PERMISSION_DENIED',
    zh: '此对象不在您的管理范围内。',
    en: 'This lies outside the part of the tree that your grant covers.',
  },
  NOT_ASSIGNED: {
    status: 'PERMISSION_DENIED',
    zh: '此对象未交由您办理，或已不再由您办理。',
    en: 'This was not given to you to work on, or is no longer.',
  },
  CONFLICT_OF_INTEREST: {
    status: 'PERMISSION_DENIED',
    zh: '与本人或本单位有关，应当回避。',
    en: 'This concerns yourself or your own unit: recusal is required.',
  },
  RESOURCE_NOT_FOUND: {
    status: 'NOT_FOUND',
    zh: '找不到所指的对象。',
    en: 'What the request refers to does not exist.',
  },
  REQUEST_ID_REUSED: {
    status: 'FAILED_PRECONDITION',
    zh: '同一请求编号已用于另一内容的请求。',
    en: 'This request id was used before with a different body.',
  },
  REQUEST_ID_INVALID: { status: 'INVALID_ARGUMENT', zh: '请求编号必须是 UUID。', en: 'The request id must be a UUID.' },
  REVISION_CONFLICT: {
    status: 'ABORTED',
    zh: '该对象已被他人修改，请刷新后重试。',
    en: 'Somebody else changed this in the meantime: reload and try again.',
  },
  TOO_MUCH_CONTENTION: {
    status: 'UNAVAILABLE',
    zh: '同时修改此对象的请求过多，请稍后重试。',
    en: 'Too many orders for the same object at once: try again shortly.',
  },
  READ_MODEL_BEHIND: {
    status: 'UNAVAILABLE',
    zh: '数据尚未同步完成，请稍后重试。',
    en: 'The service has not caught up with the log: try again shortly.',
  },
  DATABASE_AWAY: {
    status: 'UNAVAILABLE',
    zh: '数据库暂不可用，请用同一请求编号稍后重试。',
    en: 'The database is not reachable at the moment: try again shortly, under the same request id.',
  },
  DATABASE_FULL: {
    status: 'UNAVAILABLE',
    zh: '存储空间已满，暂不能保存更改，请联系管理员；查询不受影响。',
    en: 'There is no room left to keep changes: an operator must make some. Reading goes on.',
  },
  PARKED_EVENT_NOT_FOUND: {
    status: 'NOT_FOUND',
    zh: '该读取器并未停在此事件上，请重新查看搁置列表。',
    en: 'The reader is not held up at this event: look at the list of parked events again.',
  },
  REPAIR_REASON_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '请填写处理原因（不超过 500 字，不含控制字符）。',
    en: 'Give a reason of at most 500 characters, without control characters.',
  },
  MESSAGE_UNREADABLE: { status: 'INVALID_ARGUMENT', zh: '消息无法读取。', en: 'The message can not be read.' },
  PAGE_SIZE_INVALID: { status: 'INVALID_ARGUMENT', zh: '每页条数超出范围。', en: 'The page size is out of range.' },
  PAGE_TOKEN_INVALID: { status: 'INVALID_ARGUMENT', zh: '分页标记无效。', en: 'The page token is not one of ours.' },
  TOO_MANY_ANONYMOUS: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '公开访问过于频繁，请稍后重试。',
    en: 'Too much is asked in nobody’s name: try again shortly.',
  },
  SORT_UNKNOWN: {
    status: 'INVALID_ARGUMENT',
    zh: '此列表不能按该字段排序。',
    en: 'This list can not be sorted by that.',
  },
  SEARCH_TOO_LONG: {
    status: 'INVALID_ARGUMENT',
    zh: '检索词过长。',
    en: 'What is looked for is too long.',
  },
  FILTER_TOO_LONG: {
    status: 'INVALID_ARGUMENT',
    zh: '筛选条件过多。',
    en: 'The filter names too many words.',
  },
  TOO_MANY_IDS: {
    status: 'INVALID_ARGUMENT',
    zh: '一次查询的编号过多。',
    en: 'Too many ids in one question.',
  },
  TOO_BUSY: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '系统繁忙，请稍后重试。',
    en: 'The service is at its limit: try again shortly.',
  },
};
