import type { Fact } from '@jiangong/event-store';
import type { NotCounted } from '@jiangong/scoring';
import type { VoteCodeFact } from './code-facts.ts';
import type { OfBallot } from './of-ballot.ts';

/**
 * One box an entry, or one an entry and group of voters: with a key of its own, so that a token is good for this entry and in this group
 * alone, and tells of its voter nothing but the group. `publicKey`: SPKI, base64url. `groups`: whose box it is, several where they were
 * joined; absent where the ballot has one group and nobody is joined with another. `entryIds`: all that one paper is about, `entryId` being
 * the first; absent where it is about one.
 */
export type Box = Readonly<{
  boxId: string;
  entryId: string;
  entryIds?: readonly string[];
  publicKey: string;
  groups?: readonly VotingGroup[];
}>;

/**
 * Whoever votes in an electorate about an entry. `sourceId`: the source that the votes are counted in; `homes`: whoever belongs to one of
 * these, null: everybody; `butHome`: nobody who belongs to this one; `withSuperior`: it was joined with all that its superior has.
 */
export type VotingGroup = Readonly<{
  electorate: string;
  sourceId: string;
  homes: readonly string[] | null;
  butHome: string | null;
  withSuperior: boolean;
}>;

/**
 * From here on tokens are issued, until `issueUntil`. `privateKeys`: PKCS#8 in base64url, by box, sealed under the ballot's key, which is
 * destroyed when the ballot is closed.
 */
export type BallotSet = Fact<
  'BallotSet.v1',
  OfBallot &
    Readonly<{
      issueUntil: string;
      turnout: number;
      least: number;
      /** Ids, best first. */
      levels: readonly string[];
      /** What is asked of each entry, on one paper; absent where there is one question. */
      questions?: readonly string[];
      /** The share of the answers on one paper that may be the highest level, in basis points; absent: as many as one likes. */
      fullAtMost?: number;
      /** How many of the entries on one paper may be picked, which is the highest level; absent: each is given a level. */
      pickAtMost?: number;
      /** Whoever has a code votes, and nobody else; absent: whoever is known to have a vote. */
      byCode?: true;
      boxes: readonly Box[];
      privateKeys: Readonly<Record<string, string>> | 'ERASED';
    }>
>;

/**
 * Somebody was given his tokens: who, by which grant, for which boxes. `asked`: a keyed fingerprint of the blinded requests, so that the
 * same request is answered again and no other. Nothing here is a function of a token: blinding hides it from whoever knows all keys.
 */
export type TokensIssued = Fact<
  'TokensIssued.v1',
  OfBallot & Readonly<{ personId: string; grantId: string; boxIds: readonly string[]; asked: string }>
>;

/** Issuing is over. A box of too few tokens never opens: what was cast into it would tell who cast it. */
export type BoxesOpened = Fact<
  'BoxesOpened.v1',
  OfBallot & Readonly<{ boxes: readonly Readonly<{ boxId: string; issued: number; open: boolean }>[] }>
>;

/**
 * A token with its signature, and what was chosen with it; null where the box does not count, and nobody looked, and where papers hold
 * several answers: these are opened by themselves.
 */
export type OpenedBallot = Readonly<{ boxId: string; token: string; signature: string; level: string | null }>;

/** Sorted by box and token, which is random: their order says nothing. */
export type BallotsOpened = Fact<
  'BallotsOpened.v1',
  OfBallot & Readonly<{ part: number; ballots: readonly OpenedBallot[] }>
>;

/** One answer of some paper: a serial that its voter made for it, and what he chose. */
export type OpenedMark = Readonly<{ serial: string; level: string }>;

/**
 * The answers of all papers of a box to one question about one entry, sorted by their serials, which are random. Which answers stood on one
 * paper, and with which token it was handed in, stands nowhere: a filled paper of many answers would tell its author.
 */
export type PapersOpened = Fact<
  'PapersOpened.v1',
  OfBallot & Readonly<{ boxId: string; entryId: string; question?: string; part: number; marks: readonly OpenedMark[] }>
>;

/** `question`: of a ballot that asks several there is one for each. `counts`: one a level, best first; null where they do not count, and `why`. */
export type CountedBox = Readonly<{
  boxId: string;
  entryId: string;
  question?: string;
  issued: number;
  cast: number;
  counts: readonly number[] | null;
  why: NotCounted | null;
}>;

export type BallotClosed = Fact<'BallotClosed.v1', OfBallot & Readonly<{ boxes: readonly CountedBox[] }>>;

/** The round was annulled before the closing: what was cast is destroyed unread. */
export type BallotAnnulled = Fact<'BallotAnnulled.v1', OfBallot>;

export type BallotFact =
  | BallotSet
  | TokensIssued
  | BoxesOpened
  | BallotsOpened
  | PapersOpened
  | BallotClosed
  | BallotAnnulled
  | VoteCodeFact;
