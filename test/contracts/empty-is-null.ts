import type { ProtoTexts } from './proto-texts.ts';

type Schema = Readonly<{ [key: string]: unknown }>;

/** A comment says so of a text that may be absent. */
const MAY_BE_EMPTY = /\bempty\b/iu;
const FORMS = ['enum', 'format', 'pattern'];

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Where an answer promises a word, an id or a moment, and the service says that the text may be empty: such a field must be nullable.
 * Fields are matched by their name, down from the answer of the RPC; what a route shapes anew under other names is not looked at.
 */
export class EmptyTexts {
  readonly found = new Set<string>();
  looked = 0;
  readonly #protos: ProtoTexts;
  readonly #components: Schema;

  constructor(protos: ProtoTexts, components: Schema) {
    this.#protos = protos;
    this.#components = components;
  }

  look(rpcPath: string, answer: unknown): void {
    const message = this.#protos.answers.get(rpcPath);
    if (message === undefined) throw new Error(`no RPC ${rpcPath}`);
    this.#walk(message, answer, new Set());
  }

  #whole(schema: unknown): Schema | undefined {
    if (!isSchema(schema)) return undefined;
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
    if (name !== undefined) return this.#whole(this.#components[name]);
    const ways = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
    const inner = ways.length === 0 ? schema : ways.find((way) => isSchema(way) && way['type'] !== 'null');
    const one = inner === schema ? schema : this.#whole(inner);
    return one !== undefined && isSchema(one['items']) ? this.#whole(one['items']) : one;
  }

  #promises(schema: unknown): boolean {
    if (!isSchema(schema)) return false;
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
    const one = name === undefined ? schema : this.#components[name];
    if (!isSchema(one) || one['type'] !== 'string') return false;
    return FORMS.some((form) => one[form] !== undefined) && !(Array.isArray(one['enum']) && one['enum'].includes(''));
  }

  #walk(message: string, given: unknown, seen: ReadonlySet<string>): void {
    const properties = this.#whole(given)?.['properties'];
    if (!isSchema(properties) || seen.has(message)) return;
    for (const { name, type, comment } of this.#protos.messages.get(message) ?? []) {
      const shown = properties[name];
      if (this.#protos.messages.has(type)) {
        // Under another name: a list stands under `items`, and a single thing may be spread into the answer itself.
        const places = shown === undefined ? [properties['items'], given] : [shown];
        for (const place of places) this.#walk(type, place, new Set([...seen, message]));
      } else if (type.endsWith('.string') && shown !== undefined) {
        this.looked += 1;
        if (MAY_BE_EMPTY.test(comment) && this.#promises(shown)) this.found.add(`${message}.${name}`);
      }
    }
  }
}
