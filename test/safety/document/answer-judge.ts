import { type AnySchema } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { HttpAnswer, HttpQuestion } from '../../journeys/demo/http/http-client.ts';

type Media = Readonly<Record<string, unknown>>;
type Operation = Readonly<{ responses: Readonly<Record<string, Readonly<{ content?: Media }>>> }>;
type Documented = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>;

type Known = Readonly<{ form: RegExp; path: string; operations: Readonly<Record<string, unknown>> }>;

const FAULTS_SHOWN_MAX = 40;
const pointer = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The forms of all addresses; a word that stands there itself goes before a parameter (`/v1/people/names` before `/v1/people/{personId}`). */
const addresses = ({ paths }: Documented): readonly Known[] =>
  Object.entries(paths)
    .map(([path, operations]) => ({
      form: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
      path,
      operations,
    }))
    .toSorted((one, other) => one.path.split('{').length - other.path.split('{').length);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Clients bear with fields that they do not know; here a field that nobody declared is a fault. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return isObject(schema['properties']) && schema['additionalProperties'] === undefined
    ? { ...inner, additionalProperties: false }
    : inner;
};

const mediaTypeOf = ({ headers }: HttpAnswer): string =>
  String(headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim() ?? '';

/** Holds answers against the served document: is the status named there, the content type, and does the body obey its schema. */
export class AnswerJudge {
  readonly #addresses: readonly Known[];
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #faults = new Map<string, string>();
  judged = 0;

  constructor(document: object) {
    this.#addresses = addresses(document as Documented);
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ ...(closed(document) as AnySchema & object), $id: 'document' }, 'document');
  }

  /** What was wrong, once an operation and kind. */
  get faults(): readonly string[] {
    return [...this.#faults].slice(0, FAULTS_SHOWN_MAX).map(([kind, shown]) => `${kind} ${shown}`);
  }

  #obeys(at: string, body: unknown): string | undefined {
    const valid = this.#compiled.get(at) ?? this.#ajv.compile({ $ref: at });
    this.#compiled.set(at, valid);
    return valid(body) ? undefined : this.#ajv.errorsText(valid.errors);
  }

  #faultIn(known: Known, method: string, answer: HttpAnswer): string | undefined {
    const operation = known.operations[method] as Operation;
    const response = operation.responses[String(answer.status)];
    if (response === undefined) return 'this status is not in the document';
    const type = mediaTypeOf(answer);
    if (response.content === undefined)
      return answer.body.length === 0 ? undefined : `a body of ${type}, where none is told of`;
    if (response.content[type] === undefined)
      return `the content type ${type}, where ${Object.keys(response.content).join(', ')} is told of`;
    if (!type.endsWith('json')) return undefined;
    const steps = ['paths', known.path, method, 'responses', String(answer.status), 'content', type, 'schema'];
    return this.#obeys(`document#/${steps.map(pointer).join('/')}`, JSON.parse(answer.body.toString('utf8')));
  }

  /** Looks at one answer; what is no operation of the document is nobody's promise. */
  look({ method, path }: HttpQuestion, answer: HttpAnswer): void {
    const [address = ''] = path.split('?');
    const known = this.#addresses.find(
      ({ form, operations }) => form.test(address) && method.toLowerCase() in operations,
    );
    if (known === undefined) return;
    this.judged += 1;
    const fault = this.#faultIn(known, method.toLowerCase(), answer);
    if (fault === undefined) return;
    const kind = `${method} ${known.path} ${answer.status}: ${fault.replaceAll(/\/\d+/gu, '/*')}`;
    if (!this.#faults.has(kind)) this.#faults.set(kind, answer.body.toString('utf8').slice(0, 300));
  }
}
