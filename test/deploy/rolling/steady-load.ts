import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpAnswer } from '../../journeys/demo/http/http-client.ts';
import type { Small } from '../cluster/small-committee.ts';

/** Clients that ask at the same time, each one question or order after the other. */
export const CLIENTS = 4;

/** Between an answer and the next question of one client: people think, and the machine has other work. */
const PAUSE_MS = 150;

/** An order whose events must stand in the log exactly once. */
export type Acknowledged = Readonly<{ key: string; eventIds: readonly string[] }>;

export type Failure = Readonly<{ atMs: number; what: string; why: string }>;

export type LoadReport = {
  orders: number;
  questions: number;
  readonly acknowledged: Acknowledged[];
  /** Everything that was not answered as it would have been without any change: a lost connection, 429, any 5xx, an order refused. */
  readonly failures: Failure[];
  readonly tookMs: number[];
};

type Receipt = Readonly<{ receipt?: { events?: readonly { eventId: string }[] } }>;

/** The orders and questions of the load, in turn. Every service is asked something; entries are limited in number, so none is planned. */
const turns = ({ committee, edition, entry, secretary, officer }: Small) => {
  let count = 0;
  const named = (what: string): string => `${what}${(count += 1)}（演练）`;
  return [
    {
      by: officer,
      path: '/v1/organizations',
      body: () => ({
        parentId: committee,
        kind: 'unit',
        nameZh: named('单位'),
        nameEn: 'A unit of the rehearsal',
        code: '',
      }),
    },
    { by: officer, path: `/v1/entries?organizationId=${committee}&editionId=${edition}` },
    { by: officer, path: '/v1/people', body: () => ({ organizationId: committee, name: named('人员') }) },
    { by: officer, path: `/v1/organizations/${committee}` },
    { by: officer, path: `/v1/rounds?editionId=${edition}` },
    { by: secretary, path: `/v1/entries/${entry}` },
    { by: officer, path: '/v1/me' },
    { by: officer, path: '/v1/inbox' },
  ] as const;
};

/** Asks without rest until it is ended; nothing is ever sent twice. */
export const startLoad = (small: Small, nowMs: () => number): { report: LoadReport; end: () => Promise<void> } => {
  const report: LoadReport = { orders: 0, questions: 0, acknowledged: [], failures: [], tookMs: [] };
  let going = true;
  const fail = (what: string, why: string): void => void report.failures.push({ atMs: nowMs(), what, why });
  const judge = (what: string, key: string | undefined, answer: HttpAnswer): void => {
    if (answer.status >= 300) return fail(what, `${answer.status} ${answer.body.toString('utf8').slice(0, 300)}`);
    if (key === undefined) return;
    const { receipt } = JSON.parse(answer.body.toString('utf8')) as Receipt;
    report.acknowledged.push({ key, eventIds: (receipt?.events ?? []).map(({ eventId }) => eventId) });
  };
  const client = async (first: number): Promise<void> => {
    const asked = turns(small);
    for (let n = first; going; n++) {
      const turn = asked[n % asked.length] as (typeof asked)[number];
      const key = 'body' in turn ? randomUUID() : undefined;
      const what = `${key === undefined ? 'GET' : 'POST'} ${turn.path}`;
      const started = performance.now();
      try {
        judge(
          what,
          key,
          await small.send(
            turn.by,
            turn.path,
            key === undefined ? undefined : { key, body: 'body' in turn ? turn.body() : {} },
          ),
        );
      } catch (error) {
        fail(what, (error as Error).message);
      }
      report.tookMs.push(performance.now() - started);
      if (key === undefined) report.questions += 1;
      else report.orders += 1;
      await wait(PAUSE_MS);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
  return {
    report,
    end: async () => {
      going = false;
      await clients;
    },
  };
};
