import type { MatrixCase } from './matrix-case.ts';
import { brokerCases } from './rows/brokers.ts';
import { clockCases } from './rows/clocks.ts';
import { crashPointCases } from './rows/crash-points.ts';
import { databaseCases } from './rows/database.ts';
import { diskFullCases } from './rows/disk-full.ts';
import { frozenCases } from './rows/frozen.ts';
import { ioErrorCases } from './rows/io-errors.ts';
import { brokenLogCases } from './rows/log-broken.ts';
import { networkCases } from './rows/network.ts';
import { overloadCases } from './rows/overload.ts';
import { poisonCases } from './rows/poison.ts';
import { twinCases } from './rows/twins.ts';

/** The matrix of reliability.md §3, in its order. */
export const MATRIX: readonly MatrixCase[] = [
  ...crashPointCases,
  ...databaseCases,
  ...ioErrorCases,
  ...diskFullCases,
  ...brokerCases,
  ...networkCases,
  ...clockCases,
  ...frozenCases,
  ...twinCases,
  ...poisonCases,
  ...brokenLogCases,
  ...overloadCases,
];
