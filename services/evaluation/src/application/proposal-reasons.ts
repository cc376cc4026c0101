import type { Evaluation } from './evaluation.ts';
import { openProse } from './prose-codec.ts';
import { roundStream } from './streams.ts';

/** Why each proposal of a round was made, by its id; erased reasons are absent. For a recorded read. */
export const proposalReasons = async (
  { ground }: Pick<Evaluation, 'ground'>,
  roundId: string,
): Promise<ReadonlyMap<string, string>> => {
  const events = await ground.store.readStream(roundStream(roundId));
  const found = new Map<string, string>();
  for (const event of events.filter(({ type }) => type === 'ActProposed.v1')) {
    const prose = await openProse<Readonly<{ why: string }>>(ground.privacy, event);
    if (prose) found.set((event.data as Readonly<{ proposalId: string }>).proposalId, prose.why);
  }
  return found;
};
