import pLimit from 'p-limit';
import { refusalOf } from './adapters/http/answer-failure.ts';
import { postgresExportStore } from './adapters/postgres/export-store.ts';
import { EXPORTS_AT_ONCE_MAX, EXPORTS_WAITING_MAX, type Exports, listExports } from './application/exports.ts';
import { EdgeError } from './application/problem.ts';
import { keyFor, openBox, sealBox } from './application/sealed-box.ts';
import type { Parts } from './open-parts.ts';

const labelOf = (exportId: string, ordinal: number): string => `export ${exportId} ${ordinal}`;

/** The exports of this gateway: its own turns, the store of all. */
export const exportsOf = ({ database, masterKey, log }: Parts): Exports => {
  const key = keyFor(masterKey, 'exports');
  const turns = pLimit(EXPORTS_AT_ONCE_MAX);
  return listExports({
    store: postgresExportStore(database),
    seal: (exportId, ordinal, plain) => sealBox(key, labelOf(exportId, ordinal), plain),
    open: (exportId, ordinal, sealed) => openBox(key, labelOf(exportId, ordinal), sealed),
    inTurn: (work) => {
      if (turns.pendingCount >= EXPORTS_WAITING_MAX) return undefined;
      return turns(work).catch((error: unknown) => log.error({ err: error }, 'an export could not even be given up'));
    },
    nowMs: Date.now,
    saidOf: (error) => {
      const refusal = refusalOf(error);
      if (refusal === undefined) log.error({ err: error }, 'an export failed');
      return (refusal ?? new EdgeError('INTERNAL')).said;
    },
  });
};
