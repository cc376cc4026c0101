import { status } from '@grpc/grpc-js';
import { grpcFault } from '../hostile/judge.ts';
import type { Said } from './callers.ts';

/** What is wrong with the answer to a token that nobody gave; undefined where nothing is. */
export const tokenFault = ({ code, details, refusal }: Said): string | undefined => {
  if (code === status.OK) return 'began a page at a token that nobody gave';
  const accident = grpcFault(code, details);
  if (accident !== undefined) return accident;
  if (code !== status.INVALID_ARGUMENT) return undefined; // not his to ask
  return refusal?.reason === 'PAGE_TOKEN_INVALID' && refusal.field === 'pageToken'
    ? undefined
    : `refused as ${refusal?.reason ?? 'nothing'}, naming ${refusal?.field ?? 'no field'}`;
};

/** An order is not taken with a number that nobody means; a question may be answered. */
export const acceptedFault = (code: status, isQuestion: boolean): string | undefined =>
  code === status.OK && !isQuestion ? 'took an order with a number beyond all bounds' : undefined;
