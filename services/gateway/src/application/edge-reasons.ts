import { signInReasons } from './sign-in-reasons.ts';

/** What the gateway itself refuses, before or without asking a service. The reasons are a promise to clients. */
export type EdgeReason = keyof typeof edgeReasons;

type EdgeText = Readonly<{ status: number; zh: string; en: string }>;

const reasons = <K extends string>(texts: Record<K, EdgeText>): Readonly<Record<K, EdgeText>> => texts;

export const edgeReasons = reasons({
  INVALID_FIELD: { status: 400, zh: '字段内容不符合要求。', en: 'A field does not hold what it must.' },
  UNKNOWN_FIELD: { status: 400, zh: '请求中有未定义的字段。', en: 'The request holds a field that does not exist.' },
  MALFORMED_JSON: { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  JSON_TOO_DEEP: { status: 400, zh: '请求内容嵌套过深。', en: 'The body is nested too deeply.' },
  MALFORMED_TEXT: {
    status: 400,
    zh: '内容不是有效的 UTF-8 文本，请改用 UTF-8 编码。',
    en: 'This is not UTF-8: send text in UTF-8 only.',
  },
  MALFORMED_REQUEST: { status: 400, zh: '请求格式错误。', en: 'The request is malformed.' },
  PAGE_TOKEN_INVALID: { status: 400, zh: '分页标记无效。', en: 'The page token is not one of ours.' },
  IDEMPOTENCY_KEY_INVALID: { status: 400, zh: 'Idempotency-Key 必须是 UUID。', en: 'Idempotency-Key must be a UUID.' },
  IF_MATCH_INVALID: {
    status: 400,
    zh: 'If-Match 必须是带引号的版本号，例如 "3"。',
    en: 'If-Match must be one quoted revision, for example "3".',
  },
  NOT_SIGNED_IN: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  SESSION_INVALID: {
    status: 401,
    zh: '登录会话无效或已过期，请重新登录。',
    en: 'The session is unknown or has expired: sign in again.',
  },
  ...signInReasons,
  ACCESS_ENDED: {
    status: 403,
    zh: '您的平台访问权限已终止。',
    en: 'Your access to the platform has ended.',
  },
  CROSS_SITE_REQUEST: { status: 403, zh: '拒绝来自其他网站的请求。', en: 'Requests from other sites are refused.' },
  NO_GRANT: { status: 403, zh: '您没有执行此操作的权限。', en: 'You have no grant for this.' },
  PERSON_UNKNOWN_HERE: {
    status: 403,
    zh: '该身份尚未与本平台人员关联。',
    en: 'This identity is not yet linked to a person of the platform.',
  },
  ROUTE_NOT_FOUND: { status: 404, zh: '没有这个接口或页面。', en: 'There is nothing at this address.' },
  DOCUMENT_FILE_NOT_FOUND: {
    status: 404,
    zh: '文书文件不在库中，请重新生成；内容相同即为同一文书。',
    en: 'The file of this document is not there: make it again. The same contents are the same document.',
  },
  EVIDENCE_NOT_FOUND: { status: 404, zh: '找不到该佐证材料。', en: 'There is no such evidence file.' },
  HAND_IN_UNKNOWN: {
    status: 404,
    zh: '没有这份待确认的异议，或已逾期、验证码多次错误；请重新提交。',
    en: 'There is no such objection to confirm, or it has lapsed: hand it in anew.',
  },
  WORK_CODE_MISSING: {
    status: 400,
    zh: '请在请求头 Work-Code 中填写征集码。',
    en: 'Put the code into the header Work-Code.',
  },
  VOTE_CODE_MISSING: {
    status: 400,
    zh: '请在请求头 Vote-Code 中填写投票码。',
    en: 'Put the code into the header Vote-Code.',
  },
  OBJECTION_CODE_UNKNOWN: {
    status: 404,
    zh: '没有此回执码对应的异议。',
    en: 'No objection has this receipt code.',
  },
  NO_CODE_WAITING: {
    status: 404,
    zh: '没有等待您告知验证码的链接：未发放、已告知或已过期。',
    en: 'No link of this person waits for its code to be handed out: none was made, it was handed out, or it has expired.',
  },
  NO_ACCOUNT: {
    status: 409,
    zh: '该人员尚无本平台账号，请发放邀请。',
    en: 'The person has no account here: invite the person.',
  },
  CODE_BY_ANOTHER: {
    status: 403,
    zh: '链接由您发放，验证码须由另一人告知本人。',
    en: 'You made the link: its code is handed out by another person.',
  },
  LINK_INVALID: { status: 404, zh: '链接无效、已使用或已过期。', en: 'The link is unknown, used or expired.' },
  SESSION_NOT_FOUND: { status: 404, zh: '找不到该登录会话。', en: 'You have no such session.' },
  EXPORT_NOT_FOUND: { status: 404, zh: '没有这项导出，或已过期。', en: 'You have no such export, or it has lapsed.' },
  EXPORT_NOT_DONE: { status: 409, zh: '导出尚未完成。', en: 'The export is not done.' },
  EXPORT_INTERRUPTED: {
    status: 503,
    zh: '导出被中断，请重新导出。',
    en: 'The export was broken off: ask for it again.',
  },
  EXPORT_TOO_LARGE: {
    status: 413,
    zh: '列表过大，不能导出为一个文件；请缩小范围。',
    en: 'The list is too large for one file: narrow it down.',
  },
  TOO_MANY_EXPORTS: {
    status: 409,
    zh: '导出数量已达上限，请先删除不用的导出。',
    en: 'You have as many exports as anybody may have: throw one away first.',
  },
  DRAFT_NOT_FOUND: { status: 404, zh: '没有这份草稿。', en: 'You have no such draft.' },
  METHOD_NOT_ALLOWED: { status: 405, zh: '此地址不支持该请求方法。', en: 'This address does not support the method.' },
  REQUEST_TIMEOUT: {
    status: 408,
    zh: '请求未能在规定时间内送达，请重试。',
    en: 'The request did not arrive in time: send it again.',
  },
  LOGIN_TAKEN: { status: 409, zh: '登录名已被使用。', en: 'The login name is taken.' },
  ACCOUNT_EXISTS: {
    status: 409,
    zh: '该人员已有账号或已关联外部身份，不再邀请：忘记密码请办理重置；更换登录方式须先终止原有方式。',
    en: 'The person already has an account or a tied identity: offer a reset where the password is lost; another way in needs the first to be ended.',
  },
  PASSWORD_NOT_HERE: { status: 409, zh: '您的密码不由本平台保管。', en: 'Your password is not kept by this platform.' },
  IDENTITY_TAKEN: {
    status: 409,
    zh: '该外部身份已关联其他人员。',
    en: 'The external identity is already tied to a person.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 428,
    zh: '新建时必须带 Idempotency-Key（UUID），以免重复提交。',
    en: 'Making something new needs an Idempotency-Key (a UUID), so that it is not made twice.',
  },
  PRECONDITION_REQUIRED: {
    status: 428,
    zh: '整体替换时必须带 If-Match（所见的版本号），以免覆盖他人的修改。',
    en: "Replacing a whole text needs If-Match (the revision you saw), so that nobody's change is lost.",
  },
  CONFIRMED_TOO_SOON: {
    status: 429,
    zh: '请阅读一遍您的异议，稍候再确认。',
    en: 'Read your objection over, and confirm it in a moment.',
  },
  OBJECTIONS_OF_SOURCE: {
    status: 429,
    zh: '您的网络地址对该项目已有多份待确认的异议，请先确认或等其失效。',
    en: 'From your address several objections to this entry wait already: confirm them, or wait until they lapse.',
  },
  OBJECTIONS_OF_BLOCK: {
    status: 429,
    zh: '您所在网段对该项目提出的异议已达上限；请以书面形式提交。',
    en: 'The limit of objections to this entry from your network is reached: hand yours in by letter.',
  },
  HAND_IN_FILES_MAX: { status: 409, zh: '每份异议最多附 3 个文件。', en: 'At most three files go with an objection.' },
  QUARANTINE_FULL: {
    status: 503,
    zh: '暂时不能接收文件；可先确认异议，材料另行提交。',
    en: 'Files can not be taken at the moment: confirm without them and hand them in later.',
  },
  HAND_IN_FILE_TOO_LARGE: { status: 413, zh: '文件超过 5 MB。', en: 'The file is larger than 5 MB.' },
  BODY_TOO_LARGE: { status: 413, zh: '请求内容过大。', en: 'The body is too large.' },
  URL_TOO_LONG: { status: 414, zh: '请求地址过长。', en: 'The address is too long.' },
  CONTENT_TYPE_NOT_SUPPORTED: { status: 415, zh: '不支持该内容类型。', en: 'The content type is not supported.' },
  CHARSET_NOT_SUPPORTED: {
    status: 415,
    zh: '只接受 UTF-8 编码的内容。',
    en: 'Only bodies in UTF-8 are taken.',
  },
  EVIDENCE_GONE: {
    status: 410,
    zh: '该材料已按两人办理的决定销毁，内容不再保存；哈希值和理由留存在项目的办理记录中。',
    en: 'This file was destroyed by a decision of two persons: its content is kept no longer. Its hash and the reason stand in the history of the entry.',
  },
  EVIDENCE_EMPTY: { status: 400, zh: '文件为空。', en: 'The file is empty.' },
  EVIDENCE_TOO_LARGE: { status: 413, zh: '文件超过 20 MB。', en: 'The file is larger than 20 MB.' },
  EVIDENCE_TYPE_NOT_ALLOWED: {
    status: 415,
    zh: '文件内容的类型不在允许范围内。',
    en: 'The file, judged by its content, is of a type that is not accepted.',
  },
  PASSWORD_TOO_SHORT: { status: 422, zh: '密码至少需要 12 个字符。', en: 'The password needs at least 12 characters.' },
  PASSWORD_TOO_LONG: { status: 422, zh: '密码过长。', en: 'The password is too long.' },
  PASSWORD_MALFORMED: {
    status: 422,
    zh: '密码含有看不见或无法键入的字符。',
    en: 'The password holds a character that nobody sees or can type.',
  },
  PASSWORD_TOO_COMMON: {
    status: 422,
    zh: '密码过于常见或包含登录名。',
    en: 'The password is too common or holds the login name.',
  },
  PASSWORD_UNCHANGED: { status: 422, zh: '新密码与当前密码相同。', en: 'The new password is the current one.' },
  CURRENT_PASSWORD_WRONG: { status: 422, zh: '当前密码不正确。', en: 'The current password is wrong.' },
  TOO_MANY_REQUESTS: { status: 429, zh: '请求过于频繁，请稍后再试。', en: 'Too many requests: try again later.' },
  TOO_MANY_UPLOADS: {
    status: 429,
    zh: '您或您所在网络正在上传的文件过多，请待其完成后再传。',
    en: 'Too many files are coming in from you or your address: wait until they have arrived.',
  },
  TOO_BUSY: { status: 429, zh: '系统繁忙，请稍后重试。', en: 'The platform is busy: try again shortly.' },
  TOO_MANY_SIGN_IN_TRIES: {
    status: 429,
    zh: '登录尝试次数过多，请稍后再试。',
    en: 'Too many tries to sign in: try again later.',
  },
  DRAFT_CHANGED: {
    status: 412,
    zh: '草稿已在另一窗口保存过；请先读取再合并。',
    en: 'Another window has saved this draft since: read it and bring the two together.',
  },
  SHEET_FORM_OF_ANOTHER_ROUND: {
    status: 412,
    zh: '这是另一次评分的评分表；请下载本次评分的评分表。',
    en: 'This file is of another round: download the sheet of this one.',
  },
  SHEET_FORM_OF_ANOTHER_SEAT: {
    status: 412,
    zh: '这是他人的评分表；请下载本人的评分表。',
    en: "This is somebody else's sheet: download your own.",
  },
  SHEET_FORM_OUTDATED: {
    status: 412,
    zh: '下载之后又保存过评分，文件会改掉其中几格；请逐格核对，或重新下载。',
    en: 'Marks were saved since the file was downloaded, and it would change some of them: look at each, or download it again.',
  },
  SHEET_FORM_CELLS_WRONG: {
    status: 400,
    zh: '表中有填写有误的单元格，全部未保存。',
    en: 'Some cells can not be taken: nothing was saved.',
  },
  ARCHIVE_TOO_LARGE: {
    status: 413,
    zh: '材料合计过大，不能打包；请逐个下载。',
    en: 'The files are too large together for one archive: fetch them one by one.',
  },
  NO_PREVIEW: {
    status: 415,
    zh: '该材料不是可预览的图片。',
    en: 'This file is no picture that can be shown small.',
  },
  DRAFT_TOO_LARGE: { status: 413, zh: '草稿过大。', en: 'The draft is too large.' },
  TOO_MANY_DRAFTS: {
    status: 409,
    zh: '草稿数量已达上限，请先丢弃不用的草稿。',
    en: 'You have as many drafts as anybody may have: throw one away first.',
  },
  TOO_MANY_LIVE_CONNECTIONS: {
    status: 429,
    zh: '实时连接数已达上限。',
    en: 'The limit of live connections is reached.',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    zh: '请求的范围超出文件长度。',
    en: 'The part that is asked for lies beyond the end of the file.',
  },
  HEADERS_TOO_LARGE: { status: 431, zh: '请求头过大。', en: 'The request headers are too large.' },
  INTERNAL: { status: 500, zh: '系统内部错误，已记录。', en: 'Something broke on our side; it has been recorded.' },
  UPSTREAM_UNAVAILABLE: {
    status: 503,
    zh: '相关服务暂不可用，请稍后重试。',
    en: 'A service is not reachable at the moment: try again shortly.',
  },
  ISSUER_UNAVAILABLE: {
    status: 503,
    zh: '登录服务暂不可用，请稍后重试。',
    en: 'The sign-in service is not reachable at the moment.',
  },
  DEADLINE_EXCEEDED: {
    status: 504,
    zh: '处理超时，结果未知；请用相同的 Idempotency-Key 重试。',
    en: 'It took too long and the outcome is unknown: repeat it with the same Idempotency-Key.',
  },
  LOGOUT_TOKEN_INVALID: {
    status: 400,
    zh: '退出令牌无效或已使用。',
    en: 'The logout token is not valid, or was used already.',
  },
  SIGN_IN_FAILED: { status: 400, zh: '登录未完成，请重新开始。', en: 'The sign-in did not complete: start again.' },
});
