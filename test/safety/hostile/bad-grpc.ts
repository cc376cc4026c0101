import { type DescField, type DescMessage, type DescMethod, ScalarType } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { Dice } from '../../journeys/demo/world/seeded-random.ts';
import { badBytes, badText } from './bad-values.ts';

/** In whose name a call says it comes. Only `stranger` and `anonymous` have a token that a service believes. */
export type Bearer =
  | 'none'
  | 'garbage'
  | 'forged'
  | 'other-audience'
  | 'expired'
  | 'unsigned'
  | 'too-long-lived'
  | 'anonymous'
  | 'stranger';

export type BadGrpc = Readonly<{
  transport: 'grpc';
  /** The service's name among the platform's processes. */
  service: string;
  path: string;
  bearer: Bearer;
  metadata: Readonly<Record<string, string>>;
  message: Buffer;
}>;

export type GrpcMethod = Readonly<{ service: string; path: string; method: DescMethod }>;

const DEPTH_MAX = 6;
const MESSAGE_BYTES_MAX = 4_000_000;

const INTEGERS = [0n, 1n, -1n, 2n ** 31n, -(2n ** 31n), 2n ** 53n, 2n ** 63n - 1n, -(2n ** 63n)];

/** What fields are filled from: bad values, and ids that exist. */
type Filling = Readonly<{ ids: readonly string[]; dice: Dice }>;

const writeScalar = (writer: BinaryWriter, { number }: DescField, scalar: ScalarType, { ids, dice }: Filling): void => {
  switch (scalar) {
    case ScalarType.STRING: {
      const text = dice.below(4) === 0 ? dice.pick(ids) : badText(dice);
      writer
        .tag(number, WireType.LengthDelimited)
        .bytes(dice.below(20) === 0 ? Buffer.from([0xff, 0xc0, 0x80]) : Buffer.from(text, 'utf8'));
      return;
    }
    case ScalarType.BYTES:
      writer.tag(number, WireType.LengthDelimited).bytes(badBytes(dice, 200));
      return;
    case ScalarType.DOUBLE:
      writer.tag(number, WireType.Bit64).double(dice.pick([Number.NaN, Number.POSITIVE_INFINITY, -0, 1e308]));
      return;
    case ScalarType.FLOAT:
      writer.tag(number, WireType.Bit32).float(Number.NaN);
      return;
    default:
      writer.tag(number, WireType.Varint).int64(dice.pick(INTEGERS));
  }
};

const writeField = (writer: BinaryWriter, field: DescField, filling: Filling, depth: number): void => {
  const { dice } = filling;
  if (field.fieldKind === 'scalar') return writeScalar(writer, field, field.scalar, filling);
  if (field.fieldKind === 'list' && field.listKind === 'scalar') {
    for (let count = dice.pick([0, 1, 3, 400]); count > 0; count--)
      writer.tag(field.number, WireType.LengthDelimited).bytes(Buffer.from(badText(dice).slice(0, 30), 'utf8'));
    return;
  }
  if (field.message && depth < DEPTH_MAX) {
    for (let count = field.fieldKind === 'list' ? dice.pick([1, 2, 40]) : 1; count > 0; count--)
      writer.tag(field.number, WireType.LengthDelimited).bytes(shapedMessage(field.message, filling, depth + 1));
    return;
  }
  writer.tag(field.number, WireType.Varint).int64(dice.pick(INTEGERS));
};

/** A message of the right type whose fields are all bad, twice, missing, or of another wire type. */
const shapedMessage = (type: DescMessage, filling: Filling, depth = 0): Uint8Array => {
  const { dice } = filling;
  const writer = new BinaryWriter();
  for (const field of type.fields) {
    const how = dice.below(12);
    if (how === 0) continue;
    if (how === 1) writer.tag(field.number, WireType.Varint).int64(dice.pick(INTEGERS));
    if (how === 2) writer.tag(field.number, WireType.LengthDelimited).bytes(badBytes(dice, 60));
    writeField(writer, field, filling, depth);
  }
  return writer.finish();
};

const nestedGroups = (depth: number): Buffer => Buffer.concat([Buffer.alloc(depth, 0x0b), Buffer.alloc(depth, 0x0c)]);

const unknownFields = (dice: Dice): Uint8Array => {
  const writer = new BinaryWriter();
  for (let count = dice.between(1, 20); count > 0; count--)
    writer.tag(dice.between(1_000, 500_000_000), WireType.LengthDelimited).bytes(badBytes(dice, 50));
  return writer.finish();
};

const messageOf = ({ method }: GrpcMethod, ids: readonly string[], dice: Dice): Buffer => {
  const shaped = Buffer.from(shapedMessage(method.input, { ids, dice }));
  const kind = dice.below(100);
  if (kind < 50) return shaped;
  if (kind < 62) return badBytes(dice, 300);
  if (kind < 74) return shaped.subarray(0, dice.below(shaped.length + 1));
  if (kind < 82) return Buffer.concat([shaped, unknownFields(dice)]);
  if (kind < 88) return nestedGroups(dice.between(10, 20_000));
  if (kind < 90) return Buffer.alloc(MESSAGE_BYTES_MAX + dice.between(-10, 10), 0x0a);
  return Buffer.alloc(0);
};

const METADATA: Readonly<Record<string, readonly string[]>> = {
  'x-request-id': ['', 'x', '00000000-0000-0000-0000-000000000000', "' or 1=1", 'a'.repeat(3_000)],
  'x-correlation-id': ['', 'x', '-'],
  'x-expected-revision': ['-2', 'NaN', '1e308', '9223372036854775808', ' 1 ', '0x1', ''],
  'x-after-position': ['-1', 'NaN', '1.5', '99999999999999999999', ''],
  traceparent: ['00-0-0-0', 'x', `00-${'f'.repeat(32)}-${'f'.repeat(16)}-ff`],
  'jiangong-refusal-bin': ['AAAA'],
  'accept-language': ['x'.repeat(2_000)],
};

const metadataOf = (dice: Dice): Record<string, string> => {
  const metadata: Record<string, string> = {};
  for (let count = dice.below(3); count > 0; count--) {
    const key = dice.pick(Object.keys(METADATA));
    metadata[key] = dice.pick(METADATA[key] as readonly string[]);
  }
  return metadata;
};

const BEARERS: readonly Bearer[] = [
  'none',
  'garbage',
  'forged',
  'other-audience',
  'expired',
  'unsigned',
  'too-long-lived',
  'anonymous',
  'stranger',
  'stranger',
  'stranger',
  'stranger',
];

/** What everybody who is signed in may do to himself alone: a stranger's order of this kind is no attack, and is taken. */
const OWN_AFFAIRS: ReadonlySet<string> = new Set(['/jiangong.notifications.v1.NotificationsService/MarkRead']);

/** One call that nobody may answer with yes: either nobody known calls, or somebody without any grant. */
export const badGrpc = (methods: readonly GrpcMethod[], ids: readonly string[], dice: Dice): BadGrpc => {
  const chosen = dice.pick(methods);
  const path = dice.below(60) === 0 ? `${chosen.path}${dice.pick(['x', '/../', '%00'])}` : chosen.path;
  const drawn = dice.pick(BEARERS);
  const bearer = drawn === 'stranger' && OWN_AFFAIRS.has(path) ? 'forged' : drawn;
  return {
    transport: 'grpc',
    service: chosen.service,
    path,
    bearer,
    metadata: metadataOf(dice),
    message: messageOf(chosen, ids, dice),
  };
};
