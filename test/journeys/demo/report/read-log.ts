import type { PersonaApi } from '../http/persona-api.ts';

/** An event as the audit API exports it: the hashed entry's fields, flat, with `position`, `hash` and `data`. */
export type LoggedEvent = Readonly<{
  position: number;
  hash: string;
  data: unknown;
  eventId: string;
  stream: string;
  revision: number;
  type: string;
  occurredAt: string;
  actor: Readonly<{ kind: string; id: string | null }>;
  correlationId: string;
  causationId: string | null;
  dataHash: string;
  prev: string | null;
}>;

const PAGE_EVENTS = 1_000;

/** The whole log in its order, up to where it ended when the reading began (each page is itself recorded as a read). */
export const readLog = async (auditor: PersonaApi): Promise<readonly LoggedEvent[]> => {
  const events: LoggedEvent[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (let after = 0; after < end;) {
    const page = await auditor.get<{ items: readonly LoggedEvent[]; through: number; head: number }>(
      `/v1/audit/export?after=${after}&pageSize=${PAGE_EVENTS}`,
    );
    if (end === Number.POSITIVE_INFINITY) end = page.head;
    events.push(...page.items.filter(({ position }) => position <= end));
    if (page.through <= after) throw new Error(`the export does not get beyond position ${after}`);
    after = page.through;
  }
  return events;
};

export const countsByType = (events: readonly LoggedEvent[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
};
