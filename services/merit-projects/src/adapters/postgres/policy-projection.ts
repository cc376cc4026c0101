import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { EDITION_STREAMS, POLICY_STREAMS, TEMPLATE_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type { Award } from '../../domain/policy/counting.ts';
import type { PolicyFact } from '../../domain/policy/facts.ts';
import type { TemplateAdopted } from '../../domain/template/template.ts';
import { keptText } from './kept-prose.ts';

const TABLES = `
  create table if not exists policy (
    committee_id text primary key,
    version integer not null,
    policy_hash text not null,
    canonical_text text not null,
    tables text not null,
    adopted_at text not null,
    repealed_at text
  );
  create table if not exists policy_proposal (
    proposal_id text primary key,
    committee_id text not null,
    act text not null,
    terms text not null,
    proposed_by text not null,
    role text not null,
    proposed_at text not null,
    stream text not null,
    prose text not null,
    position bigint not null
  );
  create index if not exists policy_proposal_committee on policy_proposal (committee_id);
  create table if not exists policy_exemption (
    exemption_id text primary key,
    committee_id text not null,
    bound_id text not null,
    year integer not null,
    template_id text not null,
    granted_at text not null,
    withdrawn_at text,
    position bigint not null
  );
  create index if not exists policy_exemption_committee on policy_exemption (committee_id);
  create table if not exists template_award (
    committee_id text not null,
    template_hash text not null,
    awards text not null,
    primary key (committee_id, template_hash)
  );
  create table if not exists commending_edition (
    edition_id text primary key,
    committee_id text not null,
    year integer not null,
    template_id text not null,
    title_zh text not null,
    title_en text not null,
    awards text not null,
    state text not null,
    opened_at text not null,
    position bigint not null
  );
  create index if not exists commending_edition_committee on commending_edition (committee_id);
`;

type Written = Readonly<{
  outcome: readonly Readonly<{ code: string; gives: string; name: readonly [string, string] }>[];
}>;

/** What a circular gives by a template: its canonical text is validated JSON. */
const awardsIn = (canonicalText: string): readonly Award[] =>
  (JSON.parse(canonicalText) as Partial<Written>).outcome?.flatMap(({ code, gives, name: [nameZh, nameEn] }) =>
    gives === 'honour' ? [{ code, nameZh, nameEn }] : [],
  ) ?? [];

const adopted = (rows: ProjectedRows, { committeeId, templateHash, canonicalText }: TemplateAdopted['data']): void => {
  const awards = awardsIn(canonicalText);
  if (awards.length === 0) return;
  rows.write(
    'insert into template_award (committee_id, template_hash, awards) values ($1, $2, $3) on conflict do nothing',
    [committeeId, templateHash, JSON.stringify(awards)],
  );
};

const edition = (rows: ProjectedRows, fact: EditionFact, { occurredAt, position }: ProjectedEvent): void => {
  const stand = (state: string): void =>
    rows.write('update commending_edition set state = $2 where edition_id = $1', [fact.data.editionId, state]);
  switch (fact.type) {
    case 'EditionOpened.v1': {
      const { editionId, committeeId, year, templateId, templateHash, titleZh, titleEn } = fact.data;
      return rows.write(
        `insert into commending_edition (edition_id, committee_id, year, template_id, title_zh, title_en, awards, state, opened_at, position)
         select $1, $2, $3::integer, $4, $5, $6, t.awards, 'open', $7, $8::bigint from template_award t
         where t.committee_id = $2 and t.template_hash = $9`,
        [editionId, committeeId, year, templateId, titleZh, titleEn, occurredAt, position, templateHash],
      );
    }
    case 'EditionAmended.v1':
      return rows.write('update commending_edition set title_zh = $2, title_en = $3 where edition_id = $1', [
        ...[fact.data.editionId, fact.data.titleZh, fact.data.titleEn],
      ]);
    case 'EditionClosed.v1':
      return stand('closed');
    case 'EditionAbandoned.v1':
      return stand('abandoned');
    default:
      return undefined;
  }
};

const over = (rows: ProjectedRows, proposalId: string): void =>
  rows.write('delete from policy_proposal where proposal_id = $1', [proposalId]);

/** What was proposed over the version before has lapsed with it. */
const versionOver = (rows: ProjectedRows, committeeId: string): void =>
  rows.write("delete from policy_proposal where committee_id = $1 and act in ('AdoptPolicy', 'RepealPolicy')", [
    committeeId,
  ]);

const policy = (rows: ProjectedRows, fact: PolicyFact, { occurredAt, position, stream }: ProjectedEvent): void => {
  switch (fact.type) {
    case 'PolicyActProposed.v1': {
      const { committeeId, proposalId, act, terms, proposedBy, role, proposedAt } = fact.data;
      return rows.write(
        `insert into policy_proposal (proposal_id, committee_id, act, terms, proposed_by, role, proposed_at, stream, prose, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[proposalId, committeeId, act, JSON.stringify(terms), proposedBy, role, proposedAt],
          ...[stream, keptText(fact.data), position],
        ],
      );
    }
    case 'PolicyProposalRejected.v1':
      return over(rows, fact.data.proposalId);
    case 'PolicyAdopted.v1': {
      const { committeeId, version, policyHash, canonicalText, tables } = fact.data;
      versionOver(rows, committeeId);
      return rows.write(
        `insert into policy (committee_id, version, policy_hash, canonical_text, tables, adopted_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (committee_id) do update set version = $2, policy_hash = $3, canonical_text = $4, tables = $5, adopted_at = $6,
           repealed_at = null`,
        [committeeId, version, policyHash, canonicalText, JSON.stringify(tables), occurredAt],
      );
    }
    case 'PolicyRepealed.v1':
      versionOver(rows, fact.data.committeeId);
      return rows.write('update policy set repealed_at = $2 where committee_id = $1', [
        fact.data.committeeId,
        occurredAt,
      ]);
    case 'ExemptionGranted.v1': {
      const { committeeId, exemptionId, boundId, year, templateId } = fact.data;
      over(rows, fact.data.proposalId);
      return rows.write(
        `insert into policy_exemption (exemption_id, committee_id, bound_id, year, template_id, granted_at, position)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [exemptionId, committeeId, boundId, year, templateId, occurredAt, position],
      );
    }
    case 'ExemptionWithdrawn.v1':
      over(rows, fact.data.proposalId);
      return rows.write('update policy_exemption set withdrawn_at = $2 where exemption_id = $1', [
        fact.data.exemptionId,
        occurredAt,
      ]);
  }
};

/** Policies of the levels above, what waits about them, and the editions that they count: of every committee that commends. */
export const policyProjection: Projection = {
  name: 'policies',
  version: 1,
  tables: TABLES,
  tableNames: ['policy', 'policy_proposal', 'policy_exemption', 'template_award', 'commending_edition'],
  source: { kind: 'log', streamPrefixes: [POLICY_STREAMS, TEMPLATE_STREAMS, EDITION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data };
    if (event.stream.startsWith(POLICY_STREAMS)) return policy(rows, fact as PolicyFact, event);
    if (event.stream.startsWith(TEMPLATE_STREAMS)) return adopted(rows, event.data as TemplateAdopted['data']);
    return edition(rows, fact as EditionFact, event);
  },
};
