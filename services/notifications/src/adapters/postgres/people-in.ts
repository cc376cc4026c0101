import type { Rows } from '@jiangong/read-models';

/** What a fact is about, looked up once for all its templates. '' where it is about none. */
export type FactContext = Readonly<{
  at: string;
  personId: string;
  /** The fact's unit or organization. */
  unitId: string;
  /** The unit whose own part of a round the fact is about; '' where one body decides over all. */
  partId: string;
  branchId: string;
  leaderPersonId: string;
  editionId: string;
  committeeId: string;
  roundId: string;
  entryId: string;
  stage: string;
  /** Of a reminder: the first instant behind the deadline. */
  closesAt: string;
}>;

export type People = readonly string[];

/** The people that a question finds. */
export const peopleIn = async (rows: Rows, sql: string, values: readonly unknown[]): Promise<People> =>
  (await rows.query<{ person_id: string }>(sql, values)).map(({ person_id }) => person_id);
