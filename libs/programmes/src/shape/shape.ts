/**
 * The shape of a template as data: one description from which the reader, the defaults, the JSON Schema and the TypeScript
 * types all follow, so that none can say other than the others.
 */
export type Node =
  | Readonly<{ kind: 'text'; charactersMax: number }>
  | Readonly<{ kind: 'word'; form: WordForm }>
  | Readonly<{ kind: 'choice'; of: readonly string[] }>
  | Readonly<{ kind: 'flag' }>
  | Readonly<{ kind: 'whole'; min: number; max: number; parameter: boolean }>
  | Readonly<{ kind: 'decimal'; min: number; max: number; parameter: boolean }>
  | Readonly<{ kind: 'percent'; min: number; max: number; parameter: boolean }>
  | Readonly<{ kind: 'name'; charactersMax: number }>
  | Readonly<{ kind: 'list'; of: Shape<unknown>; min: number; max: number; distinct: boolean }>
  | Readonly<{ kind: 'map'; keys: WordForm | readonly string[]; of: Shape<unknown>; min: number; max: number }>
  | Readonly<{ kind: 'record'; fields: Fields }>
  | Readonly<{ kind: 'tagged'; on: string; variants: Readonly<Record<string, Shape<unknown>>> }>
  | Readonly<{ kind: 'keyed'; variants: Readonly<Record<string, Shape<unknown>>> }>
  | Readonly<{ kind: 'either'; text?: Shape<unknown>; list?: Shape<unknown>; map?: Shape<unknown> }>;

/** Forms of one word, each with its pattern in `word-forms.ts`. */
export type WordForm =
  | 'id'
  | 'parameter'
  | 'code'
  | 'day'
  | 'moment'
  | 'term'
  | 'ratio'
  | 'organizationKind'
  | 'level'
  | 'span'
  | 'idOrCode'
  | 'value'
  | 'constant';

/** The second member stands for the type alone; nothing is ever stored in it. */
export type Shape<T> = Readonly<{ node: Node; type?: T }>;
export type Optional<T> = Readonly<{ optional: Shape<T> }>;
export type Defaulted<T> = Readonly<{ shape: Shape<T>; byDefault: T }>;
export type Field = Shape<unknown> | Optional<unknown> | Defaulted<unknown>;
export type Fields = Readonly<Record<string, Field>>;

export type ValueOf<S> = S extends Shape<infer T> ? T : never;
type ValueOfField<F> =
  F extends Optional<infer T> ? T : F extends Defaulted<infer T> ? T : F extends Shape<infer T> ? T : never;
type OptionalKeys<F> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F];
export type RecordOf<F> = Readonly<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOfField<F[K]> } & { [K in OptionalKeys<F>]?: ValueOfField<F[K]> }
>;

/** Stands for a parameter of the edition: `$quota`. */
export type Parameter = `$${string}`;

type Size = Readonly<{ min?: number; max: number }>;
type Range = Readonly<{ min: number; max: number }>;

export const text = (charactersMax: number): Shape<string> => ({ node: { kind: 'text', charactersMax } });
export const word = (form: WordForm): Shape<string> => ({ node: { kind: 'word', form } });
export const choice = <const T extends readonly string[]>(...of: T): Shape<T[number]> => ({
  node: { kind: 'choice', of },
});
export const flag: Shape<boolean> = { node: { kind: 'flag' } };
export const whole = ({ min, max }: Range): Shape<number> => ({ node: { kind: 'whole', min, max, parameter: false } });
/** A whole number, or the parameter that gives it. */
export const wholeOrParameter = ({ min, max }: Range): Shape<number | Parameter> => ({
  node: { kind: 'whole', min, max, parameter: true },
});
/** At most two places; `min` and `max` in hundredths. The value is its shortest text. */
export const decimal = ({ min, max }: Range): Shape<string> => ({
  node: { kind: 'decimal', min, max, parameter: true },
});
/** `30%`, at most two places; `min` and `max` in basis points. The value is its shortest text. */
export const percent = ({ min, max }: Range): Shape<string> => ({
  node: { kind: 'percent', min, max, parameter: true },
});
/** `[中文, English]`. The English may hold commas: whatever follows the first is joined again. */
export const name = (charactersMax: number): Shape<readonly [zh: string, en: string]> => ({
  node: { kind: 'name', charactersMax },
});
export const list = <T>(of: Shape<T>, { min = 0, max }: Size): Shape<readonly T[]> => ({
  node: { kind: 'list', of, min, max, distinct: false },
});
/** A list in which nothing stands twice: neither two records of one id, nor two equal words. */
export const distinctList = <T>(of: Shape<T>, { min = 0, max }: Size): Shape<readonly T[]> => ({
  node: { kind: 'list', of, min, max, distinct: true },
});
export const map = <T>(
  keys: WordForm | readonly string[],
  of: Shape<T>,
  { min = 0, max }: Size,
): Shape<Readonly<Record<string, T>>> => ({ node: { kind: 'map', keys, of, min, max } });
export const record = <F extends Fields>(fields: F): Shape<RecordOf<F>> => ({ node: { kind: 'record', fields } });
/** One of several records, told apart by the word under `on`. */
export const tagged = <const V extends Readonly<Record<string, Shape<object>>>>(
  on: string,
  variants: V,
): Shape<ValueOf<V[keyof V]>> => ({ node: { kind: 'tagged', on, variants } });
/** One of several records, told apart by which of the names stands in it as a key. */
export const keyed = <const V extends Readonly<Record<string, Shape<object>>>>(
  variants: V,
): Shape<ValueOf<V[keyof V]>> => ({ node: { kind: 'keyed', variants } });
/** Told apart by what stands there: a text, a list or a map. */
export const either = <
  const V extends Readonly<{ text?: Shape<unknown>; list?: Shape<unknown>; map?: Shape<unknown> }>,
>(
  of: V,
): Shape<ValueOf<V[keyof V]>> => ({ node: { kind: 'either', ...of } });

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });
export const byDefault = <T>(shape: Shape<T>, value: T): Defaulted<T> => ({ shape, byDefault: value });

export const isOptional = (field: Field): field is Optional<unknown> => 'optional' in field;
export const isDefaulted = (field: Field): field is Defaulted<unknown> => 'byDefault' in field;
export const shapeOf = (field: Field): Shape<unknown> =>
  isOptional(field) ? field.optional : isDefaulted(field) ? field.shape : field;
