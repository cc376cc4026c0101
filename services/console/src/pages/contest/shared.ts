import type { Schemas } from '../../api/client.ts';
import { nameIn } from '../../components/names.ts';

export type Contest = Schemas['Contest'];
export type ContestEntry = Contest['entries'][number];
export type Standing = ContestEntry['standing'];
export type DeskEntry = Schemas['ContestDesk']['entries'][number];

export const CONTEST_TOUCHES = [['contest'], ['rounds'], ['work']] as const;

export const entryIn = ({ entries }: Contest, entryId: string | null): ContestEntry | undefined =>
  entries.find((one) => one.entryId === entryId);

export const titleOf = ({ entryName, entryId }: ContestEntry): string => nameIn(entryName) ?? entryId;

/** What a score that is shown is: of the round, or, where other values count too, of the evaluators alone. */
export const scoreWord = ({ stageAlone }: Contest): 'contest.stageScore' | 'contest.score' =>
  stageAlone ? 'contest.stageScore' : 'contest.score';
