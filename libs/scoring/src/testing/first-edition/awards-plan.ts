import { JsonReader } from '../../json-reader.ts';
import { ID_PATTERN } from '../../ids.ts';
import type { Validated } from '../../json-reader.ts';

/** How a ranking becomes awards, as data. Frozen together with the scheme. */
export type AwardsPlan = Readonly<{
  planVersion: 1;
  /** Outstanding Performance Awards, best grade first; each is given to the next `count` ranks. */
  grades: readonly Grade[];
  /** The grades whose entry leaders are named outstanding entry leaders. */
  leaderGrades: readonly string[];
  organizations: OrganizationRule;
}>;

export type Grade = Readonly<{ id: string; nameZh: string; nameEn: string; count: number }>;

/**
 * Awards for Excellent Organization. Units with at least `declaredMin` entries and `awardedMin` awarded ones are ordered
 * by awarded entries, then by entries of each grade (best first), then by their best rank; the first `countMax` places
 * are awarded. Units that are equal in all of it share a place, also at the end of the list.
 */
export type OrganizationRule = Readonly<{ countMax: number; declaredMin: number; awardedMin: number }>;

export const awardsPlanLimits = {
  gradesMax: 10,
  gradeCountMax: 200,
  awardsMax: 300,
  organizationsMax: 200,
  nameCharsMax: 50,
} as const;

/** The default where the source is silent (domain.md 4): three grades of 10, 20 and 30, leaders of the first grade, ten units. */
export const defaultAwardsPlan: AwardsPlan = {
  planVersion: 1,
  grades: [
    { id: 'first', nameZh: '一等奖', nameEn: 'First Prize', count: 10 },
    { id: 'second', nameZh: '二等奖', nameEn: 'Second Prize', count: 20 },
    { id: 'third', nameZh: '三等奖', nameEn: 'Third Prize', count: 30 },
  ],
  leaderGrades: ['first'],
  organizations: { countMax: 10, declaredMin: 1, awardedMin: 1 },
};

const readGrade = (read: JsonReader, value: unknown, path: string): Grade => {
  const json = read.object(value, path, ['id', 'nameZh', 'nameEn', 'count']);
  return {
    id: read.id(json['id'], `${path}.id`, ID_PATTERN),
    nameZh: read.text(json['nameZh'], `${path}.nameZh`, awardsPlanLimits.nameCharsMax),
    nameEn: read.text(json['nameEn'], `${path}.nameEn`, awardsPlanLimits.nameCharsMax),
    count: read.integer(json['count'], `${path}.count`, { min: 1, max: awardsPlanLimits.gradeCountMax }),
  };
};

/** Turns unknown JSON into a plan, or says everything that is wrong with it. */
export const validateAwardsPlan = (value: unknown): Validated<AwardsPlan> => {
  const read = new JsonReader();
  const json = read.object(value, '$', ['planVersion', 'grades', 'leaderGrades', 'organizations']);
  if (json['planVersion'] !== 1) read.fault('$.planVersion', 'must be 1');
  const grades = read
    .list(json['grades'], '$.grades', { min: 1, max: awardsPlanLimits.gradesMax })
    .map((grade, at) => readGrade(read, grade, `$.grades[${at}]`));
  const gradeIds = grades.map(({ id }) => id);
  read.unique(gradeIds, '$.grades');
  if (grades.reduce((sum, { count }) => sum + count, 0) > awardsPlanLimits.awardsMax)
    read.fault('$.grades', `must not give more than ${awardsPlanLimits.awardsMax} awards`);
  const leaderGrades = read
    .list(json['leaderGrades'], '$.leaderGrades', { min: 0, max: awardsPlanLimits.gradesMax })
    .map((grade, at) => read.id(grade, `$.leaderGrades[${at}]`, ID_PATTERN));
  read.unique(leaderGrades, '$.leaderGrades');
  leaderGrades.forEach((id, at) => {
    if (!gradeIds.includes(id)) read.fault(`$.leaderGrades[${at}]`, 'is no grade of this plan');
  });
  const rule = read.object(json['organizations'], '$.organizations', ['countMax', 'declaredMin', 'awardedMin']);
  const within = (key: string, min: number) =>
    read.integer(rule[key], `$.organizations.${key}`, { min, max: awardsPlanLimits.organizationsMax });
  const organizations = {
    countMax: within('countMax', 0),
    declaredMin: within('declaredMin', 1),
    awardedMin: within('awardedMin', 0),
  };
  if (read.problems.length > 0) return { kind: 'invalid', problems: read.problems };
  return { kind: 'valid', value: { planVersion: 1, grades, leaderGrades, organizations } };
};
