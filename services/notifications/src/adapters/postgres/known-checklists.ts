import type { ProjectedRows } from '@jiangong/read-models';
import { type FactData, textOf } from './fact-data.ts';

/** Which rounds have check-lists, and who fills them. */
export const CHECKLIST_TABLES = `
  create table if not exists inbox_checklist (
    round_id text primary key,
    edition_id text not null,
    self_scores boolean not null
  );
  create index if not exists inbox_checklist_edition on inbox_checklist (edition_id);
  create table if not exists inbox_checker (
    round_id text not null,
    role text not null,
    scope text not null,
    primary key (round_id, role, scope)
  );
`;

export const CHECKLIST_TABLE_NAMES = ['inbox_checklist', 'inbox_checker'] as const;

/** A round prepared anew has its check-lists anew. */
export const checklistsPrepared = (rows: ProjectedRows, data: FactData): void => {
  const roundId = textOf(data, 'roundId');
  const checkers = Array.isArray(data['checkers']) ? (data['checkers'] as readonly FactData[]) : [];
  rows.write(
    `insert into inbox_checklist values ($1, $2, $3)
     on conflict (round_id) do update set self_scores = excluded.self_scores`,
    [roundId, textOf(data, 'editionId'), data['selfScores'] === true],
  );
  rows.write('delete from inbox_checker where round_id = $1', [roundId]);
  for (const checker of checkers)
    rows.write('insert into inbox_checker values ($1, $2, $3) on conflict do nothing', [
      roundId,
      textOf(checker, 'role'),
      textOf(checker, 'scope'),
    ]);
};
