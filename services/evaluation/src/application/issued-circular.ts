import type { CircularIssued } from '../domain/decision/taken-facts.ts';
import type { Decisions } from './decisions.ts';

/** The circular in force of a commended round or naming, as it stands in its stream. */
export const issuedCircular = async ({ ground }: Decisions, stream: string): Promise<CircularIssued['data']> => {
  const events = await ground.store.readStream(stream);
  const issued = events.findLast(({ type }) => type === 'CircularIssued.v1');
  if (issued === undefined) throw new Error(`${stream} is commended without a circular`);
  return issued.data as CircularIssued['data'];
};
