import { ID_PATTERN } from '../ids.ts';
import type { JsonReader } from '../json-reader.ts';
import { phaseLimits as limits, WEIGHT_WHOLE } from './phase-limits.ts';
import type { BallotSource } from './source.ts';

/** A group of fewer voters would tell how its members voted. */
export const VOTERS_LEAST = 5;

const readQuestions = (read: JsonReader, value: unknown, path: string, min: number): readonly string[] => {
  const questions = read
    .list(value, path, { min, max: limits.questionsMax })
    .map((one, at) => read.id(one, `${path}[${at}]`, ID_PATTERN));
  read.unique(questions, path);
  return questions;
};

/** The questions that a row takes of a ballot: of one that has several some, or all; of one that has one it names none. */
export const readTakenQuestions = (
  read: JsonReader,
  value: unknown,
  path: string,
  { questions: asked }: Pick<BallotSource, 'questions'>,
): Readonly<{ questions?: readonly string[] }> => {
  if (asked === undefined) {
    if (value !== undefined) read.fault(path, 'is only for a ballot of several questions');
    return {};
  }
  const questions = readQuestions(read, value, path, 1);
  questions.forEach((one, at) => {
    if (!asked.includes(one)) read.fault(`${path}[${at}]`, 'is no question of this source');
  });
  return { questions };
};

export const readBallotSource = (read: JsonReader, value: unknown, path: string): BallotSource => {
  const json = read.object(value, path, ['id', 'kind', 'levels', 'questions', 'turnout', 'least']);
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
    ...(json['questions'] === undefined
      ? {}
      : { questions: readQuestions(read, json['questions'], `${path}.questions`, 2) }),
    turnout: read.integer(json['turnout'], `${path}.turnout`, { min: 0, max: WEIGHT_WHOLE }),
    least: read.integer(json['least'], `${path}.least`, { min: VOTERS_LEAST, max: limits.leastVotersMax }),
  };
};
