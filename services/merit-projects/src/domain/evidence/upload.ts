import type { CommandRefusal, Decider, Fact } from '@jiangong/event-store';

/** Somebody added a file: he had its bytes, whoever else had them before. */
export type EvidenceAdded = Fact<'EvidenceAdded.v1', Readonly<{ sha256: string; addedBy: string }>>;

export type AddEvidence = Readonly<{ type: 'AddEvidence'; sha256: string; personId: string }>;

/** Whether this person has added this file. */
export type Upload = Readonly<{ kind: 'absent' }> | Readonly<{ kind: 'added' }>;

/**
 * The rule over one person and one file (stream `merit-projects.upload-<id>`): who added it may name it, and adding it twice is once. A stream
 * of its own, so that a form that thousands hand in makes no stream long, and so that the answer is the same whether others have it or not.
 */
export const uploadDecider: Decider<Upload, AddEvidence, EvidenceAdded, CommandRefusal> = {
  initial: { kind: 'absent' },
  evolve: () => ({ kind: 'added' }),
  decide: ({ kind }, { sha256, personId }) =>
    kind === 'added' ? [] : [{ type: 'EvidenceAdded.v1', data: { sha256, addedBy: personId } }],
};
