import type { StoredEvent } from '@jiangong/event-store';
import type { GivenBallot } from '@jiangong/scoring';
import { paperBoxDecider } from '../domain/paper-box/decider.ts';
import type { PaperBoxFact } from '../domain/paper-box/facts.ts';
import { paperPollsOf } from '../domain/paper-box/ground.ts';
import type { PaperPoll } from '../domain/paper-box/poll.ts';
import type { PaperBox } from '../domain/paper-box/state.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { paperBoxCodec } from './paper-box-codec.ts';
import { paperBoxIdOf, paperBoxStream } from './streams.ts';

/** A box as it stands now, and how it came about. Prose stays sealed. */
export type PaperBoxRead = Readonly<{
  paperBoxId: string;
  poll: PaperPoll;
  box: PaperBox;
  read: readonly Readonly<{ event: StoredEvent; fact: PaperBoxFact }>[];
}>;

/** Every paper box of a round. */
export const readPaperBoxes = (
  { ground }: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
): Promise<readonly PaperBoxRead[]> =>
  Promise.all(
    paperPollsOf(round).map(async (poll) => {
      const paperBoxId = paperBoxIdOf(round.roundId, poll.source.id);
      const codec = paperBoxCodec(ground.privacy);
      const read = [];
      for (const event of await ground.store.readStream(paperBoxStream(paperBoxId)))
        read.push({ event, fact: await codec.fromStored(event) });
      const box = read.map(({ fact }) => fact).reduce(paperBoxDecider.evolve, paperBoxDecider.initial);
      return { paperBoxId, poll, box, read };
    }),
  );

/**
 * What the papers of a round came to, as a result reads them; undefined: it has no box; `waiting`: one is not opened yet. Nothing follows the
 * opening in its stream.
 */
export const countedOnPaper = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
): Promise<readonly GivenBallot[] | 'waiting' | undefined> => {
  const boxes = await readPaperBoxes(evaluation, round);
  if (boxes.length === 0) return undefined;
  if (boxes.some(({ box }) => box.opened === null)) return 'waiting';
  return boxes.flatMap(({ poll, box }) =>
    (box.opened ?? []).map(({ entryId, handedOut, cast, counts, why }) => ({
      ...{ sourceId: poll.source.id, entryId, issued: handedOut, cast, counts },
      ...(why === 'BOX_VOID' ? { void: true as const } : {}),
    })),
  );
};
