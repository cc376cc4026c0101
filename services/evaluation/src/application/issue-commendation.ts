import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type IssueCommendationRequest = Readonly<{ roundId: string; documentNumber: string }>;

/** The circular's text is made from the decision and the names of the day, and stored with it. */
export const issueCommendation =
  ({ knowledge, readRound, sendRound }: Evaluation) =>
  async (
    { roundId, documentNumber }: IssueCommendationRequest,
    call: CallContext,
  ): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const edition = await knowledge.edition(round.editionId);
    if (edition === undefined) return refusal('EDITION_NOT_FOUND', 'roundId');
    const units = await knowledge.names([round.committeeId, ...new Set(round.entries.map(({ unitId }) => unitId))]);
    const committee = units[round.committeeId] ?? { zh: round.committeeId, en: round.committeeId };
    const names = { committee, edition: edition.title, year: edition.year, units };
    return sendRound(
      roundId,
      { kind: 'issue-commendation', documentNumber, names, now: call.now },
      sentBy(call, 'IssueCommendation', { roundId, documentNumber }),
    );
  };
