import type { ProtoField, ProtoTexts } from './proto-texts.ts';

export type Schema = Readonly<{ [key: string]: unknown }>;

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of an answer as the service speaks of it, and as the document promises it. */
export type AnswerText = Readonly<{ message: string; field: ProtoField; shown: unknown }>;

/**
 * The texts of answers, each beside what its proto says of it. Fields are matched by their name, down from the answer of the RPC; what a
 * route shapes anew under other names is not looked at.
 */
export class AnswerTexts {
  readonly #protos: ProtoTexts;
  readonly #components: Schema;

  constructor(protos: ProtoTexts, components: Schema) {
    this.#protos = protos;
    this.#components = components;
  }

  of(rpcPath: string, answer: unknown): readonly AnswerText[] {
    const message = this.#protos.answers.get(rpcPath);
    if (message === undefined) throw new Error(`no RPC ${rpcPath}`);
    return this.#walk(message, answer, new Set());
  }

  /** The schema itself, or what its name stands for. */
  named(schema: unknown): Schema | undefined {
    if (!isSchema(schema)) return undefined;
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
    return name === undefined ? schema : this.named(this.#components[name]);
  }

  #whole(schema: unknown): Schema | undefined {
    const known = this.named(schema);
    if (known === undefined) return undefined;
    const ways = Array.isArray(known['anyOf']) ? known['anyOf'] : [];
    const inner = ways.length === 0 ? known : ways.find((way) => isSchema(way) && way['type'] !== 'null');
    const one = inner === known ? known : this.#whole(inner);
    return one !== undefined && isSchema(one['items']) ? this.#whole(one['items']) : one;
  }

  #walk(message: string, given: unknown, seen: ReadonlySet<string>): readonly AnswerText[] {
    const properties = this.#whole(given)?.['properties'];
    if (!isSchema(properties) || seen.has(message)) return [];
    return (this.#protos.messages.get(message) ?? []).flatMap((field) => {
      const shown = properties[field.name];
      if (!this.#protos.messages.has(field.type))
        return field.type.endsWith('.string') && shown !== undefined ? [{ message, field, shown }] : [];
      // Under another name: a list stands under `items`, and a single thing may be spread into the answer itself.
      const places = shown === undefined ? [properties['items'], given] : [shown];
      return places.flatMap((place) => this.#walk(field.type, place, new Set([...seen, message])));
    });
  }
}
