import type { CandidatesRanked, RankedCandidate } from '@jiangong/contracts/jiangong/evaluation/events/v1/round_events';
import type { Projection, ProjectedRows } from '@jiangong/read-models';

/** As it is told: proto JSON leaves empty fields out. */
type Told<T> = Readonly<Partial<T>>;
type Ranked = Told<Omit<CandidatesRanked, 'ranks'>> & Readonly<{ ranks?: readonly Told<RankedCandidate>[] }>;

/** The latest result stands for those before it. */
const rank = (rows: ProjectedRows, { editionId = '', roundId = '', resultHash = '', ranks = [] }: Ranked): void => {
  rows.write('delete from vote where edition_id = $1', [editionId]);
  rows.write('insert into vote (edition_id, round_id, result_hash, ranks) values ($1, $2, $3, $4)', [
    ...[editionId, roundId, resultHash],
    JSON.stringify(ranks.map(({ entryId = '', rank: place = 0 }) => ({ entryId, rank: place }))),
  ]);
};

/** What evaluation has told of votes about candidates; an annulled round's result says nothing any more. */
export const voteProjection: Projection = {
  name: 'votes-heard',
  version: 1,
  tables: `
    create table if not exists vote (
      edition_id text primary key,
      round_id text not null,
      result_hash text not null,
      ranks text not null
    );`,
  tableNames: ['vote'],
  source: { kind: 'public-facts', contexts: ['evaluation'] },
  apply: async (rows, { type, data }) => {
    if (type === 'evaluation.CandidatesRanked.v1') rank(rows, data as Ranked);
    if (type === 'evaluation.RoundAnnulled.v1')
      rows.write('delete from vote where round_id = $1', [(data as Readonly<{ roundId: string }>).roundId]);
  },
};
