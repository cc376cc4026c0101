import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { EDITION_STREAMS, ENTRIES_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type { EntriesFact, EntryFact, IntakeClosed, Plan } from '../../domain/entries/facts.ts';
import type { StandingKind } from '../../domain/entries/state.ts';
import { ENTRY_TABLE_NAMES, ENTRY_TABLES } from './entry-tables.ts';
import { keptText } from './kept-prose.ts';
import { keepNotice, stopNotices } from './notice-rows.ts';

type Fact<T extends EntryFact['type']> = Extract<EntryFact, { type: T }>;
type Begun = Fact<'EntryPlanned.v1'> | Fact<'EntryProposed.v1'> | Fact<'EntryDeclared.v1'> | Fact<'EntryListed.v1'>;

const planMilestones = (rows: ProjectedRows, entryId: string, { milestones }: Pick<Plan, 'milestones'>): void => {
  rows.write('delete from milestone where entry_id = $1', [entryId]);
  for (const [ordinal, { milestoneId, title, dueOn }] of milestones.entries())
    rows.write('insert into milestone (milestone_id, entry_id, ordinal, title, due_on) values ($1, $2, $3, $4, $5)', [
      milestoneId,
      entryId,
      ordinal,
      title,
      dueOn,
    ]);
};

/** Its sort key, and how it is found: by its title and its key task. */
const searchedBy = (title: string, keyTask: string) => {
  const { keys, text } = findableBy([title, keyTask]);
  return [sortKeyOf(title), keys, text] as const;
};

/** A plan, a nomination, or a place on a roll: what is declared without a plan begins with its declaration. */
const begin = (rows: ProjectedRows, fact: Begun, { occurredAt, position, stream }: ProjectedEvent): void => {
  const { entryId, editionId, nominatorId, subject, track, homeId, proposerId, answerable, title } = fact.data;
  const plan = fact.type === 'EntryPlanned.v1' ? fact.data : undefined;
  rows.write(
    `insert into entry (entry_id, edition_id, nominator_id, subject_kind, subject_id, track, home_id, proposer_id, answerable, title, key_task, due_on,
       standing, standing_before, missed_reason, declarations, listed, notice_about, notice_from, notice_until, redeclare_until,
       open_objections, planned_at, stream, prose, prose_type, revision, position, title_key, search_keys, search_text)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', 0, false, '', '', '', '', 0, $14, $15, $16, $17, 0, $18, $19, $20, $21)
     on conflict (entry_id) do nothing`,
    [
      ...[entryId, editionId, nominatorId, subject.kind, subject.id, track, homeId, proposerId],
      ...[JSON.stringify(answerable), title, plan?.keyTask ?? '', plan?.dueOn ?? '', plan ? 'planned' : 'declared'],
      ...[occurredAt, stream, plan ? keptText(plan) : '', fact.type, position],
      ...searchedBy(title, plan?.keyTask ?? ''),
    ],
  );
  rows.write('insert into nominator (edition_id, nominator_id) values ($1, $2) on conflict do nothing', [
    editionId,
    nominatorId,
  ]);
  if (plan) planMilestones(rows, entryId, plan);
};

const revise = (rows: ProjectedRows, { type, data }: Fact<'EntryRevised.v1'>): void => {
  const { entryId, answerable, title, keyTask, dueOn } = data;
  rows.write(
    `update entry set answerable = $2, title = $3, key_task = $4, due_on = $5, prose = $6, prose_type = $7,
       title_key = $8, search_keys = $9, search_text = $10 where entry_id = $1`,
    [
      ...[entryId, JSON.stringify(answerable), title, keyTask, dueOn, keptText(data), type],
      ...searchedBy(title, keyTask),
    ],
  );
  planMilestones(rows, entryId, data);
};

/** What whoever stands on a roll means to do: its words are sealed, and kept with the entry. */
const planOwn = (rows: ProjectedRows, { type, data }: Fact<'MilestonesPlanned.v1'>): void => {
  const { entryId, milestones } = data;
  rows.write('update entry set prose = $2, prose_type = $3 where entry_id = $1', [entryId, keptText(data), type]);
  planMilestones(rows, entryId, { milestones: milestones.map((one) => ({ ...one, title: '' })) });
};

const declare = (
  rows: ProjectedRows,
  { type, data }: Fact<'EntryDeclared.v1'> | Fact<'EntryRedeclared.v1'>,
  { occurredAt, stream }: ProjectedEvent,
): void => {
  const { entryId, version, evidence, title } = data;
  // What came by a code may be called otherwise in a later version; of everything else the title stays.
  const [key, keys, text] = searchedBy(title, '');
  if (type === 'EntryRedeclared.v1')
    rows.write(
      `update entry set title = $2, title_key = $3, search_keys = $4, search_text = $5 where entry_id = $1 and title <> $2`,
      [entryId, title, key, keys, text],
    );
  rows.write('update entry set declarations = $2 where entry_id = $1', [entryId, version]);
  rows.write(
    `insert into declaration (entry_id, version, evidence, documents, declared_at, stream, prose, prose_type, returned_by, return_prose, review, answers, review_prose)
     values ($1, $2, $3, '[]', $4, $5, $6, $7, '', '', '', '[]', '')`,
    [entryId, version, JSON.stringify(evidence), occurredAt, stream, keptText(data), type],
  );
};

/** Whoever stands on a roll stands as if declared once, without a word or a file. */
const list = (rows: ProjectedRows, { type, data }: Fact<'EntryListed.v1'>, event: ProjectedEvent): void => {
  const { entryId } = data;
  rows.write('update entry set declarations = 1, listed = true where entry_id = $1', [entryId]);
  rows.write(
    `insert into declaration (entry_id, version, evidence, documents, declared_at, stream, prose, prose_type, returned_by, return_prose, review, answers, review_prose)
     values ($1, 1, '[]', '[]', $2, $3, '', $4, '', '', '', '[]', '')`,
    [entryId, event.occurredAt, event.stream, type],
  );
};

/** A candidate's first version: its branch's reasons. */
const propose = (rows: ProjectedRows, { type, data }: Fact<'EntryProposed.v1'>, event: ProjectedEvent): void => {
  const { entryId } = data;
  rows.write('update entry set declarations = 1 where entry_id = $1', [entryId]);
  rows.write(
    `insert into declaration (entry_id, version, evidence, documents, declared_at, stream, prose, prose_type, returned_by, return_prose, review, answers, review_prose)
     values ($1, 1, '[]', '[]', $2, $3, $4, $5, '', '', '', '[]', '')`,
    [entryId, event.occurredAt, event.stream, keptText(data), type],
  );
};

/** Where an entry stands after a fact, as far as its type alone tells. */
const STANDING_AFTER: Readonly<Partial<Record<EntryFact['type'], StandingKind>>> = {
  'EntryConfirmed.v1': 'underway',
  'ListingConfirmed.v1': 'reviewed',
  'EntryProposed.v1': 'proposed',
  'EntryDeclared.v1': 'declared',
  'EntryRedeclared.v1': 'declared',
  'EntryReturned.v1': 'returned',
  'EntryWithdrawn.v1': 'withdrawn',
  'ClearanceRequested.v1': 'clearance-requested',
  // Answered; what is blocked says so in the next fact.
  'ClearanceGiven.v1': 'cleared',
  'EntryRemoved.v1': 'removed',
  'EntryListed.v1': 'declared',
  'EntryDelisted.v1': 'removed',
};

const standingAfter = (fact: EntryFact): string | undefined => {
  if (fact.type === 'EntryReviewed.v1') return fact.data.outcome === 'passed' ? 'reviewed' : 'rejected';
  if (fact.type === 'EntryPublished.v1') return fact.data.about === 'entries' ? 'published' : undefined;
  if (fact.type === 'ActUndone.v1' || fact.type === 'EntryRelisted.v1') return fact.data.standing;
  return STANDING_AFTER[fact.type];
};

const stand = (rows: ProjectedRows, fact: EntryFact): void => {
  const { entryId } = fact.data;
  if (fact.type === 'EntryBlocked.v1')
    return rows.write(
      `update entry set standing_before = case when standing = 'blocked' then standing_before else standing end, standing = 'blocked' where entry_id = $1`,
      [entryId],
    );
  if (fact.type === 'BlockLifted.v1')
    return rows.write(`update entry set standing = standing_before, standing_before = '' where entry_id = $1`, [
      entryId,
    ]);
  const standing = standingAfter(fact);
  if (standing === undefined) return undefined;
  // Only a return says until when; what stands as returned again, after a withdrawal was undone, has the old day.
  if (fact.type === 'EntryReturned.v1')
    return rows.write('update entry set standing = $2, redeclare_until = $3 where entry_id = $1', [
      entryId,
      standing,
      fact.data.redeclareUntil,
    ]);
  return rows.write('update entry set standing = $2 where entry_id = $1', [entryId, standing]);
};

/** What a fact adds beside where the entry stands. */
const keepDetails = (rows: ProjectedRows, fact: EntryFact, event: ProjectedEvent): void => {
  const { entryId } = fact.data;
  switch (fact.type) {
    case 'EntryRevised.v1':
      return revise(rows, fact);
    case 'MilestonesPlanned.v1':
      return planOwn(rows, fact);
    case 'EntryListed.v1':
      return list(rows, fact, event);
    case 'EntryProposed.v1':
      return propose(rows, fact, event);
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return declare(rows, fact, event);
    case 'DocumentsGiven.v1':
      return rows.write('update declaration set documents = $3 where entry_id = $1 and version = $2', [
        entryId,
        fact.data.version,
        JSON.stringify(fact.data.documents),
      ]);
    case 'EntryReturned.v1':
      return rows.write(
        'update declaration set returned_by = $3, return_prose = $4 where entry_id = $1 and version = $2',
        [entryId, fact.data.version, fact.data.by, keptText(fact.data)],
      );
    case 'EntryReviewed.v1': {
      const { version, outcome, answers } = fact.data;
      return rows.write(
        'update declaration set review = $3, answers = $4, review_prose = $5 where entry_id = $1 and version = $2',
        [entryId, version, outcome, JSON.stringify(answers), keptText(fact.data)],
      );
    }
    case 'EntryPublished.v1': {
      const { about, noticeFrom, noticeUntil } = fact.data;
      return rows.write('update entry set notice_about = $2, notice_from = $3, notice_until = $4 where entry_id = $1', [
        entryId,
        about,
        noticeFrom,
        noticeUntil,
      ]);
    }
    case 'ObjectionReceived.v1':
    case 'ObjectionSettled.v1':
    case 'ObjectionReopened.v1':
      return rows.write('update entry set open_objections = open_objections + $2 where entry_id = $1', [
        entryId,
        fact.type === 'ObjectionSettled.v1' ? -1 : 1,
      ]);
    case 'EntryHandedOver.v1': {
      const { homeId, answerable } = fact.data;
      return rows.write('update entry set home_id = $2, proposer_id = $2, answerable = $3 where entry_id = $1', [
        entryId,
        homeId,
        JSON.stringify(answerable),
      ]);
    }
    default:
      return undefined;
  }
};

const closeIntake = (rows: ProjectedRows, { data }: IntakeClosed): void => {
  for (const { entryId } of data.entered)
    rows.write(`update entry set standing = 'in-evaluation', revision = revision + 1 where entry_id = $1`, [entryId]);
  for (const { entryId, reason } of data.missed)
    rows.write(
      `update entry set standing = 'missed', missed_reason = $2, revision = revision + 1 where entry_id = $1`,
      [entryId, reason],
    );
};

const abandon = (rows: ProjectedRows, editionId: string): void =>
  rows.write(
    `update entry set standing = 'abandoned' where edition_id = $1 and standing not in ('rejected', 'removed', 'withdrawn', 'missed')`,
    [editionId],
  );

const isBeginning = (fact: EntryFact): fact is Begun =>
  fact.type === 'EntryPlanned.v1' ||
  fact.type === 'EntryProposed.v1' ||
  fact.type === 'EntryDeclared.v1' ||
  fact.type === 'EntryListed.v1';

/** Entries as they stand, with their milestones and declarations. Nothing comes here in the clear that the log keeps sealed. */
export const entryProjection: Projection = {
  name: 'entries',
  version: 9,
  tables: ENTRY_TABLES,
  tableNames: ENTRY_TABLE_NAMES,
  source: { kind: 'log', streamPrefixes: [ENTRIES_STREAMS, EDITION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EntriesFact | EditionFact;
    if (event.stream.startsWith(EDITION_STREAMS)) {
      if (fact.type !== 'EditionAbandoned.v1') return;
      abandon(rows, fact.data.editionId);
      return stopNotices(rows, fact.data.editionId, event.occurredAt);
    }
    if (fact.type === 'IntakeClosed.v1') return closeIntake(rows, fact);
    if (fact.type === 'QuotaCounted.v1' || fact.type === 'CandidatesEntered.v1') return;
    const about = fact as EntryFact;
    if (isBeginning(about)) begin(rows, about, event);
    stand(rows, about);
    keepDetails(rows, about, event);
    keepNotice(rows, about, event);
    rows.write('update entry set revision = $2 where entry_id = $1', [about.data.entryId, about.data.entryRevision]);
  },
};
