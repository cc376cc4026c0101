import { z } from 'zod';

/** Who asks, as far as a route may know it. Rights are decided by the services, not here. */
export type RouteCaller = Readonly<{ kind: 'person' | 'anonymous'; personId: string | null }>;

export type RouteInput<P, Q, B> = Readonly<{ params: P; query: Q; body: B; caller: RouteCaller }>;

/** A request as it came. */
export type RawInput = Readonly<{ params: unknown; query: unknown; body: unknown; caller: RouteCaller }>;

/** Which part of the request a field stands in; the problem names the field without it. */
export class InvalidInput extends Error {
  readonly part: 'params' | 'query' | 'body';
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(part: 'params' | 'query' | 'body', issues: readonly z.core.$ZodIssue[]) {
    super(`invalid ${part}`);
    this.name = 'InvalidInput';
    this.part = part;
    this.issues = issues;
  }
}

/** The schema of what a route takes none of. */
export const nothing = z.strictObject({});

const checked = <T extends z.ZodType>(part: 'params' | 'query' | 'body', schema: T, value: unknown): z.output<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(part, parsed.error.issues);
};

/** An order none of whose fields has to be said may come without a body, or with `{}`. */
export const mayBeEmpty = (body: z.ZodType | undefined): boolean => body === undefined || body.safeParse({}).success;

/** A request's parts as its route declares them. Throws `InvalidInput`. */
export const inputOf = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  declared: Readonly<{ params?: P; query?: Q; body?: B }>,
  raw: RawInput,
): RouteInput<z.output<P>, z.output<Q>, z.output<B>> => ({
  params: checked('params', (declared.params ?? nothing) as P, raw.params),
  query: checked('query', (declared.query ?? nothing) as Q, raw.query),
  body: checked('body', (declared.body ?? nothing) as B, mayBeEmpty(declared.body) ? (raw.body ?? {}) : raw.body),
  caller: raw.caller,
});
