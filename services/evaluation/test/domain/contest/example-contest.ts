import type { ContestOrder } from '../../../src/domain/contest/orders.ts';
import type { ContestRules } from '../../../src/domain/contest/rules.ts';
import { commitmentOf } from '../../../src/domain/round/decide-tally.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { OpenedSheet } from '../../../src/domain/round/orders.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import {
  admit,
  assign,
  draw,
  INSPECTOR,
  NOW,
  OFFICE,
  prepare,
  setWindow,
  sheet,
  tablesOf,
} from '../round/example-round.ts';

export const JURY = ['expert-1', 'expert-2', 'expert-3'] as const;
export const LOT = '20211205';

const secretOf = (secret: string) => ({ secret, commitment: commitmentOf(secret) });
export const FIRST = secretOf('what the order is drawn from');
export const SECOND = secretOf('what it would be drawn from again');
export const THIRD = secretOf('and once more');

/** One panel of experts, whose mean is the score; two marks at least. */
export const contestTables = (rules: Partial<ContestRules> = {}): RoundTables => {
  const { sources, seating, phases, ...tables } = tablesOf();
  const [phase] = phases;
  if (phase === undefined) throw new Error('the example has no phase');
  const rows = phase.rows.filter(({ id }) => id === 'experts').map((row) => ({ ...row, least: 2 }));
  return {
    ...tables,
    sources: sources.filter(({ id }) => id === 'experts'),
    seating: seating.filter(({ sourceId }) => sourceId === 'experts'),
    phases: [{ ...phase, rows, score: 'experts' }],
    contests: [{ sourceId: 'experts', order: 'drawn', shown: 'at-once', ...rules }],
  };
};

export const openWith = (rules: Partial<ContestRules> = {}): readonly RoundOrder[] => [
  prepare(contestTables(rules)),
  admit('a'),
  admit('b'),
  admit('c'),
  assign(...JURY),
  setWindow(),
  { type: 'OpenRound', now: NOW, draw, order: FIRST },
];
export const opened = openWith();

type Sent<T extends ContestOrder['type']> = Omit<Extract<ContestOrder, { type: T }>, 'type' | 'now'>;
const sent = <T extends ContestOrder['type']>(type: T, order: Sent<T>): RoundOrder =>
  ({ type, now: NOW, ...order }) as unknown as RoundOrder;

export const drawing = (lot = LOT, secrets = { secret: FIRST.secret, next: SECOND }): RoundOrder =>
  sent('DrawOrder', { lot, secrets });
export const call = (name: string): RoundOrder => sent('CallEntry', { entryId: `entry-${name}` });
export const putOff = (name: string, reason = 'absent'): RoundOrder =>
  sent('PutOffEntry', { entryId: `entry-${name}`, reason });
export const closing = (name: string, handedIn: readonly string[] = JURY, reason = ''): RoundOrder =>
  sent('CloseEntry', { entryId: `entry-${name}`, reason, handedIn });
export const reopening = (name: string, seatIds: readonly string[], reason = 'connection-lost'): RoundOrder =>
  sent('ReopenEntry', { entryId: `entry-${name}`, seatIds, reason });

/** What one expert gave one entry in a turn of it. */
export const marked = (
  personId: string,
  name: string,
  total: readonly [number, number],
  over: Partial<OpenedSheet> = {},
): OpenedSheet => sheet(personId, { [name]: total }, { part: `entry-${name}.1`, hash: `${personId} ${name}`, ...over });

export const markedByAll = (name: string, effect: number): readonly OpenedSheet[] =>
  JURY.map((personId) => marked(personId, name, [3_000, effect]));

export const openMarks = (name: string, sheets: readonly OpenedSheet[]): RoundOrder =>
  sent('OpenMarks', { entryId: `entry-${name}`, sheets, carried: [] });
export const show = (name: string, sheets: readonly OpenedSheet[]): RoundOrder =>
  sent('ShowScore', { entryId: `entry-${name}`, sheets, carried: [] });
export const shown = (name: string, sheets: readonly OpenedSheet[]): readonly RoundOrder[] => [
  openMarks(name, sheets),
  show(name, sheets),
];
export const judged = (name: string): readonly RoundOrder[] => [call(name), closing(name)];

/** While the round is open: proposed by the office, carried out by discipline inspection. */
export const inSession = { office: OFFICE, inspector: INSPECTOR, now: NOW } as const;
