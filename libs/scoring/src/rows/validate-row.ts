import type { JsonReader } from '../json-reader.ts';
import { ID_PATTERN } from '../ids.ts';
import { phaseLimits as limits, WEIGHT_WHOLE } from './phase-limits.ts';
import {
  type Operation,
  operationNames,
  type Reduction,
  type Row,
  type TakeBonus,
  type TakeChecklist,
  type TakePanel,
  type Weight,
} from './phase.ts';
import type { Source } from './source.ts';
import { readTakenQuestions } from './validate-ballot.ts';

/** What stands above a row: only that may be read. */
export type Known = Readonly<{
  sources: readonly Source[];
  /** Earlier phases. */
  phases: readonly string[];
  /** Earlier rows of this phase. */
  rows: readonly Row[];
}>;

type Json = Readonly<Record<string, unknown>>;
type Place = Readonly<{ read: JsonReader; path: string; json: Json; known: Known }>;

const amount = { min: 0, max: limits.amountMax };
const positive = { min: 1, max: limits.amountMax };

const rowAbove = ({ read, path, known }: Place, value: unknown, key: string): string => {
  const where = `${path}.${key}`;
  const id = read.id(value, where, ID_PATTERN);
  if (id !== '' && !known.rows.some((row) => row.id === id)) read.fault(where, 'is no row above');
  return id;
};

const rowsAbove = (place: Place, key: string, min: number): readonly string[] => {
  const { read, path, json } = place;
  const rows = read
    .list(json[key], `${path}.${key}`, { min, max: limits.rowsMax })
    .map((row, at) => rowAbove(place, row, `${key}[${at}]`));
  read.unique(rows, `${path}.${key}`);
  return rows;
};

export const readWeights = (
  read: JsonReader,
  value: unknown,
  path: string,
  rowOf: (row: unknown, key: string) => string,
): readonly Weight[] => {
  const weights = read.list(value, path, { min: 1, max: limits.rowsMax }).map((weight, at) => {
    const one = read.object(weight, `${path}[${at}]`, ['row', 'weight']);
    return {
      row: rowOf(one['row'], `[${at}].row`),
      weight: read.integer(one['weight'], `${path}[${at}].weight`, { min: 1, max: WEIGHT_WHOLE }),
    };
  });
  read.unique(
    weights.map(({ row }) => row),
    path,
  );
  return weights;
};

const readReduction = ({ read, path: above, json: outer }: Place): Reduction => {
  const path = `${above}.reduce`;
  const json = read.object(outer['reduce'], path, ['how', 'high', 'low', 'trim', 'recusal']);
  const how = read.oneOf(json['how'], `${path}.how`, ['mean', 'trimmed', 'pooled']);
  if (how === 'trimmed')
    return {
      how,
      high: read.integer(json['high'], `${path}.high`, { min: 0, max: limits.dropMax }),
      low: read.integer(json['low'], `${path}.low`, { min: 0, max: limits.dropMax }),
      trim: read.oneOf(json['trim'], `${path}.trim`, ['sheets', 'criteria']),
      recusal: read.oneOf(json['recusal'], `${path}.recusal`, ['first', 'last']),
    };
  for (const key of ['high', 'low', 'trim', 'recusal'])
    if (json[key] !== undefined) read.fault(`${path}.${key}`, 'is only for a trimmed mean');
  return { how };
};

const readTakePanel = (place: Place): TakePanel => {
  const { read, path, json, known } = place;
  const sourceId = read.id(json['source'], `${path}.source`, ID_PATTERN);
  const source = known.sources.find(({ id }) => id === sourceId);
  if (source?.kind !== 'panel') read.fault(`${path}.source`, 'is no panel of these sources');
  const offered = source?.kind === 'panel' ? source.criteria.map(({ id }) => id) : undefined;
  const criteria = read
    .list(json['criteria'], `${path}.criteria`, { min: 1, max: limits.criteriaMax })
    .map((criterion, at) => {
      const id = read.id(criterion, `${path}.criteria[${at}]`, ID_PATTERN);
      if (offered?.includes(id) === false) read.fault(`${path}.criteria[${at}]`, 'is no criterion of this source');
      return id;
    });
  read.unique(criteria, `${path}.criteria`);
  const reduce = readReduction(place);
  const least = read.integer(json['least'], `${path}.least`, { min: 1, max: limits.panelMax });
  if (reduce.how === 'trimmed' && least <= reduce.high + reduce.low)
    read.fault(`${path}.least`, 'must be more than what is dropped, or nothing would be left to average');
  const missing = read.oneOf(json['missing'], `${path}.missing`, ['leave-out', 'zero', 'refuse']);
  return { op: 'take-panel', source: sourceId, criteria, reduce, least, missing };
};

const readTakeChecklist = (place: Place): TakeChecklist => {
  const { read, path, json, known } = place;
  const sourceId = read.id(json['source'], `${path}.source`, ID_PATTERN);
  const source = known.sources.find(({ id }) => id === sourceId);
  if (source?.kind !== 'checklist') read.fault(`${path}.source`, 'is no check-list of these sources');
  const offered = source?.kind === 'checklist' ? source : undefined;
  const view = read.id(json['view'], `${path}.view`, ID_PATTERN);
  if (offered !== undefined && view !== 'last' && !(view === 'self' ? offered.self : offered.reviews.includes(view)))
    read.fault(`${path}.view`, 'is nobody who marks this check-list');
  const areas = read.list(json['areas'], `${path}.areas`, { min: 1, max: limits.areasMax }).map((area, at) => {
    const where = `${path}.areas[${at}]`;
    const one = read.object(area, where, ['area', 'periods', 'least']);
    const id = read.id(one['area'], `${where}.area`, ID_PATTERN);
    if (offered?.areas.some((known_) => known_.id === id) === false)
      read.fault(`${where}.area`, 'is no area of this source');
    const periods = read.integer(one['periods'], `${where}.periods`, { min: 1, max: limits.periodsMax });
    return { area: id, periods, least: read.integer(one['least'], `${where}.least`, { min: 1, max: periods }) };
  });
  read.unique(
    areas.map(({ area }) => area),
    `${path}.areas`,
  );
  const unscored = read.oneOf(json['unscored'], `${path}.unscored`, ['full', 'zero', 'leave-out', 'refuse']);
  return { op: 'take-checklist', source: sourceId, view, unscored, areas };
};

const readTakeBonus = ({ read, path, json, known }: Place): TakeBonus => {
  const sourceId = read.id(json['source'], `${path}.source`, ID_PATTERN);
  const source = known.sources.find(({ id }) => id === sourceId);
  if (source?.kind !== 'bonus') read.fault(`${path}.source`, 'is no bonus of these sources');
  const offered = source?.kind === 'bonus' ? source.groups.map(({ id }) => id) : undefined;
  const groups = read.list(json['groups'], `${path}.groups`, { min: 1, max: limits.areasMax }).map((group, at) => {
    const id = read.id(group, `${path}.groups[${at}]`, ID_PATTERN);
    if (offered?.includes(id) === false) read.fault(`${path}.groups[${at}]`, 'is no group of this source');
    return id;
  });
  read.unique(groups, `${path}.groups`);
  return { op: 'take-bonus', source: sourceId, groups };
};

const readTakeBallot = ({ read, path, json, known }: Place): Operation => {
  const sourceId = read.id(json['source'], `${path}.source`, ID_PATTERN);
  const source = known.sources.find(({ id }) => id === sourceId);
  if (source?.kind !== 'ballot') read.fault(`${path}.source`, 'is no ballot of these sources');
  const asked = source?.kind === 'ballot' ? source : {};
  const taken = readTakenQuestions(read, json['questions'], `${path}.questions`, asked);
  return { op: 'take-ballot', source: sourceId, ...taken };
};

const readTakeMeasure = ({ read, path, json, known }: Place): Operation => {
  const source = read.id(json['source'], `${path}.source`, ID_PATTERN);
  if (known.sources.find(({ id }) => id === source)?.kind !== 'measure')
    read.fault(`${path}.source`, 'is no measure of these sources');
  return {
    op: 'take-measure',
    source,
    attempts: read.oneOf(json['attempts'], `${path}.attempts`, ['best', 'last', 'sum']),
  };
};

const readCarry = ({ read, path, json, known }: Place): Operation => {
  const phase = read.id(json['phase'], `${path}.phase`, ID_PATTERN);
  if (!known.phases.includes(phase)) read.fault(`${path}.phase`, 'is no phase above');
  return {
    op: 'carry',
    phase,
    across: read.oneOf(json['across'], `${path}.across`, ['mean', 'sum', 'best', 'last']),
    least: read.integer(json['least'], `${path}.least`, { min: 1, max: limits.periodsMax }),
  };
};

const readSum = (place: Place): Operation => {
  const of = rowsAbove(place, 'of', 1);
  const minus = rowsAbove(place, 'minus', 0);
  if (minus.some((row) => of.includes(row))) place.read.fault(`${place.path}.minus`, 'must not be added, too');
  return { op: 'sum', of, minus };
};

const readWeigh = (place: Place): Operation => {
  const { read, path, json } = place;
  const weights = readWeights(read, json['weights'], `${path}.weights`, (row, key) =>
    rowAbove(place, row, `weights${key}`),
  );
  if (weights.reduce((sum, { weight }) => sum + weight, 0) !== WEIGHT_WHOLE)
    read.fault(`${path}.weights`, `must add up to ${WEIGHT_WHOLE}`);
  return { op: 'weigh', weights };
};

const readClamp = (place: Place): Operation => {
  const { read, path, json } = place;
  const floor = json['floor'] === undefined ? {} : { floor: read.integer(json['floor'], `${path}.floor`, amount) };
  const cap = json['cap'] === undefined ? {} : { cap: read.integer(json['cap'], `${path}.cap`, amount) };
  if (json['floor'] === undefined && json['cap'] === undefined) read.fault(path, 'must have a floor or a cap');
  if ((floor.floor ?? 0) > (cap.cap ?? Infinity)) read.fault(`${path}.cap`, 'must not lie below the floor');
  return { op: 'clamp', of: rowAbove(place, json['of'], 'of'), ...floor, ...cap };
};

const readBands = (place: Place): Operation => {
  const { read, path, json } = place;
  const when = read.oneOf(json['when'], `${path}.when`, ['at-least', 'at-most']);
  const bands = read.list(json['bands'], `${path}.bands`, { min: 1, max: limits.bandsMax }).map((band, at) => {
    const where = `${path}.bands[${at}]`;
    const one = read.object(band, where, ['limit', 'points']);
    return {
      limit: read.integer(one['limit'], `${where}.limit`, amount),
      points: read.integer(one['points'], `${where}.points`, amount),
    };
  });
  bands.forEach(({ limit }, at) => {
    const before = bands[at - 1]?.limit;
    if (before !== undefined && (when === 'at-least' ? limit >= before : limit <= before))
      read.fault(`${path}.bands[${at}].limit`, 'must be further from the best than the one before it');
  });
  const otherwise = read.integer(json['else'], `${path}.else`, amount);
  return { op: 'bands', of: rowAbove(place, json['of'], 'of'), when, bands, else: otherwise };
};

const readers: Readonly<
  Record<Operation['op'], Readonly<{ keys: readonly string[]; read: (place: Place) => Operation }>>
> = {
  'take-panel': { keys: ['source', 'criteria', 'reduce', 'least', 'missing'], read: readTakePanel },
  'take-checklist': { keys: ['source', 'view', 'unscored', 'areas'], read: readTakeChecklist },
  'take-bonus': { keys: ['source', 'groups'], read: readTakeBonus },
  'take-ballot': { keys: ['source', 'questions'], read: readTakeBallot },
  'take-measure': { keys: ['source', 'attempts'], read: readTakeMeasure },
  carry: { keys: ['phase', 'across', 'least'], read: readCarry },
  sum: { keys: ['of', 'minus'], read: readSum },
  weigh: { keys: ['weights'], read: readWeigh },
  mean: { keys: ['of'], read: (place) => ({ op: 'mean', of: rowsAbove(place, 'of', 1) }) },
  best: { keys: ['of'], read: (place) => ({ op: 'best', of: rowsAbove(place, 'of', 1) }) },
  scale: {
    keys: ['of', 'from', 'to'],
    read: (place) => ({
      op: 'scale',
      of: rowAbove(place, place.json['of'], 'of'),
      from: place.read.integer(place.json['from'], `${place.path}.from`, positive),
      to: place.read.integer(place.json['to'], `${place.path}.to`, positive),
    }),
  },
  times: {
    keys: ['of', 'by'],
    read: (place) => ({
      op: 'times',
      of: rowAbove(place, place.json['of'], 'of'),
      by: rowAbove(place, place.json['by'], 'by'),
    }),
  },
  clamp: { keys: ['of', 'floor', 'cap'], read: readClamp },
  bands: { keys: ['of', 'when', 'bands', 'else'], read: readBands },
  round: {
    keys: ['of', 'decimals', 'how'],
    read: (place) => ({
      op: 'round',
      of: rowAbove(place, place.json['of'], 'of'),
      decimals: place.read.integer(place.json['decimals'], `${place.path}.decimals`, {
        min: 0,
        max: limits.decimalsMax,
      }),
      how: place.read.oneOf(place.json['how'], `${place.path}.how`, ['half-even', 'half-up', 'down']),
    }),
  },
};

export const readRow = (read: JsonReader, value: unknown, path: string, known: Known): Row => {
  const { op: given } = typeof value === 'object' && value !== null ? (value as { op?: unknown }) : {};
  const op = read.oneOf(given, `${path}.op`, operationNames);
  const { keys, read: readOperation } = readers[op];
  const json = read.object(value, path, ['id', 'absent', 'op', ...keys]);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    absent: read.oneOf(json['absent'], `${path}.absent`, ['refuse', 'unranked', 'zero', 'leave-out']),
    ...readOperation({ read, path, json, known }),
  };
};
