import type { AppendResult } from './append-bench.ts';
import type { CommandResult } from './command-bench.ts';
import type { DeliveryResult } from './delivery-bench.ts';
import type { GrowthResult } from './growth-bench.ts';
import type { LoadResult } from './load-bench.ts';
import type { ReplayResult } from './replay-bench.ts';
import { atLeast, atMost, type Ratio } from './report.ts';
import type { StartResult } from './start-bench.ts';
import type { TallyResult } from './tally-bench.ts';

/** The ratios that can be told from the cases that ran: a peer that is not there leaves its rows out. */
export const appendRatios = (results: readonly AppendResult[]): readonly Ratio[] => {
  const find = (driver: string, clients: number, processes = 1): AppendResult | undefined =>
    results.find((result) => result.driver === driver && result.clients === clients && result.processes === processes);
  const ratios: Ratio[] = [];
  const against = (
    peer: AppendResult | undefined,
    ours: AppendResult | undefined,
    tell: (ours: AppendResult, peer: AppendResult) => Ratio,
  ): void => {
    if (ours && peer) ratios.push(tell(ours, peer));
  };
  const rate = (label: string, goal: number) => (ours: AppendResult, peer: AppendResult) =>
    atLeast(label, ours.perSecond / peer.perSecond, goal);
  const [pgbench, emmett] = [find('pgbench', 64), find('emmett', 64)];
  against(pgbench, find('ours', 64), rate('appends/s, 64 clients, to pgbench at 64', 1.6));
  against(find('raw', 64), find('ours', 64), rate('appends/s, 64 clients, to a raw insert from Node at 64', 1.6));
  against(emmett, find('ours', 64), rate('appends/s, 64 clients, to Emmett at 64', 8));
  against(pgbench, find('ours', 256), rate('appends/s, 256 clients, to pgbench at 64', 4));
  against(emmett, find('ours', 256), rate('appends/s, 256 clients, to Emmett at 64', 20));
  against(pgbench, find('ours', 64, 3), rate('appends/s, 64 clients in 3 processes, to pgbench at 64', 1.3));
  against(pgbench, find('ours', 64, 6), rate('appends/s, 64 clients in 6 processes, to pgbench at 64', 1));
  against(
    find('raw', 64, 6),
    find('ours', 64, 6),
    rate('appends/s, 64 clients in 6 processes, to a raw insert from 6 processes', 1),
  );
  against(
    find('emmett', 64, 6),
    find('ours', 64, 6),
    rate('appends/s, 64 clients in 6 processes, to Emmett from 6 processes', 8),
  );
  against(find('pgbench', 1), find('ours', 1), (ours, peer) =>
    atMost('append p50, 1 client, to pgbench at 1', ours.p50 / peer.p50, 1.4),
  );
  against(find('emmett', 1), find('ours', 1), (ours, peer) =>
    atMost('append p50, 1 client, to Emmett at 1', ours.p50 / peer.p50, 0.4),
  );
  against(pgbench, find('ours', 64), (ours, peer) =>
    atMost('append p99, 64 clients, to pgbench at 64', ours.p99 / peer.p99, 0.5),
  );
  against(emmett, find('ours', 64), (ours, peer) =>
    atMost('append p99, 64 clients, to Emmett at 64', ours.p99 / peer.p99, 0.1),
  );
  return ratios;
};

export const loadRatios = (results: readonly LoadResult[]): readonly Ratio[] => {
  const p50 = (driver: string, events: number): number =>
    results.find((result) => result.driver === driver && result.events === events)?.p50 ?? Number.NaN;
  return [
    atMost('load of 10 events, p50, to select 1', p50('ours', 10) / p50('select 1', 0), 2.5),
    atMost('load of 10 events, p50, to Emmett', p50('ours', 10) / p50('emmett', 10), 0.4),
    atMost('load of 100 events, p50, to Emmett', p50('ours', 100) / p50('emmett', 100), 0.2),
    atMost('load of 1000 events, p50, to Emmett', p50('ours', 1_000) / p50('emmett', 1_000), 0.15),
  ];
};

export const replayRatios = (results: readonly ReplayResult[]): readonly Ratio[] => {
  const rate = (driver: string): number => results.find((result) => result.driver === driver)?.perSecond ?? Number.NaN;
  return [
    atLeast(
      'replay, parsed and folded, to psql binary COPY',
      rate('ours, parsed and folded') / rate('psql binary COPY'),
      0.6,
    ),
    atLeast('replay, not parsed, to psql binary COPY', rate('ours, not parsed') / rate('psql binary COPY'), 1),
    atLeast('replay, parsed and folded, to Emmett', rate('ours, parsed and folded') / rate('emmett'), 150),
  ];
};

export const deliveryRatios = (results: readonly DeliveryResult[]): readonly Ratio[] => {
  const ours = results.filter(({ driver }) => driver === 'ours');
  const lag = (driver: string, perSecond: number): number =>
    results.find((result) => result.driver === driver && result.perSecond === perSecond)?.lagP50 ?? Number.NaN;
  return [
    atMost('lag after the acknowledgement at 20/s, p50 in ms', lag('ours', 20), 2),
    atMost('lag after the acknowledgement at 500/s, p50 in ms', lag('ours', 500), 2),
    atMost('lag at 20/s, p50, to Emmett', Math.max(0, lag('ours', 20)) / lag('emmett', 20), 1 / 200),
    atMost(
      'events missing at the reader',
      ours.reduce((sum, { missing }) => sum + missing, 0),
      0,
    ),
    atMost(
      'events delivered twice',
      ours.reduce((sum, { twice }) => sum + twice, 0),
      0,
    ),
  ];
};

export const commandRatios = (results: readonly CommandResult[]): readonly Ratio[] => {
  const find = (driver: CommandResult['driver'], clients: number): CommandResult | undefined =>
    results.find((result) => result.driver === driver && result.clients === clients);
  const ratio = (figure: 'perSecond' | 'p50', clients: number): number =>
    (find('whole command', clients)?.[figure] ?? Number.NaN) / (find('bare append', clients)?.[figure] ?? Number.NaN);
  return [
    atLeast('whole commands/s, 64 clients, to bare appends', ratio('perSecond', 64), 0.25),
    atMost('whole command p50, 1 client, to a bare append', ratio('p50', 1), 6),
  ];
};

export const tallyRatios = (results: readonly TallyResult[]): readonly Ratio[] => {
  const find = (what: string, engine: TallyResult['engine'] = 'rows'): TallyResult | undefined =>
    results.find((result) => result.what === what && result.engine === engine);
  const whole = find('whole');
  const grown = (figure: 'tallyMs' | 'peakMiB', half: string): number =>
    (whole?.[figure] ?? Number.NaN) / (find(half)?.[figure] ?? Number.NaN);
  const first = find('whole', 'scheme');
  return [
    atMost(
      'tally of 20 million numbers, to one JSON.parse of them',
      (whole?.tallyMs ?? Number.NaN) / (whole?.parseMs ?? Number.NaN),
      3,
    ),
    atMost('tally by rows, to the first edition', (whole?.tallyMs ?? Number.NaN) / (first?.tallyMs ?? Number.NaN), 1.1),
    atMost('tally time, entries doubled', grown('tallyMs', 'half the entries'), 2),
    atMost('tally time, evaluators doubled', grown('tallyMs', 'half the evaluators'), 2),
    atMost('peak memory, entries doubled', grown('peakMiB', 'half the entries'), 2),
    atMost('peak memory, evaluators doubled', grown('peakMiB', 'half the evaluators'), 2),
  ];
};

/** A whole that doubles may take twice the time; the load of one aggregate must not notice (a tenth is left to noise). */
export const growthRatios = (results: readonly GrowthResult[]): readonly Ratio[] =>
  results.map(({ what, once, twice }) =>
    atMost(`${what}, size doubled`, twice / once, what.startsWith('load of') ? 1.1 : 2),
  );

export const startRatios = (results: readonly StartResult[]): readonly Ratio[] =>
  results.flatMap(({ seconds, pssMiB }) => [
    atMost('seconds to ready on a used data directory', seconds, 10),
    atMost('PSS of the whole platform, MiB', pssMiB, 1_126),
  ]);
