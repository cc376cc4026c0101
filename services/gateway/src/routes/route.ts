import { z } from 'zod';
import { nullsOf } from './absent-texts.ts';
import { type NamesIn, namesIn } from './naming/index.ts';
import { inputOf, nothing, type RawInput, type RouteInput } from './route-input.ts';

/** The services that the gateway speaks to: one channel each. */
export const serviceNames = [
  'organizations',
  'membership',
  'merit-projects',
  'evaluation',
  'notifications',
  'audit',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** One unary method as ts-proto generates it: `MeritProjectsServiceService.declareEntry`. */
export type UnaryRpc<Request, Response> = Readonly<{
  path: string;
  requestSerialize: (value: Request) => Buffer;
  responseDeserialize: (value: Buffer) => Response;
}>;

/** What one route needs from its surroundings; made for each request. */
export interface RouteOutlet {
  /** Sends the call with the caller's token, the request id, the deadline and what else belongs into metadata. */
  call<Request, Response>(service: ServiceName, rpc: UnaryRpc<Request, Response>, request: Request): Promise<Response>;
}

/** What a route answers. `revision` becomes the ETag, `position` moves the session's read-your-writes mark. */
export type RouteAnswer = Readonly<{ body: unknown; revision?: number; position?: number }>;

type Texts = Readonly<{ zh: string; en: string }>;

type Declared<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for each path parameter: `/v1/entries/{entryId}/declare`. */
  path: string;
  summary: Texts;
  tags: readonly string[];
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  /** 200 unless told; 201 for what founds something. */
  status?: 200 | 201 | 202 | 204;
  /** Open to callers without a session. */
  public?: boolean;
  /**
   * Who sends it must not be known: the call goes out as anonymous even when somebody is signed in, with a correlation and a trace of
   * its own that no other request of the sender shares. Only for public routes.
   */
  unlinkable?: boolean;
  /** `in`: the body is a file, not JSON; `out`: the answer is. For the gateway's own routes only. */
  file?: 'in' | 'out';
  /** The types that a file which goes out may have. */
  mediaTypes?: readonly string[];
  /** Statuses of its refusals beyond those that every route of its kind may answer (`documented-problems.ts`). */
  refuses?: readonly (410 | 415 | 422)[];
  /** Makes something new: without an `Idempotency-Key` a double click would make it twice (428). */
  founds?: true;
  /** Puts a whole text or record in the place of another: without `If-Match` the first of two writers would be lost (428). */
  replaces?: true;
  /**
   * The answer may be kept by the browser that asked, which asks again each time whether it still holds (304). Only for what says nothing
   * about a person, and has no revision: an ETag with a revision is for `If-Match`, and does not change with everything that is shown.
   */
  revalidated?: true;
  /** Told what is told live from here on (`x-live-place`): the first answer of a page, which shows the others and then listens. */
  tellsLivePlace?: true;
  /**
   * Whoever was given this answer is told the names of the people in it, also of those whom his offices name to nobody: the service that
   * answered has decided that he sees this very thing.
   */
  namesPeopleShown?: true;
  /** Open also to somebody whose role asks for a second factor that is not set up yet: what setting one up takes, and what guards the account. */
  beforeSecondFactor?: true;
  /** Makes something new and needs no key: what keeps it from being made twice. */
  once?: 'its-link' | 'its-content' | 'newest-counts';
}>;

/**
 * What a service says of an answer: its words are texts. They are handed on as they came, also one that this gateway does not know yet;
 * the document tells the list, and the tests hold every answer against the document.
 */
export type AsSaid<T> = T extends string
  ? string
  : T extends readonly (infer One)[]
    ? readonly AsSaid<One>[]
    : T extends object
      ? { readonly [K in keyof T]: AsSaid<T[K]> }
      : T;

/** A route that is one gRPC call. */
export type RpcRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  Request,
  Response,
> = Declared<P, Q, B, A> &
  Readonly<{
    call: Readonly<{
      service: ServiceName;
      rpc: UnaryRpc<Request, Response>;
      request: (input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>) => Request;
      respond: (response: NoInfer<Response>) => AsSaid<z.input<A>>;
      /** The ETag; for an order it is the receipt's revision without saying so. */
      revision?: (response: NoInfer<Response>) => number;
      /** What a reader must have passed, of an answer that holds no receipt; 0: nothing. */
      position?: (response: NoInfer<Response>) => number;
    }>;
  }>;

/** A route that the gateway answers itself. */
export type LocalRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  C,
> = Declared<P, Q, B, A> &
  Readonly<{
    handle: (
      input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
      context: C,
      outlet: RouteOutlet,
    ) => Promise<AsSaid<z.input<A>>>;
  }>;

/** A declared route, its types closed over: what the registrar and the OpenAPI document read. */
export type Route<C = unknown> = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  summary: Texts;
  tags: readonly string[];
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType | null;
  answer: z.ZodType;
  /** Where ids stand in the answer that get names beside them. */
  names: NamesIn | undefined;
  status: 200 | 201 | 202 | 204;
  public: boolean;
  unlinkable: boolean;
  file: 'in' | 'out' | null;
  mediaTypes: readonly string[];
  refuses: readonly (410 | 415 | 422)[];
  /** Orders change something: they take `Idempotency-Key` and `If-Match`. */
  order: boolean;
  /** Asks for an `Idempotency-Key`. */
  founds: boolean;
  /** Asks for `If-Match`. */
  replaces: boolean;
  once: 'its-link' | 'its-content' | 'newest-counts' | null;
  /** Open also before a second factor that a role asks for is set up. */
  beforeSecondFactor: boolean;
  /** The people in the answer are named in the platform's own name. */
  namesPeopleShown: boolean;
  /** May be kept by a browser that asks each time whether it still holds. */
  revalidated: boolean;
  tellsLivePlace: boolean;
  /** The gRPC method behind it; null when the gateway answers itself. */
  rpcPath: string | null;
  run: (raw: RawInput, outlet: RouteOutlet, context: C) => Promise<RouteAnswer>;
}>;

type ReceiptLike = Readonly<{ revision: number; position: number }>;

const receiptIn = (response: unknown): ReceiptLike | undefined => {
  if (typeof response !== 'object' || response === null || !('receipt' in response)) return undefined;
  const receipt = response.receipt;
  if (typeof receipt !== 'object' || receipt === null || !('revision' in receipt) || !('position' in receipt))
    return undefined;
  const { revision, position } = receipt;
  return typeof revision === 'number' && typeof position === 'number' ? { revision, position } : undefined;
};

const described = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  declared: Declared<P, Q, B, A>,
): Omit<Route, 'run' | 'rpcPath'> => {
  const order = declared.method !== 'GET';
  return {
    method: declared.method,
    path: declared.path,
    summary: declared.summary,
    tags: declared.tags,
    params: declared.params ?? nothing,
    query: declared.query ?? nothing,
    body: declared.body ?? null,
    answer: declared.answer,
    names: namesIn(declared.answer),
    status: declared.status ?? 200,
    public: declared.public ?? false,
    unlinkable: declared.unlinkable ?? false,
    file: declared.file ?? null,
    mediaTypes: declared.mediaTypes ?? [],
    refuses: declared.refuses ?? [],
    order,
    founds: declared.founds ?? false,
    replaces: declared.replaces ?? false,
    once: declared.once ?? null,
    beforeSecondFactor: declared.beforeSecondFactor ?? false,
    revalidated: declared.revalidated ?? false,
    tellsLivePlace: declared.tellsLivePlace ?? false,
    namesPeopleShown: declared.namesPeopleShown ?? false,
  };
};

type Empty = z.ZodObject<Record<never, never>, z.core.$strict>;
/** Declares one route that is one gRPC call. Validation, the OpenAPI document and the call follow from it. */
export const route = <
  Request,
  Response,
  A extends z.ZodType,
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  B extends z.ZodType = Empty,
>(
  declared: RpcRoute<P, Q, B, A, Request, Response>,
): Route => {
  const nulled = nullsOf(declared.answer);
  return {
    ...described(declared),
    rpcPath: declared.call.rpc.path,
    run: async (raw, outlet) => {
      const input = inputOf<P, Q, B>(declared, raw);
      const response = await outlet.call(declared.call.service, declared.call.rpc, declared.call.request(input));
      const receipt = receiptIn(response);
      const revision = declared.call.revision?.(response) ?? receipt?.revision;
      const position = declared.call.position?.(response) ?? receipt?.position;
      const body = declared.call.respond(response);
      return {
        body: nulled(body),
        ...(revision === undefined ? {} : { revision }),
        ...(position === undefined ? {} : { position }),
      };
    },
  };
};

/** Declares one route that the gateway answers itself, from a context of its own. */
export const localRoute = <
  C,
  A extends z.ZodType,
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  B extends z.ZodType = Empty,
>(
  declared: LocalRoute<P, Q, B, A, C>,
): Route<C> => {
  const nulled = nullsOf(declared.answer);
  return {
    ...described(declared),
    rpcPath: null,
    run: async (raw, outlet, context) => {
      // A file comes as a stream of its own: there are no fields in it.
      const shown = declared.file === 'in' ? { ...raw, body: {} } : raw;
      const body = await declared.handle(inputOf<P, Q, B>(declared, shown), context, outlet);
      const receipt = receiptIn(body);
      return { body: nulled(body), ...(receipt === undefined ? {} : { position: receipt.position }) };
    },
  };
};
