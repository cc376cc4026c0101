import { status as grpcStatus } from '@grpc/grpc-js';
import type { BadHttp } from './bad-http.ts';

export type HttpSaid = Readonly<{ status: number; contentType: string; body: string }>;

/** What tells a stranger how the platform is made. */
const INSIDES =
  /node_modules|\bat [\w.<>#]+ \(|\.(?:ts|js):\d+|syntax error at or near|invalid input syntax|ECONNREFUSED|postgres:\/\/|invalid byte sequence/u;

const REASON = /^[A-Z][A-Z0-9_]*$/u;

/** Paths whose refusals are for programs: problems by RFC 9457. The pages and the issuer speak HTML and OAuth. */
const isApi = (path: string): boolean => path.startsWith('/v1/');

const problemFault = ({ status, contentType, body }: HttpSaid): string | undefined => {
  if (!contentType.includes('application/problem+json'))
    return `${status} as ${contentType === '' ? 'nothing' : contentType}, not as a problem`;
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  if (problem['status'] !== status) return `a problem that says ${String(problem['status'])} under ${status}`;
  if (!REASON.test(String(problem['reason']))) return `a problem without a reason: ${body.slice(0, 200)}`;
  return undefined;
};

/** What is wrong with an answer; undefined where nothing is. */
export const httpFault = (request: BadHttp, said: HttpSaid): string | undefined => {
  if (said.status >= 500) return `${said.status}: ${said.body.slice(0, 300)}`;
  const inside = INSIDES.exec(said.body);
  if (inside) return `tells of its insides: ${inside[0]}`;
  const asks = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
  if (said.status < 300 && !asks) return `took an order: ${said.status}`;
  if (said.status < 400 || request.method === 'HEAD' || !isApi(request.path)) return undefined;
  return problemFault(said);
};

/** On the wire: an answer of the 400s, or a closed connection, or nothing yet where the request never ended. */
export const rawFault = (answer: string): string | undefined => {
  if (answer === '') return undefined;
  const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);
  if (status >= 500 || status === 0) return `answered ${answer.slice(0, 200)}`;
  return INSIDES.test(answer) ? `tells of its insides: ${answer.slice(0, 300)}` : undefined;
};

/** What must never be the answer to somebody else's nonsense. */
const ACCIDENTS: readonly grpcStatus[] = [grpcStatus.UNKNOWN, grpcStatus.INTERNAL, grpcStatus.DATA_LOSS];

export const grpcFault = (code: grpcStatus, details: string): string | undefined => {
  if (ACCIDENTS.includes(code)) return `${grpcStatus[code]}: ${details.slice(0, 300)}`;
  return INSIDES.test(details) ? `tells of its insides: ${details.slice(0, 300)}` : undefined;
};
