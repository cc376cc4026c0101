import { randomBytes } from 'node:crypto';
import { blindToken, unblind } from '../../../../services/evaluation/test/voter.ts';
import { inParallel } from '../../demo/play/in-parallel.ts';
import type { PlayedEdition, StageDays, Token } from '../edition.ts';
import { findRound } from './scoring.ts';

type Box = Readonly<{
  boxId: string;
  publicKey: string;
  opens: boolean;
  fullMost: number | null;
  entries: readonly Readonly<{ entryId: string }>[];
  groups: readonly Readonly<{ electorate: string }>[];
}>;
type Ballot = Readonly<{
  ballotId: string;
  roundId: string;
  sourceId: string;
  levels: readonly Readonly<{ level: string }>[];
  questions: readonly Readonly<{ question: string }>[];
  isOnPapers: boolean;
  boxes: readonly Box[];
}>;
type Signed = Readonly<{ signatures: readonly Readonly<{ boxId: string; blindSignature: string }>[] }>;

/** One answer: an entry, the place of its question and that of the level. */
type Answer = Readonly<{ entryId: string; question: number; level: number }>;

const SERIAL_BYTES = 16;
/** How far luck takes a vote from what an entry deserves. */
const NOISE = 30;

const votersIn = (edition: PlayedEdition, stage: StageDays): readonly string[] => {
  const roles = edition.rolesOf(stage);
  return edition.play.world.people
    .filter(({ grants }) => grants.some(({ role }) => roles.includes(role)))
    .map(({ code }) => code);
};

const ballotsOf = async (edition: PlayedEdition, by: string, roundId: string): Promise<readonly Ballot[]> =>
  (await edition.get<{ items: readonly Ballot[] }>(by, '/v1/my-ballots')).items.filter(
    (ballot) => ballot.roundId === roundId,
  );

const keptOf = (by: string, { ballotId }: Ballot): string => `${ballotId} ${by}`;

/** On the first day of its stage everybody who has a vote collects his tokens, signed in. */
export const collect = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const roundId = await findRound(edition, stage.phase ?? '');
  await inParallel(votersIn(edition, stage), async (by) => {
    for (const ballot of await ballotsOf(edition, by, roundId)) {
      const kept = await Promise.all(ballot.boxes.map(blindToken));
      const { signatures } = await edition.order<Signed>(by, `/v1/rounds/${roundId}/ballot-tokens`, {
        sourceId: ballot.sourceId,
        requests: kept.map(({ boxId, blinded }) => ({ boxId, blinded })),
      });
      const tokens = kept.map(async (one): Promise<Token> => {
        const signed = signatures.find(({ boxId }) => boxId === one.boxId);
        return { ...one, signature: await unblind(one, signed?.blindSignature ?? '') };
      });
      edition.tokens.set(keptOf(by, ballot), await Promise.all(tokens));
    }
  });
};

/** What somebody makes of what a box asks of him: a good entry is given good levels, and no more of the best than a paper may hold. */
const chosenBy = (edition: PlayedEdition, by: string, { levels, questions, sourceId }: Ballot, box: Box) => {
  let best = 0;
  return edition
    .inOrder(box.entries, ({ entryId }) => entryId)
    .flatMap(({ entryId }) => {
      const { standing = 0 } = edition.entries.find((one) => one.entryId === entryId) ?? {};
      const dice = edition.dice(`vote ${sourceId} ${by} ${edition.nameOf(entryId)}`);
      return (questions.length === 0 ? [''] : questions).map((_, question): Answer => {
        const off = Math.min(99, Math.max(0, 100 - standing + dice.between(-NOISE, NOISE)));
        const wished = Math.floor((off * levels.length) / 100);
        const level = wished === 0 && best >= (box.fullMost ?? Infinity) ? 1 : wished;
        if (level === 0) best += 1;
        return { entryId, question, level };
      });
    });
};

const bodyOf = ({ levels, questions, isOnPapers }: Ballot, answers: readonly Answer[]) => {
  const levelOf = ({ level }: Answer): string => levels[level]?.level ?? '';
  if (!isOnPapers) return { level: answers.map(levelOf).join() };
  return {
    marks: answers.map((answer) => ({
      ...{ entryId: answer.entryId, level: levelOf(answer) },
      ...(questions.length === 0 ? {} : { question: questions[answer.question]?.question ?? '' }),
      serial: randomBytes(SERIAL_BYTES).toString('base64url'),
    })),
  };
};

/** The sources that a box counts in: of several electorates each has its own, and of joined ones all have the same count. */
const tablesOf = ({ compiled }: PlayedEdition, { sourceId }: Ballot, { groups }: Box): readonly string[] => {
  const source = compiled.sources.find(({ id }) => id === sourceId);
  if (source?.kind !== 'ballot' || groups.length === 0) return [sourceId];
  return source.filling.electorates
    .filter(({ id }) => groups.some(({ electorate }) => electorate === id))
    .map(({ table }) => table);
};

/** On its last day, when boxes have long opened, all of them vote: each box by itself, in nobody's name. */
export const vote = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const roundId = edition.round(stage.phase ?? '');
  const { play } = edition;
  const part = edition.partOf(stage.phase);
  const told = part === undefined ? {} : { phase: part };
  await inParallel(votersIn(edition, stage), async (by) => {
    for (const ballot of await ballotsOf(edition, by, roundId))
      for (const { boxId, token, signature } of edition.tokens.get(keptOf(by, ballot)) ?? []) {
        const box = ballot.boxes.find((one) => one.boxId === boxId);
        if (box?.opens !== true) continue;
        const answers = chosenBy(edition, by, ballot, box);
        await play.public.order({
          path: `/v1/public/ballots/${ballot.ballotId}`,
          key: edition.key(`ballot ${token}`),
          body: { boxId, token, signature, ...bodyOf(ballot, answers) },
        });
        const levels = ballot.levels.length;
        for (const sourceId of tablesOf(edition, ballot, box))
          for (const { entryId, question, level } of answers)
            edition.filled.votes.push({ ...told, sourceId, entryId, place: question * levels + level });
      }
  });
};
