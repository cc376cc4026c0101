import type { EdgeReason } from '../../application/edge-reasons.ts';
import { EdgeError } from '../../application/problem.ts';
import { ServiceRefusal } from '../grpc/refusal-from-grpc.ts';
import { headerText } from './request-marks.ts';
import type { LocalContext } from './register-routes.ts';

/** Characters of a code as somebody types it, with whatever he parts it by. */
export const CODE_CHARS_MAX = 40;

/** Where a question is asked by a code, it stands in a header of its own: a code is part of no address. `missing`: what is said where it is not there. */
export type CodeHeader = Readonly<{ name: string; missing: EdgeReason }>;

export const codeIn = ({ name, missing }: CodeHeader, { request }: LocalContext): string => {
  const given = (headerText(request.headers[name.toLowerCase()]) ?? '').trim();
  if (given === '' || given.length > CODE_CHARS_MAX) throw new EdgeError(missing, { field: name });
  return given;
};

/** What is said of a code that came in a header names the header. */
export const ofHeader = <Answered>({ name }: CodeHeader, asked: Promise<Answered>): Promise<Answered> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof ServiceRefusal) || error.said.field !== 'code') throw error;
    throw new ServiceRefusal({ ...error.said, field: name });
  });
