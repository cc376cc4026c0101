import type { JsonReader } from '../json-reader.ts';
import { ID_PATTERN } from '../ids.ts';
import { readBonusSource } from './validate-bonus.ts';
import { readBallotSource } from './validate-ballot.ts';
import { readChecklistSource } from './validate-checklist.ts';
import { COEFFICIENT_WHOLE, SHARE_WHOLE } from './mark-worth.ts';
import { phaseLimits as limits } from './phase-limits.ts';
import { type MarkScale, type PanelCriterion, type PanelSource, type Source, sourceKinds } from './source.ts';

type Place = Readonly<{ read: JsonReader; path: string; markMax: number }>;

const SCALE_KEYS = { step: ['step'], ranges: ['step', 'ranges'], bands: ['bands'], levels: ['levels'] } as const;

const readStep = ({ read, path, markMax }: Place, value: unknown): number => {
  const step = read.integer(value, `${path}.step`, { min: 1, max: markMax });
  if (markMax % step !== 0) read.fault(`${path}.step`, 'must divide the highest mark');
  return step;
};

const readRanges = (
  { read, path, markMax }: Place,
  value: unknown,
  step: number,
): Extract<MarkScale, { kind: 'ranges' }> => {
  const ranges = read.list(value, `${path}.ranges`, { min: 1, max: limits.bandsMax }).map((range, at) => {
    const where = `${path}.ranges[${at}]`;
    const [low = 0, high = 0] = read
      .list(range, where, { min: 2, max: 2 })
      .map((end, index) => read.integer(end, `${where}[${index}]`, { min: 0, max: markMax }));
    if (low > high) read.fault(where, 'must go from the lowest to the highest');
    if (low % step !== 0 || high % step !== 0) read.fault(where, 'must be of multiples of step');
    return [low, high] as const;
  });
  ranges.forEach(([, high], at) => {
    const [before] = ranges[at - 1] ?? [Infinity];
    if (high >= before) read.fault(`${path}.ranges[${at}]`, 'must lie below the range before it');
  });
  return { kind: 'ranges', step, ranges };
};

const descending = (read: JsonReader, values: readonly number[], path: string): void =>
  values.forEach((value, at) => {
    if (value >= (values[at - 1] ?? Infinity)) read.fault(`${path}[${at}]`, 'must be lower than the one before it');
  });

const readScale = (place: Place, value: unknown, points: number, marks: PanelSource['marks']): MarkScale => {
  const { read, path, markMax } = place;
  const kinds = Object.keys(SCALE_KEYS) as (keyof typeof SCALE_KEYS)[];
  const json = read.object(value, path, ['kind', 'step', 'ranges', 'bands', 'levels']);
  const kind = read.oneOf(json['kind'], `${path}.kind`, kinds);
  for (const key of Object.keys(json))
    if (key !== 'kind' && !(SCALE_KEYS[kind] as readonly string[]).includes(key))
      read.fault(`${path}.${key}`, `is not for ${kind}`);
  if (marks === 'coefficient' && (kind === 'bands' || kind === 'levels'))
    read.fault(`${path}.kind`, 'must be step or ranges where marks are coefficients');
  if (kind === 'bands') {
    const bands = read
      .list(json['bands'], `${path}.bands`, { min: 2, max: limits.bandsMax })
      .map((band, at) => read.integer(band, `${path}.bands[${at}]`, { min: 0, max: points }));
    descending(read, bands, `${path}.bands`);
    return { kind, bands };
  }
  if (kind === 'levels') {
    const levels = read.list(json['levels'], `${path}.levels`, { min: 2, max: limits.bandsMax }).map((level, at) => {
      const where = `${path}.levels[${at}]`;
      const one = read.object(level, where, ['id', 'share']);
      const share = read.integer(one['share'], `${where}.share`, { min: 0, max: SHARE_WHOLE });
      if ((points * share) % SHARE_WHOLE !== 0) read.fault(`${where}.share`, 'must give whole hundredths of a point');
      return { id: read.text(one['id'], `${where}.id`, limits.textCharsMax), share };
    });
    read.unique(
      levels.map(({ id }) => id),
      `${path}.levels`,
    );
    descending(
      read,
      levels.map(({ share }) => share),
      `${path}.levels`,
    );
    return { kind, levels };
  }
  const step = readStep({ read, path, markMax }, json['step']);
  if (marks === 'coefficient' && (points * step) % COEFFICIENT_WHOLE !== 0)
    read.fault(`${path}.step`, 'must give whole hundredths of a point');
  return kind === 'step' ? { kind, step } : readRanges(place, json['ranges'], step);
};

const readCriterion = (read: JsonReader, value: unknown, path: string, marks: PanelSource['marks']): PanelCriterion => {
  const json = read.object(value, path, ['id', 'points', 'scale']);
  const points = read.integer(json['points'], `${path}.points`, { min: 1, max: limits.pointsMaxOfCriterion });
  const markMax = marks === 'coefficient' ? COEFFICIENT_WHOLE : points;
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    points,
    scale: readScale({ read, path: `${path}.scale`, markMax }, json['scale'], points, marks),
  };
};

const readPanel = (read: JsonReader, value: unknown, path: string): PanelSource => {
  const json = read.object(value, path, ['id', 'kind', 'marks', 'criteria', 'pointsTotal']);
  const marks = read.oneOf(json['marks'], `${path}.marks`, ['points', 'coefficient']);
  const criteria = read
    .list(json['criteria'], `${path}.criteria`, { min: 1, max: limits.criteriaMax })
    .map((criterion, at) => readCriterion(read, criterion, `${path}.criteria[${at}]`, marks));
  read.unique(
    criteria.map(({ id }) => id),
    `${path}.criteria`,
  );
  const sum = criteria.reduce((all, { points }) => all + points, 0);
  if (json['pointsTotal'] !== sum) read.fault(`${path}.pointsTotal`, `must be what the criteria add up to, ${sum}`);
  return { id: read.id(json['id'], `${path}.id`, ID_PATTERN), kind: 'panel', marks, criteria, pointsTotal: sum };
};

export const readSource = (read: JsonReader, value: unknown, path: string): Source => {
  const { kind: given } = typeof value === 'object' && value !== null ? (value as { kind?: unknown }) : {};
  const kind = read.oneOf(given, `${path}.kind`, sourceKinds);
  if (kind === 'panel') return readPanel(read, value, path);
  if (kind === 'ballot') return readBallotSource(read, value, path);
  if (kind === 'checklist') return readChecklistSource(read, value, path);
  if (kind === 'bonus') return readBonusSource(read, value, path);
  const json = read.object(value, path, ['id', 'kind', 'better']);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    kind: 'measure',
    better: read.oneOf(json['better'], `${path}.better`, ['higher', 'lower']),
  };
};
