import { coversSql } from '@jiangong/access/postgres';
import type { PagePlace } from '@jiangong/service-host';
import type {
  Clearance,
  ClearanceOpinion,
  Objection,
} from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { aadOf, isSealed, type KeyVault, type SealedAt } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';

type Kept = Readonly<{ text: string; stream: string; type: string; field: string }>;

/** A value as the table keeps it, with the place it was bound to. */
const sealedAt = ({ text, stream, type, field }: Kept): SealedAt => {
  const sealed: unknown = JSON.parse(text);
  if (!isSealed(sealed)) throw new Error(`${field} of ${type} is not sealed`);
  return { sealed, aad: aadOf({ stream, type, field }) };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type ObjectionRow = Omit<Objection, 'evidence' | 'answer'> &
  Readonly<{ evidence: string; answer: string | null; stream: string; position: number }>;

const opened = async (privacy: KeyVault, row: ObjectionRow): Promise<Objection & Readonly<{ position: number }>> => {
  const { stream, answer, ...shown } = row;
  const received = (field: 'objectorName' | 'objectorContact' | 'statement' | 'evidence'): SealedAt =>
    sealedAt({ text: row[field], stream, type: 'ObjectionReceived.v1', field });
  const settled =
    answer === null ? [] : [sealedAt({ text: answer, stream, type: 'ObjectionSettled.v1', field: 'answer' })];
  const [name, contact, statement, evidence, settledAnswer] = await privacy.openAll([
    received('objectorName'),
    received('objectorContact'),
    received('statement'),
    received('evidence'),
    ...settled,
  ]);
  return {
    ...shown,
    objectorName: text(name),
    objectorContact: text(contact),
    statement: text(statement),
    answer: text(settledAnswer),
    // Erased with the objection's key, it is no list any more.
    evidence: Array.isArray(evidence) ? (evidence as string[]) : [],
  };
};

export type ObjectionsAsked = Readonly<{
  organizationId: string;
  editionId: string;
  entryId: string;
  status: string;
  page: PagePlace<number>;
}>;

/** Objections to entries at or below an organization, opened; one more than the page. */
export const objectionsOf = async (
  rows: Rows,
  privacy: KeyVault,
  asked: ObjectionsAsked,
): Promise<readonly (Objection & Readonly<{ position: number }>)[]> => {
  const { organizationId, editionId, entryId, status, page } = asked;
  const found = await rows.query<ObjectionRow>(
    `select o.objection_id as "objectionId", o.entry_id as "entryId", o.edition_id as "editionId", o.unit_id as "unitId", o.stream,
       o.objector_name as "objectorName", o.objector_contact as "objectorContact", o.statement, o.evidence, o.received_at as "receivedAt",
       o.answer_due_at as "answerDueAt", o.status, o.outcome, o.answer, o.settled_at as "settledAt", o.position
     from objection o join entry p on p.entry_id = o.entry_id join access_organization b on b.id = p.branch_id
     where ${coversSql('(select path from access_organization where id = $1)', 'b.path')}
       and ($2 = '' or o.edition_id = $2) and ($3 = '' or o.entry_id = $3) and ($4 = '' or o.status = $4) and o.position > $5
     order by o.position limit $6`,
    [organizationId, editionId, entryId, status, page.after ?? 0, page.size + 1],
  );
  return Promise.all(found.map((row) => opened(privacy, row)));
};

type ClearanceRow = Omit<Clearance, 'scopes' | 'opinions' | 'why'> &
  Readonly<{ scopes: string; opinions: string | null; why: string | null; stream: string }>;

const openedClearance = async (privacy: KeyVault, { stream, ...row }: ClearanceRow): Promise<Clearance> => {
  const scopes = JSON.parse(row.scopes) as string[];
  if (row.opinions === null) return { ...row, scopes, opinions: [], why: '' };
  if (row.why === null) return { ...row, scopes, opinions: JSON.parse(row.opinions) as ClearanceOpinion[], why: '' };
  const type = 'EntryBlocked.v1';
  const [opinions, why] = await privacy.openAll([
    sealedAt({ text: row.opinions, stream, type, field: 'opinions' }),
    sealedAt({ text: row.why, stream, type, field: 'why' }),
  ]);
  return { ...row, scopes, opinions: Array.isArray(opinions) ? (opinions as ClearanceOpinion[]) : [], why: text(why) };
};

/** The opinions of discipline inspection on an entry, with reasons. */
export const clearancesOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<readonly Clearance[]> => {
  const found = await rows.query<ClearanceRow>(
    `select clearance_id as "clearanceId", stream, scopes, requested_at as "requestedAt", outcome, opinions, why, opinion_number as "opinionNumber",
       inspector_person_id as "inspectorPersonId", given_at as "givenAt"
     from clearance where entry_id = $1 order by position`,
    [entryId],
  );
  return Promise.all(found.map((row) => openedClearance(privacy, row)));
};
