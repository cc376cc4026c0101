import {
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client';
import { LogAway } from '../log-away.ts';

/** What passes by itself. `UnknownError` is among it: the client says it of a server that is busy or not ready. */
const PASSING = [CancelledError, DeadlineExceededError, NotLeaderError, TimeoutError, UnavailableError, UnknownError];

/** What the client says, without a class, when no node of a cluster answers. */
const NO_NODE = /^Failed to discover/u;

/** The client's error in our words: `LogAway` for what passes by itself, any other as it is. */
export const inOurWords = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const passing = PASSING.some((kind) => error instanceof kind) || NO_NODE.test(error.message);
  return passing ? new LogAway(`KurrentDB: ${error.name}: ${error.message}`, { cause: error }) : error;
};
