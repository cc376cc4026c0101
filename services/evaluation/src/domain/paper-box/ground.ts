import { attendanceAt } from '../meeting/standing.ts';
import { correctingOf, entryGroundOf, type EntryHindrance } from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { isBeforeStages } from '../round/stages.ts';
import { entriesIn, isClosed, type PreparedRound, type Round } from '../round/state.ts';
import { papersOf } from './picked-papers.ts';
import type { PaperPoll } from './poll.ts';

/** Why nothing at all happens to this box now. */
export type PaperBoxHindrance = EntryHindrance | 'NO_PAPER_BOX' | 'STAGE_NOT_YOURS_NOW';

/** Roles in which somebody counts papers. */
export const TELLER_ROLES: readonly string[] = ['committee-officer', 'discipline-inspector', 'unit-officer'];

/** What a box must know of its round, of the entries that are judged, and of the caller as he stands now. */
export type PaperBoxGround = Readonly<{
  /** Why nobody counts now: papers are counted from the first day of the vote on, until the box is opened. */
  hindrance: PaperBoxHindrance | null;
  poll: PaperPoll | null;
  /** Whether the caller may count at all. */
  isTeller: boolean;
  /** Whether the vote is over, so that the box may be opened. */
  isOver: boolean;
  /** How many may be handed a paper: those at the meeting on record, nobody before one is; null: it is voted at no such meeting. */
  attendance: number | null;
  /** Names that are picked from one paper stand together; none where each entry is given a level. */
  papers: readonly (readonly string[])[];
  /** Those that are judged; `own`: the caller is one of those who are voted on, or speaks for them. */
  entries: readonly Readonly<{ entryId: string; own: boolean }>[];
}>;

/** The polls of a round's phase that are held on paper. */
export const paperPollsOf = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): readonly PaperPoll[] => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  const taken = new Set(rows.flatMap((row) => (row.op === 'take-ballot' ? [row.source] : [])));
  return (tables.ballots ?? []).flatMap((rules) => {
    const source = tables.sources.find(({ id }) => id === rules.sourceId);
    return rules.box === true && source?.kind === 'ballot' && taken.has(source.id) ? [{ source, rules }] : [];
  });
};

const nothing = (hindrance: PaperBoxHindrance): PaperBoxGround => ({
  ...{ hindrance, poll: null, isTeller: false, isOver: false, attendance: null, papers: [], entries: [] },
});

export const paperBoxGroundOf = (round: Round, sourceId: string, person: Candidate, now: string): PaperBoxGround => {
  if (round.kind === 'absent') return nothing('ROUND_NOT_FOUND');
  const poll = paperPollsOf(round).find(({ source }) => source.id === sourceId);
  if (poll === undefined) return nothing('NO_PAPER_BOX');
  return {
    hindrance: correctingOf(round) ?? (isBeforeStages(round, poll.rules.who, now) ? 'STAGE_NOT_YOURS_NOW' : null),
    poll,
    isTeller: person.grants.some(({ role, stands }) => stands !== 'elsewhere' && TELLER_ROLES.includes(role)),
    isOver: isClosed(round),
    attendance: attendanceAt(round, sourceId),
    papers: papersOf(poll, entriesIn(round)),
    entries: entriesIn(round).map((entry) => ({
      entryId: entry.entryId,
      own: entryGroundOf(round, entry, person).isSubject,
    })),
  };
};
