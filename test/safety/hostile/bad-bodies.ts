import { gzipSync } from 'node:zlib';
import type { Dice } from '../../journeys/demo/world/seeded-random.ts';
import { seededUuid } from '../../journeys/demo/world/seeded-random.ts';
import { badBytes, badText, badValue, garbled, TEXTS } from './bad-values.ts';
import { type OpenApi, resolved, type Schema } from './open-api.ts';

export type Body = Readonly<{ payload: Buffer | string; contentType: string; contentEncoding?: string }>;

const DEPTH_MAX = 8;
const JSON_TYPE = 'application/json';

/** A value as the schema wants it, more or less: what is wrong comes afterwards. */
const shaped = (given: Schema, document: OpenApi, dice: Dice, depth = 0): unknown => {
  const schema = resolved(given, document);
  if (depth > DEPTH_MAX) return null;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && choices.length > 0) return shaped(dice.pick(choices), document, dice, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.[0] ?? 'object');
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, shaped(inner, document, dice, depth + 1)]),
    );
  if (type === 'array') return schema.items ? [shaped(schema.items, document, dice, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return dice.below(100);
  if (type === 'boolean') return dice.below(2) === 0;
  if (schema.format === 'uuid') return seededUuid('hostile', String(dice.below(1_000)));
  if (schema.format === 'date') return '2024-05-01';
  return '示例';
};

/** The value with something bad in one place. */
const spoiled = (value: unknown, dice: Dice): unknown => {
  if (value === null || typeof value !== 'object' || dice.below(4) === 0) return badValue(dice);
  if (Array.isArray(value))
    return value.length === 0
      ? [badValue(dice)]
      : value.map((inner, index) => (index === 0 ? spoiled(inner, dice) : inner));
  const keys = Object.keys(value);
  if (keys.length === 0) return badValue(dice);
  const chosen = dice.pick(keys);
  return { ...value, [chosen]: spoiled((value as Record<string, unknown>)[chosen], dice) };
};

/** A key that no order has: with it no order of ours is valid, whatever else stands in it. */
const UNKNOWN_KEY = 'hostile';

const withUnknownKey = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value, [UNKNOWN_KEY]: 1 } : value;

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Bodies that are no JSON, or JSON of a kind that breaks readers. */
const unreadable = (text: string, dice: Dice): Body => {
  const bodies: readonly (() => Body)[] = [
    () => ({ payload: text.slice(0, Math.max(1, text.length - dice.between(1, 20))), contentType: JSON_TYPE }),
    () => ({ payload: `${garbled(dice, text)}\u0001`, contentType: JSON_TYPE }),
    () => ({
      payload: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('"}')]),
      contentType: JSON_TYPE,
    }),
    () => ({ payload: badBytes(dice, 400), contentType: JSON_TYPE }),
    () => ({ payload: nested(dice.between(100, 20_000), '[', ']'), contentType: JSON_TYPE }),
    () => ({
      payload: nested(dice.between(100, 5_000), '{"a":', '1}').replace('{"a":1}', '{"a":1'),
      contentType: JSON_TYPE,
    }),
    () => ({ payload: '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}', contentType: JSON_TYPE }),
    () => ({
      payload: `{"a":${dice.pick(['NaN', 'Infinity', '-', '01', '1e99999', '0x1', '+1', '.5'])}}`,
      contentType: JSON_TYPE,
    }),
    () => ({ payload: '{"hostile":1,"hostile":2}', contentType: JSON_TYPE }),
    () => ({ payload: '', contentType: JSON_TYPE }),
    () => ({ payload: `\uFEFF${text}`, contentType: JSON_TYPE }),
    () => ({ payload: `{"hostile":"${'x'.repeat(1_100_000)}"}`, contentType: JSON_TYPE }),
    () => ({
      payload: text,
      contentType: dice.pick([
        'text/xml',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'text/plain',
        '',
        'a/b/c',
        'application/problem+json',
      ]),
    }),
    () => ({
      payload: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      contentType: 'application/xml',
    }),
    () => ({
      payload: gzipSync(text),
      contentType: JSON_TYPE,
      contentEncoding: dice.pick(['gzip', 'br', 'deflate', 'x']),
    }),
  ];
  return dice.pick(bodies)();
};

const boundary = 'hostile';

/** Multipart that ends too early, names files badly, or has no end at all. */
const brokenMultipart = (dice: Dice): Body => {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${badText(dice)
    .replaceAll(/["\r\n]/gu, '_')
    .slice(0, 300)}"\r\nContent-Type: ${dice.pick(['application/pdf', 'text/html', 'x', 'image/png'])}\r\n\r\n`;
  const payload = dice.pick([
    head,
    `${head}%PDF-1.7`,
    `${head}<html>\r\n--${boundary}--\r\n`,
    `--${boundary}--`,
    `--${boundary}\r\n\r\n`,
    badText(dice),
  ]);
  return {
    payload,
    contentType: dice.pick([
      `multipart/form-data; boundary=${boundary}`,
      'multipart/form-data',
      `multipart/form-data; boundary=${'b'.repeat(300)}`,
    ]),
  };
};

/** A body for an order that no reader may take. Half are well-formed JSON of almost the right shape. */
export const badBody = (schema: Schema | undefined, document: OpenApi, dice: Dice): Body => {
  const value = schema ? shaped(schema, document, dice) : {};
  const kind = dice.below(8);
  if (kind < 4) return { payload: JSON.stringify(withUnknownKey(spoiled(value, dice))), contentType: JSON_TYPE };
  if (kind === 4)
    return {
      payload: JSON.stringify({ ...(value as object), [UNKNOWN_KEY]: 1, [dice.pick(TEXTS)]: badValue(dice) }),
      contentType: JSON_TYPE,
    };
  if (kind === 5) return brokenMultipart(dice);
  return unreadable(JSON.stringify(withUnknownKey(value)), dice);
};
