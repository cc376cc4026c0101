import { instantBetween } from '@jiangong/calendar';
import { entitlingGrants } from '../round/may-score.ts';
import type { HeldGrant } from '../round/holders.ts';
import { isBytes } from './bytes.ts';
import type { Box, BallotFact } from './facts.ts';
import { grantIn } from './groups.ts';
import { MARKS_PER_BALLOT_MAX, MARKS_PER_TOKEN, MODULUS_BYTES, TOKENS_PER_BALLOT_MAX } from './limits.ts';
import type { IssueTokens, OpenBoxes, SetBallot } from './orders.ts';
import { askedBy, beyondBallot } from './paging.ts';
import { entriesOf, isOnPapers, placesOn } from './papers.ts';
import type { BallotRefusal } from './refusals.ts';
import { type Ballot, isSet, issuedFor, type SetupBallot } from './state.ts';

type Decision = readonly BallotFact[] | BallotRefusal;

export const setBallot = (ballot: Ballot, order: SetBallot): Decision => {
  if (isSet(ballot)) return [];
  const { ballotId, roundId, editionId, sourceId, rules, source, closesAt, keys, now } = order;
  const asked = askedBy(rules, source);
  const tooMany = beyondBallot(asked, keys);
  if (tooMany) return tooMany;
  return [
    {
      type: 'BallotSet.v1',
      data: {
        ...{ ballotId, roundId, editionId, sourceId },
        issueUntil: instantBetween(now, closesAt, rules.tokens),
        turnout: source.turnout,
        least: source.least,
        levels: source.levels.map(({ id }) => id),
        ...asked,
        ...(rules.byCode === true ? { byCode: true } : {}),
        boxes: keys.map(({ privateKey: _sealed, ...box }) => box),
        privateKeys: Object.fromEntries(keys.map(({ boxId, privateKey }) => [boxId, privateKey])),
      },
    },
  ];
};

type Asking = Pick<IssueTokens, 'tables' | 'rules' | 'entries' | 'voter'>;

/** The grant that lets somebody vote in a box; undefined: he has none. */
const grantFor = (box: Box, { tables, rules, entries, voter }: Asking): HeldGrant | undefined => {
  const { groups } = box;
  const about = entriesOf(box);
  // All entries of one paper are of one home, or everybody votes about them.
  const entry = entries.find(({ entryId, out }) => out === null && about.includes(entryId));
  if (entry === undefined) return undefined;
  if (groups !== undefined)
    return groups.map((group) => grantIn(tables, rules, group, voter)).find((grant) => grant !== undefined);
  if (rules.scope === 'entry' && entry.homeId !== voter.homeId) return undefined;
  return entitlingGrants(tables, { by: [rules.who] }, voter.grants)[0];
};

/** A box that somebody has a vote in, and the grant by which. */
export type OwnBox = Readonly<{ box: Box; grant: HeldGrant }>;

/** The boxes that somebody has a vote in: about each entry one, of the first group that he is of. */
export const boxesOf = ({ boxes }: SetupBallot, asking: Asking): readonly OwnBox[] => {
  const mine = new Map<string, OwnBox>();
  for (const box of boxes) {
    const grant = mine.has(box.entryId) ? undefined : grantFor(box, asking);
    if (grant !== undefined) mine.set(box.entryId, { box, grant });
  }
  return [...mine.values()];
};

/** What the closing will append at once: every token, and every answer of every paper. */
const beyondTokens = (ballot: SetupBallot, more: readonly Box[]): BallotRefusal | undefined => {
  const onPapers = isOnPapers(ballot);
  const sizeOf = (box: Box): number => (onPapers ? placesOn(ballot, box).length + MARKS_PER_TOKEN : 1);
  const size = ballot.boxes.reduce(
    (sum, box) => sum + sizeOf(box) * (issuedFor(ballot, box.boxId) + Number(more.includes(box))),
    0,
  );
  const most = onPapers ? MARKS_PER_BALLOT_MAX : TOKENS_PER_BALLOT_MAX;
  return size > most ? { reason: 'TOO_MANY_TOKENS', details: { tokensMax: most } } : undefined;
};

/**
 * Each voter once, for all his boxes together. The same request again changes nothing and is answered again; another one would be a
 * second vote, whatever became of the first.
 */
export const issueTokens = (ballot: Ballot, order: IssueTokens): Decision => {
  if (!isSet(ballot)) return { reason: 'NO_BALLOT', field: 'sourceId' };
  if (ballot.kind === 'closed' || ballot.kind === 'annulled') return { reason: 'BALLOT_OVER', field: 'sourceId' };
  if (ballot.kind === 'voting' || order.now >= ballot.issueUntil)
    return { reason: 'ISSUING_OVER', field: 'sourceId', details: { issueUntil: ballot.issueUntil } };
  const { voter, requests, asked } = order;
  const before = ballot.issued[voter.personId];
  if (before !== undefined) return before.asked === asked ? [] : { reason: 'TOKENS_ISSUED_ALREADY', field: 'requests' };
  const own = boxesOf(ballot, order);
  const [first] = own;
  if (first === undefined) return { reason: 'NOT_A_VOTER', field: 'sourceId' };
  const boxes = own.map(({ box }) => box);
  const isWhole =
    requests.length === boxes.length && boxes.every(({ boxId }) => requests.some((one) => one.boxId === boxId));
  if (!isWhole) return { reason: 'TOKENS_MISCOUNTED', field: 'requests', details: { boxes: boxes.length } };
  const bad = requests.findIndex(({ blinded }) => !isBytes(blinded, MODULUS_BYTES));
  if (bad !== -1) return { reason: 'BLINDED_INVALID', field: `requests[${bad}].blinded` };
  const tooMany = beyondTokens(ballot, boxes);
  if (tooMany) return tooMany;
  const { ballotId, roundId, editionId, sourceId } = ballot;
  const boxIds = boxes.map(({ boxId }) => boxId);
  const { personId } = voter;
  return [
    {
      type: 'TokensIssued.v1',
      data: { ballotId, roundId, editionId, sourceId, personId, grantId: first.grant.grantId, boxIds, asked },
    },
  ];
};

/** When issuing is over. A group under the least votes not at all, rather than in the open. */
export const openBoxes = (ballot: Ballot, { now }: OpenBoxes): Decision => {
  if (!isSet(ballot)) return { reason: 'NO_BALLOT', field: 'sourceId' };
  if (ballot.kind !== 'issuing') return [];
  if (now < ballot.issueUntil)
    return { reason: 'ISSUING_NOT_OVER', field: 'sourceId', details: { issueUntil: ballot.issueUntil } };
  const { ballotId, roundId, editionId, sourceId, boxes, least } = ballot;
  return [
    {
      type: 'BoxesOpened.v1',
      data: {
        ...{ ballotId, roundId, editionId, sourceId },
        boxes: boxes.map(({ boxId }) => {
          const issued = issuedFor(ballot, boxId);
          // Codes are used once the box is open, and too few votes are counted by nobody.
          return { boxId, issued, open: ballot.byCode === true || issued >= least };
        }),
      },
    },
  ];
};
