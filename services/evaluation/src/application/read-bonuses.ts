import type { StoredEvent } from '@jiangong/event-store';
import { bonusDecider } from '../domain/bonus/decider.ts';
import type { BonusFact } from '../domain/bonus/facts.ts';
import { grantedOf } from '../domain/bonus/granted-of.ts';
import type { Bonus } from '../domain/bonus/state.ts';
import type { ReadBonuses } from '../domain/round/orders.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { entryStreams } from './entry-streams.ts';
import { bonusIdOf, bonusStream } from './streams.ts';

/** Until where claims count: what one person decided until the first opening, what two persons settled until a later place. */
type Until = Readonly<{ first: number; through: number }>;

const VERDICTS: readonly string[] = ['ClaimDecided.v1', 'ClaimReconsidered.v1'] satisfies readonly BonusFact['type'][];

/** Whether one person judged alone, which nobody does once somebody could have seen an aggregate. */
const byOne = ({ type, data }: StoredEvent): boolean =>
  VERDICTS.includes(type) && (data as Readonly<{ proposalId: string | null }>).proposalId === null;

/** What one entry claims, as far as it counts. Nothing of it is prose: that stays sealed. */
const bonusUntil = (events: readonly StoredEvent[], { first, through }: Until): Bonus =>
  events
    .filter((event) => event.position <= (byOne(event) ? first : through))
    .map(({ type, data }) => ({ type, data }) as BonusFact)
    .reduce(bonusDecider.evolve, bonusDecider.initial);

/** `first`: as far as the first opening read; `through`: as far as an earlier reading went; else as far as there is anything. */
export const readBonuses = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
  at: Readonly<{ first?: number; through?: number }>,
): Promise<ReadBonuses | undefined> => {
  if ((round.tables.bonuses ?? []).length === 0) return undefined;
  const events = await entryStreams(evaluation, round, (entryId) => bonusStream(bonusIdOf(round.roundId, entryId)));
  const latest = Math.max(0, ...[...events.values()].map((each) => each.at(-1)?.position ?? 0));
  const through = at.through ?? latest;
  const until = { first: at.first ?? through, through };
  const bonuses = [...events].map(([entryId, each]) => [entryId, bonusUntil(each, until)] as const);
  return { through, ...grantedOf(new Map(bonuses)) };
};
