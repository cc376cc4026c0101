import { JsonReader, type Validated } from '../../json-reader.ts';
import {
  type Aggregation,
  type Criterion,
  type EvaluatorGroup,
  type Scheme,
  schemeLimits as limits,
  type TieBreaker,
} from './scheme.ts';
import { ID_PATTERN } from '../../ids.ts';
import { WEIGHT_WHOLE } from '../../rows/phase-limits.ts';

const names = (read: JsonReader, json: Readonly<Record<string, unknown>>, path: string) => ({
  nameZh: read.text(json['nameZh'], `${path}.nameZh`, limits.nameCharsMax),
  nameEn: read.text(json['nameEn'], `${path}.nameEn`, limits.nameCharsMax),
});

const readCriterion = (read: JsonReader, value: unknown, path: string): Criterion => {
  const json = read.object(value, path, ['id', 'nameZh', 'nameEn', 'pointsMax', 'step', 'bands']);
  const pointsMax = read.integer(json['pointsMax'], `${path}.pointsMax`, { min: 1, max: limits.pointsMaxOfCriterion });
  const step = read.integer(json['step'], `${path}.step`, { min: 1, max: pointsMax });
  const criterion = { id: read.id(json['id'], `${path}.id`, ID_PATTERN), ...names(read, json, path), pointsMax, step };
  if (pointsMax % step !== 0) read.fault(`${path}.step`, 'must divide pointsMax');
  if (json['bands'] === undefined) return criterion;
  const bands = read
    .list(json['bands'], `${path}.bands`, { min: 2, max: limits.bandsMax })
    .map((band, at) => read.integer(band, `${path}.bands[${at}]`, { min: 0, max: pointsMax }));
  bands.forEach((band, at) => {
    const before = bands[at - 1];
    if (before !== undefined && band >= before)
      read.fault(`${path}.bands[${at}]`, 'must be lower than the band before it');
    if (band % step !== 0) read.fault(`${path}.bands[${at}]`, 'must be a multiple of step');
  });
  return { ...criterion, bands };
};

const readAggregation = (read: JsonReader, value: unknown, path: string): Aggregation => {
  const json = read.object(value, path, ['kind', 'dropHighest', 'dropLowest']);
  const kind = read.oneOf(json['kind'], `${path}.kind`, ['mean', 'trimmed-mean']);
  if (kind === 'mean') {
    for (const key of ['dropHighest', 'dropLowest'])
      if (json[key] !== undefined) read.fault(`${path}.${key}`, 'is only for a trimmed mean');
    return { kind };
  }
  return {
    kind,
    dropHighest: read.integer(json['dropHighest'], `${path}.dropHighest`, { min: 0, max: limits.dropMax }),
    dropLowest: read.integer(json['dropLowest'], `${path}.dropLowest`, { min: 0, max: limits.dropMax }),
  };
};

const GROUP_KEYS = [
  'id',
  'nameZh',
  'nameEn',
  'weight',
  'aggregation',
  'trimming',
  'panelMin',
  'belowPanelMin',
  'missingSheet',
];

const readGroup = (read: JsonReader, value: unknown, path: string): EvaluatorGroup => {
  const json = read.object(value, path, GROUP_KEYS);
  const aggregation = readAggregation(read, json['aggregation'], `${path}.aggregation`);
  const panelMin = read.integer(json['panelMin'], `${path}.panelMin`, { min: 1, max: limits.panelMax });
  if (aggregation.kind === 'trimmed-mean' && panelMin <= aggregation.dropHighest + aggregation.dropLowest)
    read.fault(`${path}.panelMin`, 'must be more than what is dropped, or nothing would be left to average');
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    ...names(read, json, path),
    weight: read.integer(json['weight'], `${path}.weight`, { min: 1, max: WEIGHT_WHOLE }),
    aggregation,
    trimming: read.oneOf(json['trimming'], `${path}.trimming`, ['after-recusal', 'before-recusal']),
    panelMin,
    belowPanelMin: read.oneOf(json['belowPanelMin'], `${path}.belowPanelMin`, ['refuse', 'unranked']),
    missingSheet: read.oneOf(json['missingSheet'], `${path}.missingSheet`, ['leave-out', 'zero', 'refuse']),
  };
};

type Known = Readonly<{ groupIds: readonly string[]; criterionIds: readonly string[] }>;

const readBreaker = (read: JsonReader, value: unknown, path: string): TieBreaker => {
  const json = read.object(value, path, ['by', 'groupId', 'criterionId']);
  const by = read.oneOf(json['by'], `${path}.by`, ['group', 'criterion']);
  const groupId = json['groupId'] === undefined ? undefined : read.id(json['groupId'], `${path}.groupId`, ID_PATTERN);
  if (by === 'group') {
    if (groupId === undefined) read.fault(`${path}.groupId`, 'is needed');
    if (json['criterionId'] !== undefined) read.fault(`${path}.criterionId`, 'is only for a criterion');
    return { by, groupId: groupId ?? '' };
  }
  const criterionId = read.id(json['criterionId'], `${path}.criterionId`, ID_PATTERN);
  return { by, criterionId, ...(groupId === undefined ? {} : { groupId }) };
};

const checkBreaker = (read: JsonReader, breaker: TieBreaker, path: string, known: Known): void => {
  if (breaker.groupId !== undefined && !known.groupIds.includes(breaker.groupId))
    read.fault(`${path}.groupId`, 'is no group of this scheme');
  if (breaker.by === 'criterion' && !known.criterionIds.includes(breaker.criterionId))
    read.fault(`${path}.criterionId`, 'is no criterion of this scheme');
};

const SCHEME_KEYS = ['schemeVersion', 'nameZh', 'nameEn', 'criteria', 'groups', 'ranking', 'decimals', 'ties'];

/** Turns unknown JSON into a scheme, or says everything that is wrong with it. */
export const validateScheme = (value: unknown): Validated<Scheme> => {
  const read = new JsonReader();
  const json = read.object(value, '$', SCHEME_KEYS);
  if (json['schemeVersion'] !== 1) read.fault('$.schemeVersion', 'must be 1');
  const criteria = read
    .list(json['criteria'], '$.criteria', { min: 1, max: limits.criteriaMax })
    .map((criterion, at) => readCriterion(read, criterion, `$.criteria[${at}]`));
  const groups = read
    .list(json['groups'], '$.groups', { min: 1, max: limits.groupsMax })
    .map((group, at) => readGroup(read, group, `$.groups[${at}]`));
  const known = { groupIds: groups.map(({ id }) => id), criterionIds: criteria.map(({ id }) => id) };
  read.unique(known.criterionIds, '$.criteria');
  read.unique(known.groupIds, '$.groups');
  if (groups.reduce((sum, { weight }) => sum + weight, 0) !== WEIGHT_WHOLE)
    read.fault('$.groups', `weights must add up to ${WEIGHT_WHOLE}`);
  const tieJson = read.object(json['ties'], '$.ties', ['breakers', 'then']);
  const breakers = read
    .list(tieJson['breakers'], '$.ties.breakers', { min: 0, max: limits.breakersMax })
    .map((breaker, at) => readBreaker(read, breaker, `$.ties.breakers[${at}]`));
  breakers.forEach((breaker, at) => checkBreaker(read, breaker, `$.ties.breakers[${at}]`, known));
  const scheme: Scheme = {
    schemeVersion: 1,
    ...names(read, json, '$'),
    criteria,
    groups,
    ranking: read.oneOf(json['ranking'], '$.ranking', ['exact', 'rounded']),
    decimals: read.integer(json['decimals'], '$.decimals', { min: 0, max: limits.decimalsMax }),
    ties: { breakers, then: read.oneOf(tieJson['then'], '$.ties.then', ['shared-rank', 'entry-id']) },
  };
  return read.problems.length === 0 ? { kind: 'valid', value: scheme } : { kind: 'invalid', problems: read.problems };
};
