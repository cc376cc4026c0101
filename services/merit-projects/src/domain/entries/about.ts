import type { Fact } from '@jiangong/event-store';

/** Every fact about an entry says which one, of which nominator, in which edition; `entryRevision` is its own counter, from 1. */
export type EntryRef = Readonly<{ entryId: string; editionId: string; nominatorId: string; entryRevision: number }>;

/** SHA-256 of an evidence file, lower-case hex. */
export type EvidenceHash = string;

/** Which of the attached files is a document that the template asks for. */
export type GivenDocument = Readonly<{ document: string; sha256: EvidenceHash }>;

export type About<T extends string, D> = Fact<T, EntryRef & Readonly<D>>;

/** By which proposal, and whose; null: one person gave the order alone. */
export type Carried = { proposalId: string | null; proposedBy: string | null };
