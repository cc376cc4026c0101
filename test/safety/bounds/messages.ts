import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { FieldPath } from './current-protos.ts';

const scalarOf = (field: DescField): ScalarType | undefined =>
  field.fieldKind === 'scalar' || (field.fieldKind === 'list' && field.listKind === 'scalar')
    ? field.scalar
    : undefined;

const WHOLE: readonly (ScalarType | undefined)[] = [
  ScalarType.INT32,
  ScalarType.UINT32,
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT32,
  ScalarType.SINT64,
];

export const isNumeric = (field: DescField): boolean => WHOLE.includes(scalarOf(field));

/** Numbers that nobody means, as far as the field's type can hold them. */
export const extremesOf = (field: DescField): readonly bigint[] => {
  const scalar = scalarOf(field);
  if (scalar === ScalarType.INT32) return [-1n, -(2n ** 31n), 2n ** 31n - 1n];
  if (scalar === ScalarType.UINT32) return [2n ** 31n, 2n ** 32n - 1n];
  if (scalar === ScalarType.UINT64) return [2n ** 31n, 2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 64n - 1n];
  return [-1n, 2n ** 31n, 2n ** 53n - 1n, 2n ** 53n + 1n, -(2n ** 63n)];
};

/** What a field is filled with when it is not the one in question: ids that exist, by the field's name. */
export type Sample = Readonly<Record<string, string>>;

type Value = string | bigint;

const writeValue = (writer: BinaryWriter, field: DescField, value: Value): void => {
  if (typeof value === 'string') writer.tag(field.number, WireType.LengthDelimited).string(value);
  else writer.tag(field.number, WireType.Varint).uint64(BigInt.asUintN(64, value));
};

/** A request that holds its samples, and a value at the end of the path. */
export const requestWith = (
  message: DescMessage,
  sample: Sample,
  [next, ...rest]: FieldPath,
  value: Value,
): Uint8Array => {
  const writer = new BinaryWriter();
  for (const field of message.fields) {
    const given = sample[field.name];
    if (field === next && rest.length === 0) writeValue(writer, field, value);
    else if (field === next && field.message)
      writer.tag(field.number, WireType.LengthDelimited).bytes(requestWith(field.message, sample, rest, value));
    else if (given !== undefined && scalarOf(field) === ScalarType.STRING) writeValue(writer, field, given);
  }
  return writer.finish();
};

/** The strings of an answer by the numbers of their fields: enough to find a token. */
export const stringField = (bytes: Buffer, number: number): string => {
  let found = '';
  for (let at = 0; at < bytes.length;) {
    const [tag, afterTag] = varint(bytes, at);
    const [wire, field] = [Number(tag & 7n), Number(tag >> 3n)];
    const [size, start] = wire === 2 ? varint(bytes, afterTag) : [0n, afterTag];
    const end = wire === 0 ? varint(bytes, afterTag)[1] : start + (wire === 1 ? 8 : wire === 5 ? 4 : Number(size));
    if (wire === 2 && field === number) found = bytes.toString('utf8', start, end);
    at = end;
  }
  return found;
};

const varint = (bytes: Buffer, from: number): readonly [bigint, number] => {
  let value = 0n;
  for (let at = from, shift = 0n; ; at += 1, shift += 7n) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('the answer ends in a number');
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at + 1];
  }
};
