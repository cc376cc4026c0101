import type { Ground } from '@jiangong/service-host';
import { rollStream } from '../../application/streams.ts';
import type { RollKey } from '../../domain/roll/facts.ts';
import { keyOf } from '../../domain/roll/state.ts';
import { whyOf } from './kept-prose.ts';

/** Why somebody was last put on a roll or taken off it, by category and organization; read from the roll's own stream. */
export const reasonsOn = async (ground: Ground, editionId: string): Promise<ReadonlyMap<string, string>> => {
  const stored = (await ground.store.readStream(rollStream(editionId))).filter(
    ({ type }) => type === 'SubjectExcluded.v1' || type === 'SubjectIncluded.v1',
  );
  const reasons = await whyOf(ground.privacy)(stored);
  return new Map(stored.map(({ data }, at) => [keyOf(data as unknown as RollKey), reasons[at] ?? '']));
};
