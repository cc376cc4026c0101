/**
 * A fact: something that became true, in the past tense, with its version (`ProjectDeclared.v1`).
 * `data` is JSON: strings, booleans, null, safe integers, arrays, objects. No floats: scores are integers in hundredths.
 */
export type Fact<T extends string = string, D = unknown> = Readonly<{ type: T; data: D }>;

/**
 * A reasoned no. `reason` is stable and SCREAMING_SNAKE; `field` is the order's field at fault, in the order's own
 * spelling; `details` are the numbers and ids a person needs to understand it. Never personal data.
 */
export type Refusal<R extends string = string> = Readonly<{
  reason: R;
  field?: string;
  details?: Readonly<Record<string, string | number>>;
}>;
