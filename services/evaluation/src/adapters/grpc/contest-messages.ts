import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/contest_service';
import type { PanelCriterion, PanelSource } from '@jiangong/scoring';
import type { MyTurn } from '../../application/hand-in-marks.ts';
import type { ShownContest } from '../../application/show-contest.ts';
import type { PreparedRound } from '../../domain/round/state.ts';
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

type Offered = Pick<rpc.TurnMark, 'choices' | 'step' | 'choiceWords'>;

const points = (hundredths: number): string => String(hundredths / 100);

const offered = ({ scale }: PanelCriterion): Offered => {
  switch (scale.kind) {
    case 'step':
      return { choices: [], step: scale.step, choiceWords: [] };
    case 'ranges': {
      const choices = scale.ranges.flatMap(([lowest, highest]) => stepped(lowest, highest, scale.step));
      return { choices, step: scale.step, choiceWords: choices.map(points) };
    }
    case 'bands':
      return { choices: scale.bands.map((_, at) => at), step: 1, choiceWords: scale.bands.map(points) };
    case 'levels':
      return { choices: scale.levels.map((_, at) => at), step: 1, choiceWords: scale.levels.map(({ id }) => id) };
  }
};

const markMessage = (
  { marks }: PanelSource,
  criterion: PanelCriterion,
  names: Readonly<Record<string, readonly [string, string]>>,
): rpc.TurnMark => {
  const [nameZh = criterion.id, nameEn = criterion.id] = names[criterion.id] ?? [];
  const { choices, step, choiceWords } = offered(criterion);
  return {
    criterionId: criterion.id,
    nameZh,
    nameEn,
    markMax: marks === 'coefficient' ? COEFFICIENT_MAX : criterion.points,
    choices: [...choices],
    step,
    choiceWords: [...choiceWords],
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
  const names = round.tables.seating.find((one) => one.sourceId === sourceId)?.names ?? {};
  return {
    entryId,
    title,
    hindrance: hindrance ?? '',
    recused: entries[0]?.recused ?? '',
    handedIn: submitted !== null,
    handedInAt: submitted?.at ?? '',
    hash: submitted?.hash ?? '',
    marks: source === null ? [] : source.criteria.map((criterion) => markMessage(source, criterion, names)),
  };
};
