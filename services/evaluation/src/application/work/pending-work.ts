import { reaches, reachOf, type Role } from '@jiangong/access';
import type { CallContext, WorkItem } from '@jiangong/service-host';
import { upheldAppeals } from '../../domain/appeal/pending.ts';
import { isClosed } from '../../domain/round/state.ts';
import { callerIn } from '../change-checklist.ts';
import type { Evaluation } from '../evaluation.ts';
import { answersOf } from '../fact-answers.ts';
import { about, type RoundLine, type WorkAsker, type WorkKind } from './round-line.ts';

/** A round with a result over which nothing was made known yet, whose rules ask facts or of which an appeal was upheld. */
export type PendingLine = Pick<
  RoundLine,
  'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn' | 'organizationPath' | 'decideBy' | 'concerned'
>;

type Counted = Readonly<{ done: number; total: number }>;

/** What such a round waits for, which only its rule book knows: `facts` as far as the caller may answer them. */
export type Pending = Readonly<{ line: PendingLine; appeals: Counted; facts: Counted }>;

const NOTHING: Counted = { done: 0, total: 0 };

export const pendingIn =
  (evaluation: Evaluation) =>
  async (line: PendingLine, call: CallContext): Promise<Pending> => {
    const { round } = await evaluation.readRound(line.roundId);
    if (!isClosed(round)) return { line, appeals: NOTHING, facts: NOTHING };
    const { met, all } = upheldAppeals(round);
    const { answered, asked } = answersOf(round, await callerIn(evaluation, round, call));
    return { line, appeals: { done: met, total: all }, facts: { done: answered, total: asked } };
  };

const KINDS: readonly Readonly<{
  kind: WorkKind;
  of: 'appeals' | 'facts';
  action: string;
  roles: readonly Role[];
}>[] = [
  { kind: 'follow-upheld-appeals', of: 'appeals', action: 'round.tally', roles: ['committee-officer'] },
  { kind: 'look-up-facts', of: 'facts', action: 'fact.answer', roles: ['committee-officer', 'discipline-inspector'] },
];

/** What holds up a decision or its circular: an upheld appeal until it is followed, and what rules of awards ask until it is answered. */
export const pendingWork = (found: readonly Pending[], { personId, grants, now }: WorkAsker): readonly WorkItem[] =>
  KINDS.flatMap(({ kind, of, action, roles }) =>
    roles.flatMap((role) => {
      const reach = reachOf({ subject: { kind: 'person', personId }, grants, action, roles: [role], now });
      return found
        .filter((one) => one[of].done < one[of].total && reaches(reach, one.line))
        .map(({ line, ...counted }) => ({ kind, role, ...about(line), dueAt: line.decideBy, ...counted[of] }));
    }),
  );
