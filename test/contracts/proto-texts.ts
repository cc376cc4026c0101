/** One field of a message, with what its comment says. */
export type ProtoField = Readonly<{ name: string; type: string; comment: string }>;

/** Messages by name, and the answer of each RPC by its path. */
export type ProtoTexts = Readonly<{
  messages: ReadonlyMap<string, readonly ProtoField[]>;
  answers: ReadonlyMap<string, string>;
}>;

const MESSAGE = /^message (\w+) \{\n([\s\S]*?)^\}/gmu;
const FIELD = /((?:^[ ]+\/\/[^\n]*\n)+)^[ ]+(?:repeated |optional )?([\w.]+) (\w+) = \d+/gmu;
const SERVICE = /^service (\w+) \{\n([\s\S]*?)^\}/gmu;
const RPC = /^\s+rpc (\w+)\(\w+\) returns \((\w+)\)/gmu;

const camel = (name: string): string => name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

/** Reads what buf keeps in order: one message or RPC to a declaration, and a comment above each field (a law). */
export const protoTexts = (sources: readonly string[]): ProtoTexts => {
  const messages = new Map<string, readonly ProtoField[]>();
  const answers = new Map<string, string>();
  for (const source of sources) {
    const name = /^package ([\w.]+);/mu.exec(source)?.[1] ?? '';
    for (const [, message = '', body = ''] of source.matchAll(MESSAGE))
      messages.set(
        `${name}.${message}`,
        [...body.matchAll(FIELD)].map(([, comment = '', type = '', field = '']) => ({
          ...{ name: camel(field), comment },
          type: type.includes('.') ? type : `${name}.${type}`,
        })),
      );
    for (const [, service = '', body = ''] of source.matchAll(SERVICE))
      for (const [, rpc = '', answer = ''] of body.matchAll(RPC))
        answers.set(`/${name}.${service}/${rpc}`, `${name}.${answer}`);
  }
  return { messages, answers };
};
