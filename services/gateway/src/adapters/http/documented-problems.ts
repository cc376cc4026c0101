import type { Route } from '../../routes/route.ts';

type Kind = Pick<Route, 'order' | 'public' | 'founds' | 'replaces' | 'file' | 'refuses'>;

/** What each status of a refusal means, whichever route answers it. */
const MEANINGS = {
  400: '请求内容有误 / The request is malformed',
  401: '未登录或会话失效 / Not signed in',
  403: '无权限 / Not allowed',
  404: '找不到 / Not found',
  408: '请求未在规定时间内送达 / The request did not arrive in time',
  409: '与当前状态冲突 / In conflict with the present state',
  410: '曾经存在，已不再保存 / It was here, and is kept no longer',
  412: '版本已变 / Changed since',
  413: '内容过大 / Too large',
  414: '请求地址过长 / The address is too long',
  415: '内容类型不支持 / Content type',
  416: '请求的范围超出文件长度 / The part lies beyond the end of the file',
  422: '格式正确但不被接受 / Well formed, and not accepted',
  428: '缺少 Idempotency-Key 或 If-Match / Idempotency-Key or If-Match is asked for',
  429: '请求过多 / Too many requests',
  431: '请求头过大 / The request headers are too large',
  500: '系统内部错误，已记录 / Something broke on our side; it has been recorded',
  503: '服务暂不可用 / Not available',
  504: '处理超时 / Timed out',
} as const;

export type RefusalStatus = keyof typeof MEANINGS;

/** A question, too, may come at the wrong moment (409), have a long address, or be one too many. */
const OF_EVERY_ROUTE = [400, 403, 404, 409, 414, 429, 431, 500, 503, 504] as const;
/** Orders come with a body and with what was seen. */
const OF_ORDERS = [408, 412, 413, 415] as const;

/** What a route may be refused with by what it is, and what it says of itself beyond that. */
export const documentedProblems = (route: Kind): ReadonlyMap<RefusalStatus, string> => {
  const statuses: readonly RefusalStatus[] = [
    ...OF_EVERY_ROUTE,
    ...(route.public ? [] : ([401] as const)),
    ...(route.order ? OF_ORDERS : []),
    ...(route.founds || route.replaces ? ([428] as const) : []),
    ...(route.file === 'out' ? ([413, 416] as const) : []),
    ...route.refuses,
  ];
  return new Map(
    [...new Set(statuses)].toSorted((one, other) => one - other).map((status) => [status, MEANINGS[status]]),
  );
};
