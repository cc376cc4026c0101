import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { PROBLEM_STREAMS } from '../../application/streams.ts';
import type { ProblemFact, ProblemFound } from '../../domain/problem/facts.ts';
import type { ProblemState } from '../../domain/problem/state.ts';
import { keptText } from './kept-prose.ts';

/** Problems as they stand, everything that happened to each, and the files of its measures. What is sealed stays sealed. */
const TABLES = `
  create table if not exists problem (
    problem_id text primary key,
    edition_id text not null,
    committee_id text not null,
    organization_id text not null,
    entry_id text not null,
    title text not null,
    source text not null,
    kind text not null,
    severity text not null,
    found_on text not null,
    state text not null,
    owner_id text not null,
    owner_role text not null,
    due_on text not null,
    late boolean not null,
    reopenings integer not null,
    handed_in_on text not null,
    closed_on text not null,
    found_by text not null,
    hands text[] not null,
    proposal_id text not null,
    proposal_by text not null,
    proposal_role text not null,
    revision bigint not null,
    position bigint not null unique,
    title_key text collate "C" not null,
    search_keys text[] not null,
    search_text text not null
  );
  create index if not exists problem_of_owner on problem (owner_id, state);
  create index if not exists problem_of_edition on problem (edition_id, state);
  create index if not exists problem_search on problem using gin (search_keys);
  create table if not exists problem_step (
    problem_id text not null,
    position bigint not null,
    stream text not null,
    type text not null,
    at text not null,
    person_id text not null,
    role text not null,
    owner_id text not null,
    due_on text not null,
    measure_id text not null,
    removed boolean not null,
    prose text not null,
    primary key (problem_id, position)
  );
  create table if not exists problem_file (
    problem_id text not null,
    measure_id text not null,
    sha256 text not null,
    ordinal integer not null,
    primary key (problem_id, measure_id, sha256)
  );
  create index if not exists problem_file_named on problem_file (sha256);
`;

const STATES: Readonly<Partial<Record<ProblemFact['type'], ProblemState>>> = {
  'ProblemAssigned.v1': 'assigned',
  'ProblemHandedOver.v1': 'assigned',
  'ProblemHandedIn.v1': 'handed-in',
  'ProblemTakenBack.v1': 'assigned',
  'ProblemSentBack.v1': 'assigned',
  'ProblemClosed.v1': 'closed',
  'ProblemReopened.v1': 'assigned',
  'ProblemWithdrawn.v1': 'withdrawn',
};

const find = (rows: ProjectedRows, { data }: ProblemFound, event: ProjectedEvent): void => {
  const { problemId, editionId, committeeId, organizationId, entryId, title, source, kind, severity, foundOn } = data;
  const { keys, text } = findableBy([title]);
  rows.write(
    `insert into problem (problem_id, edition_id, committee_id, organization_id, entry_id, title, source, kind, severity, found_on, state, owner_id,
       owner_role, due_on, late, reopenings, handed_in_on, closed_on, found_by, hands, proposal_id, proposal_by, proposal_role, revision, position,
       title_key, search_keys, search_text)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'found', $11, '', '', false, 0, '', '', $12, '{}', '', '', '', $13, $14, $15, $16, $17)`,
    [
      ...[problemId, editionId, committeeId, organizationId, entryId ?? '', title, source, kind, severity, foundOn],
      ...[data.ownerId, data.personId, event.revision, event.position, sortKeyOf(title), keys, text],
    ],
  );
};

type Changed = Readonly<Record<string, string | number | boolean>>;

/** What of the row a fact changes, beside where the problem stands. */
const changedBy = (fact: ProblemFact): Changed => {
  switch (fact.type) {
    case 'ProblemAssigned.v1':
    case 'ProblemHandedOver.v1': {
      const { ownerId, ownerRole, dueOn } = fact.data;
      return { owner_id: ownerId, owner_role: ownerRole, due_on: dueOn, handed_in_on: '' };
    }
    case 'ProblemDeadlineExtended.v1':
      return { due_on: fact.data.dueOn };
    case 'ProblemSentBack.v1':
      return { due_on: fact.data.dueOn, handed_in_on: '', late: false };
    case 'ProblemReopened.v1':
      return { due_on: fact.data.dueOn, handed_in_on: '', closed_on: '', late: false };
    case 'ProblemHandedIn.v1':
      return { handed_in_on: fact.data.handedInOn, late: fact.data.late };
    case 'ProblemTakenBack.v1':
      return { handed_in_on: '', late: false };
    case 'ProblemClosed.v1':
      return { closed_on: fact.data.closedOn };
    case 'ProblemWithdrawalProposed.v1': {
      const { proposalId, proposedBy, role } = fact.data;
      return { proposal_id: proposalId, proposal_by: proposedBy, proposal_role: role };
    }
    case 'ProblemWithdrawalRejected.v1':
    case 'ProblemWithdrawn.v1':
      return { proposal_id: '', proposal_by: '', proposal_role: '' };
    default:
      return {};
  }
};

const change = (rows: ProjectedRows, fact: ProblemFact, { revision }: ProjectedEvent): void => {
  const state = STATES[fact.type];
  const changed: Changed = { revision, ...(state && { state }), ...changedBy(fact) };
  const columns = Object.keys(changed);
  rows.write(
    `update problem set ${columns.map((column, at) => `${column} = $${at + 2}`).join(', ')} where problem_id = $1`,
    [...[fact.data.problemId, ...Object.values(changed)]],
  );
  if (fact.type === 'ProblemReopened.v1')
    rows.write('update problem set reopenings = reopenings + 1 where problem_id = $1', [fact.data.problemId]);
  if (fact.type === 'ProblemEvidenceAdded.v1' || fact.type === 'ProblemHandedIn.v1')
    rows.write('update problem set hands = array_append(array_remove(hands, $2), $2) where problem_id = $1', [
      ...[fact.data.problemId, fact.data.personId],
    ]);
};

const step = (
  rows: ProjectedRows,
  fact: ProblemFact,
  { stream, type, occurredAt, position, actor }: ProjectedEvent,
): void => {
  const { problemId, ownerId } = fact.data;
  const dueOn = 'dueOn' in fact.data ? fact.data.dueOn : '';
  const measureId = 'measureId' in fact.data ? fact.data.measureId : '';
  rows.write(
    `insert into problem_step (problem_id, position, stream, type, at, person_id, role, owner_id, due_on, measure_id, removed, prose)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false, $11)`,
    [
      ...[problemId, position, stream, type, occurredAt, actor.id ?? '', fact.data.role, ownerId, dueOn, measureId],
      'prose' in fact.data ? keptText(fact.data) : '',
    ],
  );
};

const files = (rows: ProjectedRows, fact: ProblemFact): void => {
  if (fact.type === 'ProblemEvidenceAdded.v1') {
    const { problemId, measureId, evidence } = fact.data;
    for (const [ordinal, sha256] of evidence.entries())
      rows.write('insert into problem_file (problem_id, measure_id, sha256, ordinal) values ($1, $2, $3, $4)', [
        ...[problemId, measureId, sha256, ordinal],
      ]);
  }
  if (fact.type !== 'ProblemEvidenceRemoved.v1') return;
  const { problemId, measureId } = fact.data;
  rows.write('delete from problem_file where problem_id = $1 and measure_id = $2', [problemId, measureId]);
  rows.write(
    `update problem_step set removed = true where problem_id = $1 and measure_id = $2 and type = 'ProblemEvidenceAdded.v1'`,
    [problemId, measureId],
  );
};

export const problemProjection: Projection = {
  name: 'problems',
  version: 1,
  tables: TABLES,
  tableNames: ['problem', 'problem_step', 'problem_file'],
  source: { kind: 'log', streamPrefixes: [PROBLEM_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as ProblemFact;
    if (fact.type === 'ProblemFound.v1') find(rows, fact, event);
    else change(rows, fact, event);
    step(rows, fact, event);
    files(rows, fact);
  },
};
