import { firstRefusal } from '@jiangong/wording';
import { nominatorRefusal, partyRefusal } from '../by.ts';
import { votesAt } from '../edition/terms.ts';
import { answerableRefusal, type Decision, refOf, stageRefusal, titleRefusal, whyRefusal } from './checks.ts';
import { contentRefusal, declarationOf, declared, documentsRefusal } from './declaration.ts';
import type { EntriesFact } from './facts.ts';
import { enteredOf } from './intake.ts';
import { needsRefusal } from './needs.ts';
import type { DeclareEntry, EnterCandidates, NominateEntry, Vote } from './orders.ts';
import { identityOf, newEntryRefusal } from './planning.ts';
import { quotaRefusal } from './quota.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entries, Entry } from './state.ts';

/** Documents come with the declaration: of a candidate nothing is asked but the reasons. */
const fileRefusal = ({ evidence, documents }: NominateEntry): EntriesRefusal | undefined =>
  evidence.length > 0 || documents.length > 0
    ? { reason: 'CANDIDATE_WITHOUT_FILES', field: evidence.length > 0 ? 'evidence' : 'documents' }
    : undefined;

/** Once candidates are voted upon nobody is proposed beside them. */
const votedRefusal = ({ candidates }: Entries): EntriesRefusal | undefined =>
  candidates === null ? undefined : { reason: 'CANDIDATES_VOTED_UPON' };

/** A branch's secretary proposes of his own branch, with reasons. Takes no place of the unit's number. */
export const proposeCandidate = (state: Entries, order: NominateEntry): Decision => {
  const { terms, title, summary } = order;
  const refusal = firstRefusal<EntriesRefusal>(
    votedRefusal(state),
    newEntryRefusal(state, order),
    partyRefusal(terms, order.by, 'propose'),
    stageRefusal(order, 'propose'),
    titleRefusal(title),
    answerableRefusal(order.answerable),
    contentRefusal(order),
    fileRefusal(order),
    needsRefusal(order, order.track),
  );
  if (refusal) return refusal;
  const data = { ...refOf(order, undefined), ...identityOf(order), title, prose: { summary } };
  return [{ type: 'EntryProposed.v1', data }];
};

/** Whoever stands as a candidate when the vote opens is voted upon, once and for all. */
export const enterCandidates = (state: Entries, order: EnterCandidates): Decision => {
  if (state.candidates !== null) return [];
  const opensAt = votesAt(order.terms);
  if (opensAt === null || order.now < opensAt)
    return { reason: 'STAGE_NOT_OPEN', details: { stage: 'vote', opensAt: opensAt ?? '', closesAt: '' } };
  const entered = Object.values(state.entries).filter(({ standing }) => standing.kind === 'proposed');
  const { editionId, nominatorId } = order.terms;
  return [{ type: 'CandidatesEntered.v1', data: { editionId, nominatorId, entered: entered.map(enteredOf) } }];
};

/** Candidates of the same branch and category whom more voted for, and who are not declared: to be passed over with a reason only. */
const passedOver = (state: Entries, entry: Entry, { ranks }: Vote): readonly string[] => {
  const rankOf = (entryId: string): number | undefined => ranks.find((one) => one.entryId === entryId)?.rank;
  const own = rankOf(entry.entryId) ?? 0;
  return Object.values(state.entries)
    .filter(
      ({ standing, track, homeId }) => standing.kind === 'proposed' && track === entry.track && homeId === entry.homeId,
    )
    .flatMap(({ entryId }) => ((rankOf(entryId) ?? own) < own ? [entryId] : []));
};

type Chosen = Readonly<{ vote: Vote; rank: number; over: readonly string[] }>;

const chosenOf = (state: Entries, entry: Entry, { vote }: DeclareEntry): Chosen | EntriesRefusal => {
  if (vote === undefined) return { reason: 'VOTE_NOT_COUNTED', field: 'entryId' };
  const rank = vote.ranks.find(({ entryId }) => entryId === entry.entryId)?.rank;
  if (rank === undefined) return { reason: 'CANDIDATE_NOT_RANKED', field: 'entryId' };
  return { vote, rank, over: passedOver(state, entry, vote) };
};

const departureRefusal = ({ over }: Chosen, { departure = '' }: DeclareEntry): EntriesRefusal | undefined => {
  if (over.length > 0) return whyRefusal(departure, 'departure');
  return departure === '' ? undefined : { reason: 'DEPARTURE_NOT_NEEDED', field: 'departure' };
};

/** The unit declares whom the vote ranked, out of its order with a reason, within its number. What the vote said then stands beside it. */
export const declareCandidate = (state: Entries, entry: Entry, order: DeclareEntry): Decision => {
  const early = nominatorRefusal(order.terms, order.by) ?? stageRefusal(order, 'declare');
  if (early) return early;
  const chosen = chosenOf(state, entry, order);
  if ('reason' in chosen) return chosen;
  const refusal = firstRefusal<EntriesRefusal>(
    departureRefusal(chosen, order),
    contentRefusal(order),
    documentsRefusal(order, entry.track),
    needsRefusal(order, entry.track),
    quotaRefusal(state, order, entry.track),
  );
  if (refusal) return refusal;
  const facts = declared(state, { type: 'EntryDeclared.v1', data: declarationOf(entry, order) }, order);
  const ahead = facts.filter(({ data }) => 'entryRevision' in data).length;
  const { vote, rank, over } = chosen;
  const said: EntriesFact = {
    type: 'CandidateChosen.v1',
    data: {
      ...refOf(order, entry, ahead),
      ...{ version: entry.declarations + 1, roundId: vote.roundId, resultHash: vote.resultHash, rank, over },
      prose: { departure: order.departure ?? '' },
    },
  };
  return [...facts, said];
};
