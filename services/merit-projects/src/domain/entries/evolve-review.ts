import type { EntryFact } from './facts.ts';
import type { Entry, Standing } from './entry.ts';

/** What blocks an entry may find it in any standing; a second block keeps the first one's. */
const unblocked = (standing: Standing): Exclude<Standing, { kind: 'blocked' }> =>
  standing.kind === 'blocked' ? standing.before : standing;

type Reviewing = Extract<
  EntryFact,
  {
    type:
      | 'AuthorNamed.v1'
      | 'AuthorErased.v1'
      | 'NeedsTested.v1'
      | 'NeedsAnswered.v1'
      | 'EntryReviewed.v1'
      | 'ListingConfirmed.v1'
      | 'ClearanceRequested.v1'
      | 'ClearanceGiven.v1'
      | 'EntryBlocked.v1'
      | 'BlockLifted.v1'
      | 'EntryPublished.v1';
  }
>;

/** What a version is found to be, and what the offices say of it until entries enter. */
export const evolveReview = (entry: Entry, fact: Reviewing): Entry => {
  switch (fact.type) {
    case 'AuthorNamed.v1':
      return { ...entry, authorsNamed: fact.data.version };
    case 'AuthorErased.v1':
      return { ...entry, authorsErased: fact.data.upTo };
    case 'NeedsTested.v1': {
      const open = fact.data.needs.filter(({ verdict }) => verdict === 'undetermined');
      return { ...entry, openNeeds: open.map(({ needId }) => needId) };
    }
    case 'NeedsAnswered.v1':
      return entry;
    case 'EntryReviewed.v1': {
      const { outcome, entryRevision } = fact.data;
      const lastAct = { act: 'EntryReviewed', eventRevision: entryRevision, before: entry.standing } as const;
      return { ...entry, lastAct, standing: { kind: outcome === 'passed' ? 'reviewed' : 'rejected' } };
    }
    case 'ListingConfirmed.v1': {
      const lastAct = {
        act: 'ListingConfirmed',
        eventRevision: fact.data.entryRevision,
        before: entry.standing,
      } as const;
      return { ...entry, lastAct, standing: { kind: 'reviewed' } };
    }
    case 'ClearanceRequested.v1': {
      const { clearanceId, scopes } = fact.data;
      return { ...entry, clearanceAsked: true, standing: { kind: 'clearance-requested', clearanceId, scopes } };
    }
    case 'ClearanceGiven.v1':
      // What was asked is answered. A block is said by EntryBlocked, which follows: lifted, it leaves the entry cleared; one that
      // another entry's opinion brought leaves it where it was, with its own opinion still to be given.
      return { ...entry, standing: { kind: 'cleared' } };
    case 'EntryBlocked.v1': {
      const { blockId, inspectorPersonId: blockedBy, entryRevision: sinceRevision } = fact.data;
      const before = unblocked(entry.standing);
      return { ...entry, standing: { kind: 'blocked', blockId, blockedBy, sinceRevision, before } };
    }
    case 'BlockLifted.v1':
      return { ...entry, standing: unblocked(entry.standing) };
    case 'EntryPublished.v1': {
      const { about, noticeRound, noticeUntil } = fact.data;
      const noticeRounds = { ...entry.noticeRounds, [about]: noticeRound };
      return about === 'proposed'
        ? { ...entry, noticeRounds, proposedUntil: noticeUntil, proposedBy: fact.data.decisionId ?? '' }
        : { ...entry, noticeRounds, standing: { kind: 'published', noticeUntil } };
    }
  }
};
