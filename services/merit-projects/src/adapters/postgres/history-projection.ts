import { isSealed } from '@jiangong/privacy';
import type { Projection } from '@jiangong/read-models';
import { DOSSIER_STREAMS, ENTRIES_STREAMS, EVIDENCE_STREAMS, FILES_STREAMS } from '../../application/streams.ts';
import type { DossierFact } from '../../domain/dossier/dossier.ts';
import type { EntriesFact, EntryFact } from '../../domain/entries/facts.ts';
import type { EvidenceDestroyed, EvidenceFact } from '../../domain/evidence/evidence-file.ts';
import type { EvidenceDescribed } from '../../domain/files/entry-files.ts';

const TABLES = `
  create table if not exists entry_history (
    entry_id text not null,
    position bigint not null,
    revision bigint not null,
    event_id text not null,
    type text not null,
    occurred_at text not null,
    actor_kind text not null,
    actor_id text not null,
    actor_role text not null,
    hash text not null,
    data text not null,
    stream text not null,
    prose text not null,
    primary key (entry_id, position)
  );
`;

/** What would tell the unit who inspected it, under which number, and which other entries the same opinion reached. */
const INSPECTION = [
  'clearanceId',
  'blockId',
  'inspectorPersonId',
  'opinionNumber',
  'blockedBy',
  'proposalId',
  'proposedBy',
  'source',
];
/** What the vote of a branch came to is told to offices, not to whoever sees the entry. */
const VOTE = ['roundId', 'resultHash', 'rank', 'over'];
/** What is only proposed would tell a unit what may befall it. */
const NOT_SHOWN: readonly string[] = ['ActProposed.v1', 'ProposalRejected.v1'];

/** A file that is registered is nobody's yet; what was counted for a number is the nominator's. */
const OF_NO_ENTRY: readonly string[] = ['EvidenceRegistered.v1', 'QuotaCounted.v1'];

type Shown =
  | Exclude<EntryFact, { type: 'ActProposed.v1' | 'ProposalRejected.v1' }>
  | DossierFact
  | EvidenceDescribed
  | EvidenceDestroyed;

/** What of an event is shown to whoever may see the entry's history: nothing of the inspectors, and of what is sealed the entry's own prose alone. */
const shown = ({ type, data }: Shown): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(data).filter(
        ([name, value]) =>
          ![...INSPECTION, ...(type === 'CandidateChosen.v1' ? VOTE : [])].includes(name) && !isSealed(value),
      ),
    ),
  );

const ownProse = ({ data }: Shown): string => {
  const prose: unknown = 'prose' in data ? data.prose : undefined;
  return isSealed(prose) && prose.keyId.startsWith('dossier/') ? JSON.stringify(prose) : '';
};

type Told = EntriesFact | DossierFact | EvidenceDescribed | EvidenceFact;

type Part = Readonly<{ entryId: string; data: string; prose: string }>;

/** Closing the intake, and the opening of a vote, is one fact about many entries: each has its own part of it in its history. */
const partsOf = (fact: Told): readonly Part[] => {
  if (NOT_SHOWN.includes(fact.type) || OF_NO_ENTRY.includes(fact.type)) return [];
  if (fact.type !== 'IntakeClosed.v1' && fact.type !== 'CandidatesEntered.v1') {
    const one = fact as Shown;
    return [{ entryId: one.data.entryId, data: shown(one), prose: ownProse(one) }];
  }
  const { editionId, nominatorId, entered } = fact.data;
  const missed = 'missed' in fact.data ? fact.data.missed : [];
  const part = (entryId: string, outcome: object): Part => ({
    entryId,
    data: JSON.stringify({ entryId, editionId, nominatorId, ...outcome }),
    prose: '',
  });
  return [
    ...entered.map(({ entryId }) => part(entryId, { outcome: 'entered' })),
    ...missed.map(({ entryId, reason }) => part(entryId, { outcome: 'missed', reason })),
  ];
};

/** Everything that happened to each entry, as those may see it who see the entry. */
export const historyProjection: Projection = {
  name: 'entry-history',
  version: 4,
  tables: TABLES,
  tableNames: ['entry_history'],
  source: { kind: 'log', streamPrefixes: [ENTRIES_STREAMS, DOSSIER_STREAMS, FILES_STREAMS, EVIDENCE_STREAMS] },
  apply: async (rows, event) => {
    const { kind, id, role } = event.actor;
    const unnamed = kind === 'protected' || role === 'discipline-inspector';
    for (const { entryId, data, prose } of partsOf({ type: event.type, data: event.data } as Told))
      rows.write(
        `insert into entry_history (entry_id, position, revision, event_id, type, occurred_at, actor_kind, actor_id, actor_role, hash, data, stream, prose)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          ...[entryId, event.position, event.revision, event.eventId, event.type, event.occurredAt],
          ...[kind, unnamed ? '' : (id ?? ''), role ?? '', event.hash, data, event.stream, prose],
        ],
      );
  },
};
