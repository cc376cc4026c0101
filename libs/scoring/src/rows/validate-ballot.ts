import { ID_PATTERN } from '../ids.ts';
import type { JsonReader } from '../json-reader.ts';
import { phaseLimits as limits, WEIGHT_WHOLE } from './phase-limits.ts';
import type { BallotSource } from './source.ts';

/** A group of fewer voters would tell how its members voted. */
export const VOTERS_LEAST = 5;

export const readBallotSource = (read: JsonReader, value: unknown, path: string): BallotSource => {
  const json = read.object(value, path, ['id', 'kind', 'levels', 'turnout', 'least']);
  const levels = read.list(json['levels'], `${path}.levels`, { min: 2, max: limits.bandsMax }).map((level, at) => {
    const where = `${path}.levels[${at}]`;
    const one = read.object(level, where, ['id', 'points']);
    return {
      id: read.text(one['id'], `${where}.id`, limits.textCharsMax),
      points: read.integer(one['points'], `${where}.points`, { min: 0, max: limits.pointsMaxOfArea }),
    };
  });
  read.unique(
    levels.map(({ id }) => id),
    `${path}.levels`,
  );
  levels.forEach(({ points }, at) => {
    if (points >= (levels[at - 1]?.points ?? Infinity))
      read.fault(`${path}.levels[${at}].points`, 'must be lower than the one before it');
  });
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    kind: 'ballot',
    levels,
    turnout: read.integer(json['turnout'], `${path}.turnout`, { min: 0, max: WEIGHT_WHOLE }),
    least: read.integer(json['least'], `${path}.least`, { min: VOTERS_LEAST, max: limits.leastVotersMax }),
  };
};
