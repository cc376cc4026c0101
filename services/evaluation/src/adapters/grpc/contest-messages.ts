import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/contest_service';
import type { PanelCriterion, PanelSource } from '@jiangong/scoring';
import type { MyTurn } from '../../application/hand-in-marks.ts';
import type { ShownContest } from '../../application/show-contest.ts';
import { isStageAlone } from '../../domain/contest/contest-of.ts';
import type { PreparedRound } from '../../domain/round/state.ts';
import type { LevelNames, Seating } from '../../domain/round/tables.ts';
import { isRunning } from '../../domain/round/state.ts';
import { statusOf } from './round-messages.ts';

export const contestMessage = (
  round: PreparedRound,
  { rules, contest, onStage, next, lastShown, entries }: ShownContest,
): rpc.GetContestResponse => {
  const { programme, phases } = round.tables;
  return {
    roundId: round.roundId,
    editionId: round.editionId,
    titleZh: programme.nameZh,
    titleEn: programme.nameEn,
    phase: round.phase,
    standing: statusOf(round),
    closesAt: isRunning(round) ? round.closesAt : (round.window?.closesAt ?? ''),
    byLot: rules.order === 'drawn',
    atOnce: rules.shown === 'at-once',
    stageAlone: isStageAlone(round),
    decimals: phases.find(({ id }) => id === round.phase)?.decimals ?? 0,
    commitment: contest.commitment ?? '',
    draws: contest.draws.map(({ reason, ...draw }) => ({ ...draw, reason: reason ?? '' })),
    onStage,
    next,
    lastShown,
    entries: entries.map(({ entry, score, ...shown }) => ({
      ...{ entryId: entry.entryId, title: entry.title, homeId: entry.homeId },
      ...shown,
      score: score ?? undefined,
    })),
  };
};

/** A factor counts from 0 to 1 in hundredths. */
const COEFFICIENT_MAX = 100;

const stepped = (lowest: number, highest: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((highest - lowest) / step) + 1 }, (_, at) => lowest + at * step);

type Offered = Pick<rpc.TurnMark, 'choices' | 'step' | 'choiceWords' | 'choiceWordsEn'>;

const points = (hundredths: number): string => String(hundredths / 100);

/** Numbers are the same in both languages. */
const inBoth = (words: string[]) => ({ choiceWords: words, choiceWordsEn: words });

const offered = ({ scale }: PanelCriterion, levels: LevelNames[string] = {}): Offered => {
  switch (scale.kind) {
    case 'step':
      return { choices: [], step: scale.step, ...inBoth([]) };
    case 'ranges': {
      const choices = scale.ranges.flatMap(([lowest, highest]) => stepped(lowest, highest, scale.step));
      return { choices, step: scale.step, ...inBoth(choices.map(points)) };
    }
    case 'bands':
      return { choices: scale.bands.map((_, at) => at), step: 1, ...inBoth(scale.bands.map(points)) };
    case 'levels':
      return {
        ...{ choices: scale.levels.map((_, at) => at), step: 1 },
        choiceWords: scale.levels.map(({ id }) => levels[id]?.[0] ?? id),
        choiceWordsEn: scale.levels.map(({ id }) => levels[id]?.[1] ?? id),
      };
  }
};

const markMessage = (
  { marks }: PanelSource,
  criterion: PanelCriterion,
  { names, levelNames = {} }: Pick<Seating, 'names' | 'levelNames'>,
): rpc.TurnMark => {
  const [nameZh = criterion.id, nameEn = criterion.id] = names[criterion.id] ?? [];
  const { choices, step, choiceWords, choiceWordsEn } = offered(criterion, levelNames[criterion.id]);
  return {
    criterionId: criterion.id,
    nameZh,
    nameEn,
    markMax: marks === 'coefficient' ? COEFFICIENT_MAX : criterion.points,
    choices: [...choices],
    step,
    choiceWords: [...choiceWords],
    choiceWordsEn: [...choiceWordsEn],
  };
};

const NOBODY: rpc.GetMyTurnResponse = {
  entryId: '',
  title: '',
  hindrance: '',
  recused: '',
  handedIn: false,
  handedInAt: '',
  hash: '',
  marks: [],
};

export const myTurnMessage = (round: PreparedRound, turn: MyTurn | undefined): rpc.GetMyTurnResponse => {
  if (turn === undefined) return NOBODY;
  const { entryId, title, submitted } = turn;
  const { hindrance, entries, source, sourceId } = turn.round;
  const seating = round.tables.seating.find((one) => one.sourceId === sourceId) ?? { names: {} };
  return {
    entryId,
    title,
    hindrance: hindrance ?? '',
    recused: entries[0]?.recused ?? '',
    handedIn: submitted !== null,
    handedInAt: submitted?.at ?? '',
    hash: submitted?.hash ?? '',
    marks: source === null ? [] : source.criteria.map((criterion) => markMessage(source, criterion, seating)),
  };
};
