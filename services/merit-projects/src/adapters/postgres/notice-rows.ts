import type { ProjectedEvent, ProjectedRows } from '@jiangong/read-models';
import type { EntryFact } from '../../domain/entries/facts.ts';

/** What cuts the days of a notice short. */
const STOPS: ReadonlySet<EntryFact['type']> = new Set([
  'EntryWithdrawn.v1',
  'EntryRemoved.v1',
  'EntryReturned.v1',
  'EntryBlocked.v1',
]);

/** Where a notice goes on, when what had cut it short is taken back. */
const GOES_ON: readonly string[] = ['published', 'in-evaluation'];

/** What is published now, as it stands now: later versions do not change what the public was shown. */
const publish = (
  rows: ProjectedRows,
  { data }: Extract<EntryFact, { type: 'EntryPublished.v1' }>,
  position: number,
): void =>
  rows.write(
    `insert into notice (entry_id, about, notice_round, edition_id, version, title, title_key, key_task, notice_from, notice_until, stopped_at, position)
     select entry_id, $2, $3, edition_id, declarations, title, title_key, key_task, $4, $5, '', $6 from entry where entry_id = $1
     on conflict (entry_id, about, notice_round) do nothing`,
    [data.entryId, data.about, data.noticeRound, data.noticeFrom, data.noticeUntil, position],
  );

/** The notices of an entry: begun, cut short, going on. */
export const keepNotice = (rows: ProjectedRows, fact: EntryFact, { occurredAt, position }: ProjectedEvent): void => {
  const { entryId } = fact.data;
  if (fact.type === 'EntryPublished.v1') return publish(rows, fact, position);
  if (STOPS.has(fact.type))
    return rows.write(
      `update notice set stopped_at = $2 where entry_id = $1 and stopped_at = '' and notice_until > $2`,
      [entryId, occurredAt],
    );
  const goesOn =
    fact.type === 'BlockLifted.v1' || (fact.type === 'ActUndone.v1' && GOES_ON.includes(fact.data.standing));
  return goesOn
    ? rows.write(`update notice set stopped_at = '' where entry_id = $1 and notice_until > $2`, [entryId, occurredAt])
    : undefined;
};

/** An edition that is given up ends all its notices. */
export const stopNotices = (rows: ProjectedRows, editionId: string, now: string): void =>
  rows.write(`update notice set stopped_at = $2 where edition_id = $1 and stopped_at = '' and notice_until > $2`, [
    editionId,
    now,
  ]);
