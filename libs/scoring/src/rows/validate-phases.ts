import { JsonReader } from '../json-reader.ts';
import { ID_PATTERN } from '../ids.ts';
import type { Validated } from '../json-reader.ts';
import { phaseLimits as limits } from './phase-limits.ts';
import type { Admission, Edge, Phase, PhaseTables, RankRule, Row, TieKey } from './phase.ts';
import { type Known, readRow, readWeights } from './validate-row.ts';
import { readSource } from './validate-source.ts';

const edges: readonly Edge[] = ['in', 'out', 'body'];

/** How equal ones across a limit are treated, of an admission or an outcome rule. */
export const readEdge = (
  read: JsonReader,
  json: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<{ edge: Edge; edgeMax?: number }> => {
  const edge = read.oneOf(json['edge'], `${path}.edge`, edges);
  if (json['edgeMax'] === undefined) return { edge };
  if (edge === 'out') read.fault(`${path}.edgeMax`, 'is not for an edge that is out');
  return { edge, edgeMax: read.integer(json['edgeMax'], `${path}.edgeMax`, { min: 0, max: limits.countMax }) };
};

const readAdmission = (read: JsonReader, value: unknown, path: string, above: readonly string[]): Admission => {
  const json = read.object(value, path, ['kind', 'phase', 'first', 'edge', 'edgeMax']);
  const kind = read.oneOf(json['kind'], `${path}.kind`, ['all', 'from']);
  if (kind === 'all') {
    for (const key of Object.keys(json)) if (key !== 'kind') read.fault(`${path}.${key}`, 'is not for all');
    return { kind };
  }
  const phase = read.id(json['phase'], `${path}.phase`, ID_PATTERN);
  if (!above.includes(phase)) read.fault(`${path}.phase`, 'is no phase above');
  const first = read.integer(json['first'], `${path}.first`, { min: 1, max: limits.countMax });
  return { kind, phase, first, ...readEdge(read, json, path) };
};

const readTie = (read: JsonReader, value: unknown, path: string, rows: readonly Row[]): TieKey => {
  const json = read.object(value, path, ['by', 'row', 'criterion', 'of', 'better']);
  const by = read.oneOf(json['by'], `${path}.by`, ['row', 'mark']);
  const better = read.oneOf(json['better'], `${path}.better`, ['higher', 'lower']);
  if (by === 'row') {
    for (const key of ['criterion', 'of'])
      if (json[key] !== undefined) read.fault(`${path}.${key}`, 'is not for a row');
    const row = read.id(json['row'], `${path}.row`, ID_PATTERN);
    if (!rows.some(({ id }) => id === row)) read.fault(`${path}.row`, 'is no row of this phase');
    return { by, row, better };
  }
  if (json['row'] !== undefined) read.fault(`${path}.row`, 'is not for a mark');
  const criterion = read.id(json['criterion'], `${path}.criterion`, ID_PATTERN);
  const of = readWeights(read, json['of'], `${path}.of`, (row_, key) => {
    const id = read.id(row_, `${path}.of${key}`, ID_PATTERN);
    const row = rows.find((one) => one.id === id);
    if (row?.op !== 'take-panel' || !row.criteria.includes(criterion))
      read.fault(`${path}.of${key}`, 'is no row that takes this criterion from a panel');
    return id;
  });
  return { by, criterion, of, better };
};

const readRank = (read: JsonReader, value: unknown, path: string, rows: readonly Row[]): RankRule => {
  const json = read.object(value, path, ['on', 'better', 'ties', 'then']);
  return {
    on: read.oneOf(json['on'], `${path}.on`, ['exact', 'rounded']),
    better: read.oneOf(json['better'], `${path}.better`, ['higher', 'lower']),
    ties: read
      .list(json['ties'], `${path}.ties`, { min: 0, max: limits.tiesMax })
      .map((tie, at) => readTie(read, tie, `${path}.ties[${at}]`, rows)),
    then: read.oneOf(json['then'], `${path}.then`, ['shared', 'draw', 'body']),
  };
};

const PHASE_KEYS = ['id', 'every', 'admits', 'within', 'rows', 'score', 'decimals', 'rank'];

const readPhase = (read: JsonReader, value: unknown, path: string, known: Omit<Known, 'rows'>): Phase => {
  const json = read.object(value, path, PHASE_KEYS);
  const rows: Row[] = [];
  read.list(json['rows'], `${path}.rows`, { min: 0, max: limits.rowsMax }).forEach((row, at) => {
    rows.push(readRow(read, row, `${path}.rows[${at}]`, { ...known, rows }));
  });
  read.unique(
    rows.map(({ id }) => id),
    `${path}.rows`,
  );
  if (rows.filter(({ op }) => op === 'times').length > limits.timesMax)
    read.fault(`${path}.rows`, `must not have more than ${limits.timesMax} rows of times`);
  // Without rows nobody is scored, and no row counts.
  const isList = rows.length === 0 && json['score'] === '';
  const score = isList ? '' : read.id(json['score'], `${path}.score`, ID_PATTERN);
  if (!isList && !rows.some(({ id }) => id === score)) read.fault(`${path}.score`, 'is no row of this phase');
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    ...(json['every'] === undefined ? {} : { every: read.id(json['every'], `${path}.every`, ID_PATTERN) }),
    admits: readAdmission(read, json['admits'], `${path}.admits`, known.phases),
    within: read.oneOf(json['within'], `${path}.within`, ['all', 'category', 'home']),
    rows,
    score,
    decimals: read.integer(json['decimals'], `${path}.decimals`, { min: 0, max: limits.decimalsMax }),
    rank: readRank(read, json['rank'], `${path}.rank`, rows),
  };
};

/** Turns unknown JSON into tables, or says everything that is wrong with it. */
export const validatePhases = (value: unknown): Validated<PhaseTables> => {
  const read = new JsonReader();
  const json = read.object(value, '$', ['tablesVersion', 'sources', 'phases']);
  if (json['tablesVersion'] !== 2) read.fault('$.tablesVersion', 'must be 2');
  const sources = read
    .list(json['sources'], '$.sources', { min: 0, max: limits.sourcesMax })
    .map((source, at) => readSource(read, source, `$.sources[${at}]`));
  read.unique(
    sources.map(({ id }) => id),
    '$.sources',
  );
  const phases: Phase[] = [];
  read.list(json['phases'], '$.phases', { min: 0, max: limits.phasesMax }).forEach((phase, at) => {
    const known = { sources, phases: phases.map(({ id }) => id) };
    phases.push(readPhase(read, phase, `$.phases[${at}]`, known));
  });
  read.unique(
    phases.map(({ id }) => id),
    '$.phases',
  );
  return read.problems.length === 0
    ? { kind: 'valid', value: { tablesVersion: 2, sources, phases } }
    : { kind: 'invalid', problems: read.problems };
};
