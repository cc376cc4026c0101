import { programmeLimits } from '../limits.ts';
import { distinctList, either, list, name, type Shape, word, wholeOrParameter } from '../shape/shape.ts';

export const ID = word('id');
/** [中文, English] */
export const NAME = name(programmeLimits.nameCharactersMax);
export const CODE = word('code');
export const DAY = word('day');

/** One word or a list of them. */
export const oneOrMany = <T>(of: Shape<T>, max: number): Shape<T | readonly T[]> =>
  either({ text: of, list: distinctList(of, { min: 1, max }) });

/** The list that one word or several stand for. */
export const manyOf = <T extends string>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

export const ids = (max: number, min = 0): Shape<readonly string[]> => distinctList(ID, { min, max });
export const count = (min: number, max: number) => wholeOrParameter({ min, max });
export const attachments = list(ID, { max: programmeLimits.attachmentsMax });

/** Hundredths of a point, from one hundredth on. */
export const POINTS_RANGE = { min: 1, max: programmeLimits.pointsMax * 100 };
/** Basis points. */
export const WHOLE_SHARE = { min: 0, max: 10_000 };
