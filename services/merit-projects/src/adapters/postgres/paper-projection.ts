import { versionsIn } from '@jiangong/documents/postgres';
import type { Projection, Rows } from '@jiangong/read-models';
import { type ListFound, readList } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { PAPER_STREAMS } from '../../application/streams.ts';
import type { NoticePaperFact } from '../../domain/papers/notice-papers.ts';

const papers = versionsIn({
  ...{ table: 'notice_paper', id: 'paper_id', series: 'papers_id' },
  own: ['edition_id', 'about', 'format', 'notices'],
});

/** Notices that were put on paper, and whether these papers stand. */
export const paperProjection: Projection = {
  name: 'notice-papers',
  version: 1,
  tables: `
    create table if not exists notice_paper (
      paper_id text primary key,
      papers_id text not null,
      edition_id text not null,
      about text not null,
      format text not null,
      notices integer not null,
      standing text not null,
      reason text not null,
      sha256 text not null,
      bytes integer not null,
      template text not null,
      made_at text not null,
      made_by text not null,
      place bigint not null,
      version integer not null
    );
    create index if not exists notice_paper_versions on notice_paper (papers_id, standing);
    create index if not exists notice_paper_edition on notice_paper (edition_id, place);`,
  tableNames: ['notice_paper'],
  source: { kind: 'log', streamPrefixes: [PAPER_STREAMS] },
  apply: async (rows, { type, data, position }) => {
    const fact = { type, data } as NoticePaperFact;
    switch (fact.type) {
      case 'NoticePaperMade.v1': {
        const made = fact.data;
        const { paperId: id, papersId: series, editionId, about, format, notices } = made;
        return papers.made(rows, { ...made, id, series, own: [editionId, about, format, notices], place: position });
      }
      case 'NoticePaperWithdrawn.v1':
        return papers.withdrawn(rows, fact.data.paperId, fact.data.reason);
    }
  },
};

export type PaperRow = Readonly<{
  paperId: string;
  editionId: string;
  about: string;
  format: string;
  notices: number;
  standing: string;
  reason: string;
  sha256: string;
  bytes: number;
  template: string;
  madeAt: string;
  madeBy: string;
  version: number;
  currentId: string;
}>;

const COLUMNS = `paper_id as "paperId", edition_id as "editionId", about, format, notices, ${papers.columns}`;

/** The latest first unless asked otherwise. */
export const PAPER_SORTS = ['-made'] as const;

export type PapersAsked = ListAsked<'made'> &
  Readonly<{ editionId: string; about: readonly string[]; standings: readonly string[] }>;

export const papersOf = (rows: Rows, asked: PapersAsked): Promise<ListFound<PaperRow>> =>
  readList<PaperRow>(rows, (parameter) => ({
    columns: COLUMNS,
    from: 'notice_paper',
    id: 'paper_id',
    where: [`edition_id = ${parameter(asked.editionId)}`],
    facets: {
      about: { sql: 'about', words: asked.about },
      standing: { sql: 'standing', words: asked.standings },
    },
    sort: { sql: 'place', kind: 'number', down: asked.sort.down },
    place: asked.place,
  }));

export const paperById = async (rows: Rows, paperId: string): Promise<PaperRow | undefined> =>
  (await rows.query<PaperRow>(`select ${COLUMNS} from notice_paper where paper_id = $1`, [paperId]))[0];

export const papersIdOf = async (rows: Rows, paperId: string): Promise<string | undefined> =>
  (
    await rows.query<{ papersId: string }>('select papers_id as "papersId" from notice_paper where paper_id = $1', [
      paperId,
    ])
  )[0]?.papersId;
