import type { Handled, OrderContext } from '@jiangong/event-store';
import { ballotDecider } from '../domain/ballot/decider.ts';
import type { BallotFact } from '../domain/ballot/facts.ts';
import type { BallotOrder } from '../domain/ballot/orders.ts';
import type { BallotRefusal, VoteCodeRefusal } from '../domain/ballot/refusals.ts';
import type { BallotRules } from '../domain/ballot/rules.ts';
import type { Ballot } from '../domain/ballot/state.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import { ballotCodec } from './ballot-codec.ts';
import type { BlindSignatures, WaitingBallots } from './ballot-ports.ts';
import type { Evaluation } from './evaluation.ts';
import { ballotStream } from './streams.ts';

/** The sources that a ballot's votes are counted in: of several electorates each has its own. */
const tablesOf = ({ sourceId, electorates }: BallotRules): readonly string[] =>
  electorates?.map(({ table }) => table) ?? [sourceId];

/** The electronic ballots that a round's phase reads: those that are held on paper are no matter of tokens. */
export const ballotRulesOf = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): readonly BallotRules[] => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  return (tables.ballots ?? []).filter(
    (rules) =>
      rules.box !== true && rows.some((row) => row.op === 'take-ballot' && tablesOf(rules).includes(row.source)),
  );
};

/** Of them the one that was asked for. */
export const ballotRulesIn = (
  round: Pick<PreparedRound, 'tables' | 'phase'>,
  sourceId: string,
): BallotRules | undefined => ballotRulesOf(round).find((rules) => rules.sourceId === sourceId);

/** A ballot as it stands in the log now; what is sealed stays sealed. */
export const readBallot = async ({ ground }: Pick<Evaluation, 'ground'>, ballotId: string): Promise<Ballot> =>
  (await ground.store.readStream(ballotStream(ballotId)))
    .map(({ type, data }) => ({ type, data }) as BallotFact)
    .reduce(ballotDecider.evolve, ballotDecider.initial);

/** Secret ballots bound to the log, to signatures and to where ballots wait. */
export const ballotsOf = (evaluation: Evaluation, signatures: BlindSignatures, waiting: WaitingBallots) => {
  const { ground } = evaluation;
  const codec = ballotCodec(ground.privacy);
  const handle = ground.handler(ballotDecider, codec);
  return {
    evaluation,
    signatures,
    waiting,
    read: (ballotId: string): Promise<Ballot> => readBallot(evaluation, ballotId),
    send: (
      ballotId: string,
      order: BallotOrder,
      sent: Readonly<{ body: unknown; context: OrderContext }>,
    ): Promise<Handled<BallotFact, BallotRefusal | VoteCodeRefusal>> =>
      handle({ stream: ballotStream(ballotId), order, ...sent }),
    /** By box; empty once they are destroyed. */
    privateKeys: async (ballotId: string): Promise<Readonly<Record<string, string>>> => {
      const events = await ground.store.readStream(ballotStream(ballotId));
      const set = events.find(({ type }) => type === 'BallotSet.v1');
      if (set === undefined) return {};
      const fact = (await codec.fromStored(set)) as Extract<BallotFact, { type: 'BallotSet.v1' }>;
      return fact.data.privateKeys === 'ERASED' ? {} : fact.data.privateKeys;
    },
  };
};

export type Ballots = ReturnType<typeof ballotsOf>;
