import type { AppendOutcome, StreamAppend, StreamEnd } from '../event-store.ts';
import { byteaArray, int4Array, textArray } from './binary-arrays.ts';

/** The one statement that writes. Prepared once a connection. */
export const APPEND_STATEMENT = {
  name: 'jiangong-append',
  text: 'select before, accepted, actual_revisions, actual_hashes from log.append($1::text[], $2::integer[], $3::bytea[], $4::integer[], $5::text[], $6::text[])',
} as const;

/** What the function answers: the position before the batch; the rest only when there was a conflict. */
export type AppendRow = Readonly<{
  before: number;
  accepted: readonly boolean[] | null;
  actual_revisions: readonly number[] | null;
  actual_hashes: readonly (Buffer | null)[] | null;
}>;

/** The parameters of a call; streams differ from each other. */
export const appendParameters = (appends: readonly StreamAppend[]): Buffer[] => {
  const owners: number[] = [];
  const entries: Uint8Array[] = [];
  const datas: Uint8Array[] = [];
  appends.forEach(({ events }, index) => {
    for (const { entryBytes, dataBytes } of events) {
      owners.push(index + 1);
      entries.push(entryBytes);
      datas.push(dataBytes);
    }
  });
  return [
    textArray(appends.map(({ stream }) => Buffer.from(stream, 'utf8'))),
    int4Array(appends.map(({ expected }) => (expected === 'no-stream' ? -1 : expected.revision))),
    byteaArray(appends.map(({ expected }) => (expected === 'no-stream' ? null : Buffer.from(expected.hash, 'hex')))),
    int4Array(owners),
    textArray(entries),
    textArray(datas),
  ];
};

/** Each append's outcome, in the order of the call: positions follow the accepted appends. */
export const appendOutcomes = (appends: readonly StreamAppend[], row: AppendRow): readonly AppendOutcome[] => {
  let position = row.before;
  return appends.map(({ expected, events }, index) => {
    if (row.accepted && row.accepted[index] !== true) {
      const hash = row.actual_hashes?.[index];
      const actual: StreamEnd = hash
        ? { revision: row.actual_revisions?.[index] as number, hash: hash.toString('hex') }
        : 'no-stream';
      return { kind: 'conflict', actual };
    }
    const firstPosition = position + 1;
    position += events.length;
    const revision = (expected === 'no-stream' ? -1 : expected.revision) + events.length;
    return { kind: 'appended', revision, firstPosition, lastPosition: position };
  });
};
