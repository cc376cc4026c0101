import type { Projection, ProjectedRows } from '@jiangong/read-models';
import { PERSON_STREAMS } from '../../application/person-stream.ts';
import type { PersonFact } from '../../domain/facts.ts';

const end = (rows: ProjectedRows, waitingId: string): void =>
  rows.write('delete from second_person_waiting where waiting_id = $1', [waitingId]);

const endOf = (rows: ProjectedRows, personId: string, kind: 'correction' | 'erasure'): void =>
  rows.write('delete from second_person_waiting where person_id = $1 and kind = $2', [personId, kind]);

const wait = (
  rows: ProjectedRows,
  one: Readonly<{ waitingId: string; personId: string; kind: 'correction' | 'erasure'; by: string; role: string }>,
): void =>
  rows.write('insert into second_person_waiting values ($1, $2, $3, $4, $5)', [
    ...[one.waitingId, one.personId, one.kind, one.by, one.role],
  ]);

/** What one person has asked about another and waits for a second one. Never what, and never why: that is answered from the stream. */
export const waitingProjection: Projection = {
  name: 'second-persons',
  version: 1,
  tables: `
    create table if not exists second_person_waiting (
      waiting_id text primary key,
      person_id text not null,
      kind text not null,
      proposed_by text not null,
      role text not null
    );
    create index if not exists second_person_waiting_person on second_person_waiting (person_id);`,
  tableNames: ['second_person_waiting'],
  source: { kind: 'log', streamPrefixes: [PERSON_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as PersonFact;
    const { personId } = fact.data;
    switch (fact.type) {
      case 'ActProposed.v1': {
        const { proposalId: waitingId, proposedBy: by, role } = fact.data;
        return wait(rows, { waitingId, personId, kind: 'correction', by, role });
      }
      case 'ProposalRejected.v1':
        return end(rows, fact.data.proposalId);
      case 'ErasureRequested.v1':
        return wait(rows, { waitingId: personId, personId, kind: 'erasure', by: fact.data.requestedBy, role: '' });
      case 'ErasureWithdrawn.v1':
        return endOf(rows, personId, 'erasure');
      case 'PersonErased.v1':
        endOf(rows, personId, 'erasure');
        return endOf(rows, personId, 'correction');
      // A proposal is about the stage that stood when it was made: with the next one it has lapsed.
      case 'StageRecorded.v1':
      case 'ApplicationReceived.v1':
      case 'ActivistNamed.v1':
      case 'CandidateNamed.v1':
      case 'AdmittedOnProbation.v1':
      case 'ProbationExtended.v1':
      case 'ConfirmedAsFullMember.v1':
      case 'PersonExited.v1':
      case 'StageCorrected.v1':
      case 'ExitCorrected.v1':
        return endOf(rows, personId, 'correction');
      default:
        return undefined;
    }
  },
};
