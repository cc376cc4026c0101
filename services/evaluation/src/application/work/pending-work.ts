import { localDateOf } from '@jiangong/calendar';
import { reaches, reachOf, type Role } from '@jiangong/access';
import type { CallContext, WorkItem } from '@jiangong/service-host';
import { upheldAppeals } from '../../domain/appeal/pending.ts';
import { meetingGroundOf } from '../../domain/meeting/ground.ts';
import { awaitedOf } from '../../domain/meeting/standing.ts';
import { paperBoxGroundOf } from '../../domain/paper-box/ground.ts';
import { standingOf, waitingOf } from '../../domain/paper-box/state.ts';
import type { Candidate } from '../../domain/round/holders.ts';
import { isClosed, isPrepared, type PreparedRound } from '../../domain/round/state.ts';
import { callerIn } from '../change-checklist.ts';
import type { Evaluation } from '../evaluation.ts';
import { answersOf } from '../fact-answers.ts';
import { readPaperBoxes } from '../read-paper-box.ts';
import { about, type RoundLine, type WorkAsker, type WorkKind } from './round-line.ts';

/**
 * A round with a result over which nothing was made known yet, whose rules ask facts or of which an appeal was upheld; or one that is open or
 * closed and counts papers.
 */
export type PendingLine = Pick<
  RoundLine,
  'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn' | 'organizationPath' | 'decideBy' | 'concerned'
>;

type Counted = Readonly<{ done: number; total: number }>;

/**
 * What such a round waits for, which only its rule book knows: `facts` as far as the caller may answer them, `papers` by entry and as far as two
 * persons have counted them, `boxes` once all is counted and the vote is over.
 */
export type Pending = Readonly<{
  line: PendingLine;
  appeals: Counted;
  facts: Counted;
  papers: Counted;
  boxes: Counted;
  /** Meetings at which something is voted on paper: those to be written down, and what the caller may attest. */
  records: Counted;
  attests: Counted;
}>;

const NOTHING: Counted = { done: 0, total: 0 };

const meetingsOf = (round: PreparedRound, person: Candidate, now: string): Pick<Pending, 'records' | 'attests'> => {
  const { records, attests } = awaitedOf(round, meetingGroundOf(round, person), localDateOf(now));
  return { records: { done: 0, total: records }, attests: { done: 0, total: attests } };
};

/** Counting comes first: what is counted is opened. */
const papersOf = async (
  evaluation: Evaluation,
  round: PreparedRound,
  person: Candidate,
  now: string,
): Promise<Pick<Pending, 'papers' | 'boxes'>> => {
  const found = (await readPaperBoxes(evaluation, round)).flatMap(({ poll, box }) => {
    const { hindrance, isTeller, isOver, entries } = paperBoxGroundOf(round, poll.source.id, person, now);
    if (hindrance !== null || !isTeller || box.opened !== null) return [];
    const counted = entries.filter(
      ({ entryId }) => standingOf(box, entryId) !== undefined && waitingOf(box, entryId) === undefined,
    );
    return [{ done: counted.length, total: entries.length, isOver }];
  });
  return {
    papers: {
      done: found.reduce((sum, { done }) => sum + done, 0),
      total: found.reduce((sum, { total }) => sum + total, 0),
    },
    boxes: { done: 0, total: found.filter(({ done, total, isOver }) => done === total && isOver).length },
  };
};

const NOTHING_AWAITED = {
  ...{ appeals: NOTHING, facts: NOTHING, papers: NOTHING, boxes: NOTHING, records: NOTHING, attests: NOTHING },
};

export const pendingIn =
  (evaluation: Evaluation) =>
  async (line: PendingLine, call: CallContext): Promise<Pending> => {
    const { round } = await evaluation.readRound(line.roundId);
    if (!isPrepared(round)) return { line, ...NOTHING_AWAITED };
    const person = await callerIn(evaluation, round, call);
    const papers = { ...(await papersOf(evaluation, round, person, call.now)), ...meetingsOf(round, person, call.now) };
    if (!isClosed(round)) return { line, appeals: NOTHING, facts: NOTHING, ...papers };
    const { met, all } = upheldAppeals(round);
    const { answered, asked } = answersOf(round, person);
    return { line, appeals: { done: met, total: all }, facts: { done: answered, total: asked }, ...papers };
  };

const KINDS: readonly Readonly<{
  kind: WorkKind;
  of: 'appeals' | 'facts' | 'papers' | 'boxes' | 'records' | 'attests';
  action: string;
  roles: readonly Role[];
}>[] = [
  { kind: 'follow-upheld-appeals', of: 'appeals', action: 'round.tally', roles: ['committee-officer'] },
  { kind: 'look-up-facts', of: 'facts', action: 'fact.answer', roles: ['committee-officer', 'discipline-inspector'] },
  {
    kind: 'count-papers',
    of: 'papers',
    action: 'paper-box.count',
    roles: ['committee-officer', 'discipline-inspector'],
  },
  { kind: 'record-meeting', of: 'records', action: 'meeting.record', roles: ['committee-officer'] },
  { kind: 'attest-meeting', of: 'attests', action: 'meeting.attest', roles: ['committee-leader'] },
  { kind: 'open-paper-box', of: 'boxes', action: 'paper-box.count', roles: ['committee-officer'] },
];

/**
 * What holds up a result, a decision or its circular: papers until they are counted and opened, an upheld appeal until it is followed, and what
 * rules of awards ask until it is answered. Papers are due when the vote ends, which their page says.
 */
export const pendingWork = (found: readonly Pending[], { personId, grants, now }: WorkAsker): readonly WorkItem[] =>
  KINDS.flatMap(({ kind, of, action, roles }) =>
    roles.flatMap((role) => {
      const reach = reachOf({ subject: { kind: 'person', personId }, grants, action, roles: [role], now });
      return found
        .filter((one) => one[of].done < one[of].total && reaches(reach, one.line))
        .map(({ line, ...counted }) => ({ kind, role, ...about(line), dueAt: line.decideBy, ...counted[of] }));
    }),
  );
