import type { StoredEvent } from '@jiangong/event-store';
import { checksOf } from '../domain/checklist/checks-of.ts';
import { checklistDecider } from '../domain/checklist/decider.ts';
import type { ChecklistFact } from '../domain/checklist/facts.ts';
import type { Checklist } from '../domain/checklist/state.ts';
import type { ReadChecklists } from '../domain/round/orders.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { entryStreams } from './entry-streams.ts';
import { checklistIdOf, checklistStream } from './streams.ts';

/** Until where the lists count: what one person found until the closing, what two persons corrected until a later place. */
type Until = Readonly<{ lastIndex: number; through: number }>;

const byTwo = ({ data }: StoredEvent): boolean =>
  typeof (data as Readonly<{ proposalId?: string | null }>).proposalId === 'string';

/** What one entry's list holds, as far as it counts. Nothing of it is prose: that stays sealed. */
const listUntil = (events: readonly StoredEvent[], { lastIndex, through }: Until): Checklist =>
  events
    .filter((event) => event.position <= lastIndex || (byTwo(event) && event.position <= through))
    .map(({ type, data }) => ({ type, data }) as ChecklistFact)
    .reduce(checklistDecider.evolve, checklistDecider.initial);

/** `closings`: the round's, the latest last; `through`: as far as an earlier reading went, else as far as there is anything. */
export const readChecklists = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
  at: Readonly<{ lastIndex: number; through?: number }>,
): Promise<ReadChecklists | undefined> => {
  if ((round.tables.checklists ?? []).length === 0) return undefined;
  const events = await entryStreams(evaluation, round, (entryId) =>
    checklistStream(checklistIdOf(round.roundId, entryId)),
  );
  const latest = Math.max(0, ...[...events.values()].map((each) => each.at(-1)?.position ?? 0));
  const through = at.through ?? latest;
  const lists = [...events].map(
    ([entryId, each]) => [entryId, listUntil(each, { lastIndex: at.lastIndex, through })] as const,
  );
  return { through, inputs: checksOf(new Map(lists), round) };
};
