import type { CircularIssued } from '../domain/decision/taken-facts.ts';
import type { Decisions } from './decisions.ts';

/** The circular of a commended decision, as it stands in the stream of what was decided upon. */
export const issuedCircular = async (
  { ground }: Decisions,
  stream: string,
  decisionId: string,
): Promise<CircularIssued['data']> => {
  const events = await ground.store.readStream(stream);
  const issued = events.findLast(
    ({ type, data }) => type === 'CircularIssued.v1' && (data as CircularIssued['data']).decisionId === decisionId,
  );
  if (issued === undefined) throw new Error(`${stream} is commended without a circular`);
  return issued.data as CircularIssued['data'];
};
