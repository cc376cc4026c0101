import { CloudEvent, Kafka } from 'cloudevents';
import type { PublicFact } from '../public-fact.ts';
import type { OutgoingRecord } from './broker.ts';
import { type Place, textOfPlace } from './place.ts';

/** A public fact with its data as the producer stored it: JSON text, which nobody on the way parses or writes anew. */
export type RelayedFact = Omit<PublicFact, 'data'> & Readonly<{ data: string }>;

/** The type of a watermark record: everything of the context up to a position stands before it in this partition. */
export const WATERMARK_TYPE = 'messaging.ContextComplete.v1';

export const sourceOf = (context: string): string => `/jiangong/${context}`;

/** Where a record stands in its partition: after which place, in which telling of the context's history. */
export type Chained = Readonly<{
  partition: number;
  /** The translator's version: a higher one tells everything again. */
  generation: number;
  /** The place of the last fact before this record in the partition. Null for none. */
  previous: Place | null;
}>;

/** CloudEvents in binary mode: an attribute a header, built and checked by the CloudEvents SDK. */
const headersOf = (event: CloudEvent<string>): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(Kafka.binary(event).headers as Record<string, unknown>))
    // The SDK lists absent attributes too, and the content type a second time under a name that the binding does not have.
    if (typeof value === 'string' && name !== 'ce_datacontenttype') headers[name] = value;
  return headers;
};

const chainOf = ({ generation, previous }: Chained): Record<string, string> => ({
  jggeneration: String(generation),
  ...(previous ? { jgprevious: textOfPlace(previous) } : {}),
});

export const recordOfFact = (fact: RelayedFact, chained: Chained): OutgoingRecord => ({
  partition: chained.partition,
  key: fact.stream,
  headers: headersOf(
    new CloudEvent<string>({
      id: `${fact.eventId}/${fact.ordinal}`,
      source: sourceOf(fact.context),
      type: fact.type,
      time: fact.occurredAt,
      subject: fact.stream,
      datacontenttype: 'application/json',
      ...(fact.traceparent === null ? {} : { traceparent: fact.traceparent }),
      jgposition: String(fact.position),
      jgordinal: String(fact.ordinal),
      jgrevision: String(fact.revision),
      jgcorrelation: fact.correlationId,
      ...chainOf(chained),
    }),
  ),
  value: fact.data,
});

/** @param sentAt UTC with milliseconds. */
export const recordOfWatermark = (
  { context, through, sentAt }: Readonly<{ context: string; through: number; sentAt: string }>,
  chained: Chained,
): OutgoingRecord => ({
  partition: chained.partition,
  key: null,
  headers: headersOf(
    new CloudEvent<string>({
      id: `${context}/${chained.generation}/${through}`,
      source: sourceOf(context),
      type: WATERMARK_TYPE,
      time: sentAt,
      datacontenttype: 'application/json',
      jgposition: String(through),
      ...chainOf(chained),
    }),
  ),
  value: JSON.stringify({ context, through }),
});
