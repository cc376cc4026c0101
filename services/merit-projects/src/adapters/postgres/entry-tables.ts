/** Entries as they stand. What people wrote about them is kept sealed, with the type of the fact that it is bound to. */
export const ENTRY_TABLES = `
  create table if not exists entry (
    entry_id text primary key,
    edition_id text not null,
    nominator_id text not null,
    subject_kind text not null,
    subject_id text not null,
    track text not null,
    home_id text not null,
    proposer_id text not null,
    answerable text not null,
    title text not null,
    key_task text not null,
    due_on text not null,
    standing text not null,
    standing_before text not null,
    missed_reason text not null,
    declarations integer not null,
    listed boolean not null,
    notice_about text not null,
    notice_from text not null,
    notice_until text not null,
    redeclare_until text not null,
    open_objections integer not null,
    planned_at text not null,
    stream text not null,
    prose text not null,
    prose_type text not null,
    revision bigint not null,
    position bigint not null unique,
    title_key text collate "C" not null,
    search_keys text[] not null,
    search_text text not null
  );
  create index if not exists entry_search on entry using gin (search_keys);
  create index if not exists entry_title on entry (title_key, entry_id);
  create index if not exists entry_due on entry (due_on collate "C", entry_id);
  create index if not exists entry_objections on entry (open_objections, entry_id);
  create index if not exists entry_of_nominator on entry (edition_id, nominator_id);
  create index if not exists entry_of_proposer on entry (proposer_id);
  create index if not exists entry_in_notice on entry (notice_until) where notice_until <> '';
  create table if not exists notice (
    entry_id text not null,
    about text not null,
    notice_round integer not null,
    edition_id text not null,
    version integer not null,
    title text not null,
    title_key text collate "C" not null,
    key_task text not null,
    notice_from text not null,
    notice_until text not null,
    stopped_at text not null,
    position bigint not null unique,
    primary key (entry_id, about, notice_round)
  );
  create index if not exists notice_ends on notice (notice_until);
  create table if not exists nominator (
    edition_id text not null,
    nominator_id text not null,
    primary key (edition_id, nominator_id)
  );
  create table if not exists milestone (
    milestone_id text not null,
    entry_id text not null,
    ordinal integer not null,
    title text not null,
    due_on text not null,
    primary key (entry_id, milestone_id)
  );
  create table if not exists declaration (
    entry_id text not null,
    version integer not null,
    evidence text not null,
    documents text not null,
    declared_at text not null,
    stream text not null,
    prose text not null,
    prose_type text not null,
    returned_by text not null,
    return_prose text not null,
    review text not null,
    answers text not null,
    review_prose text not null,
    primary key (entry_id, version)
  );
`;

export const ENTRY_TABLE_NAMES = ['entry', 'notice', 'nominator', 'milestone', 'declaration'];
