import type { Objection } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { Clearance, ClearanceOpinion } from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { inspectionFilesOf } from './inspection-files.ts';
import { type KeptProse, listOf, openProse, textOf } from './kept-prose.ts';

type Placed<T> = T & Readonly<{ position: number }>;

export type ObjectionRow = Omit<Objection, 'evidence' | 'answer' | 'objectorName' | 'objectorContact' | 'statement'> &
  Readonly<{ stream: string; prose: string; settledProse: string; position: number }>;

const receivedProse = ({ stream, prose }: Readonly<{ stream: string; prose: string }>): KeptProse => ({
  prose,
  stream,
  type: 'ObjectionReceived.v1',
});

export const openedObjections = async (
  privacy: KeyVault,
  rows: readonly ObjectionRow[],
): Promise<readonly Placed<Objection>[]> => {
  const received = await openProse(privacy, rows.map(receivedProse));
  const settled = await openProse(
    privacy,
    rows.map(({ stream, settledProse: prose }) => ({ prose, stream, type: 'ObjectionSettled.v1' })),
  );
  return rows.map(({ stream: _stream, prose: _prose, settledProse: _settled, ...shown }, index) => ({
    ...shown,
    objectorName: textOf(received[index], 'objectorName'),
    objectorContact: textOf(received[index], 'objectorContact'),
    statement: textOf(received[index], 'statement'),
    evidence: [...listOf<string>(received[index], 'evidence')],
    answer: textOf(settled[index], 'answer'),
  }));
};

/** The files that were handed in with an objection; empty: none, erased, or no such objection. */
export const evidenceOfObjection = async (
  rows: Rows,
  privacy: KeyVault,
  objectionId: string,
): Promise<readonly string[]> => {
  const found = await rows.query<{ stream: string; prose: string }>(
    'select stream, prose from objection where objection_id = $1',
    [objectionId],
  );
  const [prose] = await openProse(privacy, found.map(receivedProse));
  return listOf<string>(prose, 'evidence');
};

type ClearanceRow = Omit<Clearance, 'files' | 'scopes' | 'opinions' | 'why' | 'liftedWhy'> &
  Readonly<{ scopes: string; stream: string; prose: string; proseType: string; liftedProse: string }>;

/** The opinions of discipline inspection on an entry, with reasons. */
export const clearancesOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<readonly Clearance[]> => {
  const found = await rows.query<ClearanceRow>(
    `select clearance_id as "clearanceId", stream, scopes, requested_at as "requestedAt", outcome, prose, prose_type as "proseType",
       opinion_number as "opinionNumber", inspector_person_id as "inspectorPersonId", given_at as "givenAt", lifted_at as "liftedAt",
       lifted_by as "liftedBy", lifted_prose as "liftedProse"
     from clearance where entry_id = $1 order by position`,
    [entryId],
  );
  const given = await openProse(
    privacy,
    found.map(({ prose, stream, proseType: type }) => ({ prose, stream, type })),
  );
  const lifted = await openProse(
    privacy,
    found.map(({ liftedProse: prose, stream }) => ({ prose, stream, type: 'BlockLifted.v1' })),
  );
  const files = await inspectionFilesOf(rows, privacy, entryId);
  return found.map(({ stream: _stream, prose: _prose, proseType: _type, liftedProse: _lifted, ...row }, index) => ({
    ...row,
    files: files
      .filter(({ clearanceId }) => clearanceId === row.clearanceId)
      .map(({ clearanceId: _of, sha256: _sha256, ...file }) => file),
    scopes: JSON.parse(row.scopes) as string[],
    opinions: [...listOf<ClearanceOpinion>(given[index], 'opinions')],
    why: textOf(given[index], 'why'),
    liftedWhy: textOf(lifted[index], 'why'),
  }));
};
