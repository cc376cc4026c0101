import { AnswerTexts, isSchema, type Schema } from './answer-texts.ts';
import type { ProtoTexts } from './proto-texts.ts';

/** A comment says so of a text that may be absent. */
const MAY_BE_EMPTY = /\bempty\b/iu;
const FORMS = ['enum', 'format', 'pattern'];

/** Where an answer promises a word, an id or a moment, and the service says that the text may be empty: such a field must be nullable. */
export class EmptyTexts {
  readonly found = new Set<string>();
  looked = 0;
  readonly #texts: AnswerTexts;

  constructor(protos: ProtoTexts, components: Schema) {
    this.#texts = new AnswerTexts(protos, components);
  }

  look(rpcPath: string, answer: unknown): void {
    for (const { message, field, shown } of this.#texts.of(rpcPath, answer)) {
      this.looked += 1;
      if (MAY_BE_EMPTY.test(field.comment) && this.#promises(shown)) this.found.add(`${message}.${field.name}`);
    }
  }

  #promises(schema: unknown): boolean {
    const one = this.#texts.named(schema);
    if (!isSchema(one) || one['type'] !== 'string') return false;
    return FORMS.some((form) => one[form] !== undefined) && !(Array.isArray(one['enum']) && one['enum'].includes(''));
  }
}
