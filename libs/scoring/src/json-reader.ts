/** What is wrong with a piece of JSON, and where: `path` is a JSON path such as `$.groups[1].weight`. */
export type JsonProblem = Readonly<{ path: string; problem: string }>;

/** More problems than this are not collected. */
export const JSON_PROBLEMS_MAX = 50;

type Json = Readonly<Record<string, unknown>>;

// Control characters, and the marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Reads unknown JSON piece by piece and collects every problem with its path instead of stopping at the first. */
export class JsonReader {
  readonly problems: JsonProblem[] = [];

  fault(path: string, problem: string): void {
    if (this.problems.length < JSON_PROBLEMS_MAX) this.problems.push({ path, problem });
  }

  /** An object with no other keys than the named ones. */
  object(value: unknown, path: string, keys: readonly string[]): Json {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(path, 'must be an object');
      return {};
    }
    for (const key of Object.keys(value)) if (!keys.includes(key)) this.fault(`${path}.${key}`, 'is not known');
    return value as Json;
  }

  list(value: unknown, path: string, size: Readonly<{ min: number; max: number }>): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.fault(path, 'must be a list');
      return [];
    }
    if (value.length < size.min || value.length > size.max) {
      this.fault(path, `must have ${size.min} to ${size.max} elements`);
      return [];
    }
    return value;
  }

  integer(value: unknown, path: string, range: Readonly<{ min: number; max: number }>): number {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < range.min || value > range.max) {
      this.fault(path, `must be an integer from ${range.min} to ${range.max}`);
      return range.min;
    }
    return value;
  }

  text(value: unknown, path: string, charsMax: number): string {
    if (typeof value !== 'string' || value.trim() === '' || value.length > charsMax) {
      this.fault(path, `must be a text of 1 to ${charsMax} characters`);
      return '';
    }
    if (UNPRINTABLE.test(value) || !value.isWellFormed()) this.fault(path, 'must not hold control characters');
    return value;
  }

  id(value: unknown, path: string, pattern: RegExp): string {
    if (typeof value !== 'string' || !pattern.test(value)) {
      this.fault(path, `must match ${pattern.source}`);
      return '';
    }
    return value;
  }

  oneOf<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fault(path, `must be one of ${choices.join(', ')}`);
    return found ?? (choices[0] as T);
  }

  unique(ids: readonly string[], path: string): void {
    if (new Set(ids).size !== ids.length) this.fault(path, 'must not name anything twice');
  }
}

export type Validated<T> =
  | Readonly<{ kind: 'valid'; value: T }>
  | Readonly<{ kind: 'invalid'; problems: readonly JsonProblem[] }>;
