import type { ProjectedEvent } from '@jiangong/read-models';

/** What a context promises to others: a fact of `proto/jiangong/<context>/events/v1`, at its place in the log. */
export type PublicFact = Readonly<{
  /** The position of the private event it was translated from. */
  position: number;
  /** Its place among the facts of that event, from 0. */
  ordinal: number;
  /** With underscore, as in the proto package: `merit_projects`. */
  context: string;
  stream: string;
  revision: number;
  eventId: string;
  /** `merit_projects.ProjectDeclared.v1`. */
  type: string;
  /** Proto JSON. */
  data: unknown;
  occurredAt: string;
  correlationId: string;
  traceparent: string | null;
}>;

/** A producer's one translation of its private facts into public ones (decisions.md 7). Pure. */
export type Translator = Readonly<{
  context: string;
  streamPrefixes: readonly string[];
  /** A higher version translates everything again. From 1, which is the default. */
  version?: number;
  /** At most `FACTS_PER_EVENT_MAX` facts; `type` with its context. */
  translate(event: ProjectedEvent): readonly Readonly<{ type: string; data: unknown }>[];
}>;

/**
 * Reacts to public facts with orders. At least once: a fact may come again after a crash, so request ids derive from it
 * (`requestIdOf(`${name} ${fact.eventId} …`)`).
 */
export type ProcessManager = Readonly<{
  /** Unique in the service, kebab-case. */
  name: string;
  contexts: readonly string[];
  handle(fact: PublicFact): Promise<void>;
}>;

/** So many facts may follow from one event. */
export const FACTS_PER_EVENT_MAX = 100;

/** At most so many facts in one page of a read. */
export const READ_FACTS_MAX = 1_000;
