import type { Projection } from '@jiangong/read-models';
import {
  jitteredBackoff,
  openReaderGroup,
  projectionReader,
  rebuildBeside,
  type ReaderGroup,
} from '@jiangong/read-models/postgres';
import type { OpenTransport } from '../fact-transport.ts';
import { followPublicFacts } from '../follow-public-facts.ts';
import { Frontier } from '../frontier.ts';
import { comparedProjection } from './compared-readers.ts';
import { processReader, refusingUndecodable } from './fact-events.ts';
import { logTransport } from './log-transport.ts';
import { runReaders } from './run-readers.ts';
import type { FactGroup, ReadersOptions, Running, ServiceReaders } from './running.ts';
import { translatorReader } from './translator-reader.ts';

const isLog = ({ source }: Projection): boolean => source.kind === 'log';

const contextsOf = (projections: readonly Projection[]): readonly string[] => [
  ...new Set(projections.flatMap(({ source }) => (source.kind === 'public-facts' ? source.contexts : []))),
];

const checkNames = ({ projections, processes = [] }: ReadersOptions): void => {
  const names = [
    ...projections.map(({ name }) => name),
    ...processes.map(({ name }) => `process/${name}`),
    'translator',
  ];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two readers are called ${twice}`);
};

const openGroups = async (
  options: ReadersOptions,
  abort: AbortController,
): Promise<Pick<Running, 'logGroup' | 'factProjections' | 'processes'>> => {
  const { pool, projections, translator, processes = [], log } = options;
  const parts = { pool, log, backoff: jitteredBackoff(options.random, abort.signal), signal: abort.signal };
  const logReaders = [
    ...projections.filter(isLog).map(projectionReader),
    ...(translator ? [translatorReader(translator)] : []),
  ];
  const ofFacts = projections.filter((projection) => !isLog(projection));
  const logGroup = await openReaderGroup({ ...parts, readers: logReaders });
  const factProjections = {
    contexts: contextsOf(ofFacts),
    group: await openReaderGroup({ ...parts, readers: ofFacts.map(projectionReader).map(refusingUndecodable) }),
  };
  const processGroups: FactGroup[] = [];
  for (const process of processes)
    processGroups.push({
      contexts: process.contexts,
      group: await openReaderGroup({ ...parts, readers: [refusingUndecodable(processReader(process))] }),
    });
  return { logGroup, factProjections, processes: processGroups };
};

/** The log has lost what a read model already holds: a backup older than the read models was restored. */
const checkNotAhead = (groups: readonly ReaderGroup[], head: number): void => {
  for (const { readers } of groups)
    for (const { reader, position } of readers)
      if (position > head)
        throw new Error(`${reader.name} has passed position ${position}, but the log ends at ${head}`);
};

/** The log is read from where nothing is unknown: of the own readers, and of every translator whose facts are awaited. */
const readFrom = async (running: Omit<Running, 'frontier'>, head: number): Promise<number> => {
  const awaited = [running.factProjections, ...running.processes].flatMap(({ contexts }) => contexts);
  const translated = Object.values(await running.facts.translated(awaited));
  return Math.min(head, running.logGroup.passed(), ...translated, await running.transport.earliest());
};

const openTransport = (options: ReadersOptions, contexts: readonly string[]): Promise<OpenTransport> => {
  const { pool, listener, store, log, now, random, translator, transport = logTransport } = options;
  return transport.open({ pool, listener, store, log, now, random, contexts, ...(translator ? { translator } : {}) });
};

/** What an earlier version has left is built anew beside it, before anything is taken and before anybody is answered from here. */
const rebuildOutdated = async (
  { pool, store, log, projections }: ReadersOptions,
  groups: readonly ReaderGroup[],
  { facts }: OpenTransport,
): Promise<void> => {
  for (const member of groups.flatMap(({ outdated }) => outdated)) {
    const projection = projections.find(({ name }) => name === member.reader.name);
    if (projection === undefined) throw new Error(`${member.reader.name} is no projection`);
    log.info({ reader: projection.name, version: projection.version }, 'built anew beside its earlier version');
    await rebuildBeside({ pool, log }, member, await comparedProjection(pool, { store, facts }, projection));
  }
};

/**
 * Starts everything that reads the log in this process: one reader of the log for its projections and its translator, one
 * of the public facts for projections over other contexts, one for each process manager. Creates and rebuilds tables first.
 */
export const startReaders = async (options: ReadersOptions): Promise<ServiceReaders> => {
  checkNames(options);
  const abort = new AbortController();
  const groups = await openGroups(options, abort);
  const head = await options.store.head();
  checkNotAhead([groups.logGroup, groups.factProjections.group, ...groups.processes.map(({ group }) => group)], head);
  const contexts = [groups.factProjections, ...groups.processes].flatMap((group) => group.contexts);
  const transport = await openTransport(options, [...new Set([...contexts, ...(options.followed ?? [])])]);
  await rebuildOutdated(options, [groups.logGroup, groups.factProjections.group], transport);
  const { facts } = transport;
  const from = await readFrom({ options, facts, transport, abort, ...groups }, head);
  const frontier = new Frontier(from);
  return runReaders({ options, facts, transport, frontier, abort, ...groups }, { from, head }, (request) =>
    followPublicFacts({ facts, frontier }, request),
  );
};
