import { runTool } from '../../laws/run-tool.ts';

type Field = Readonly<{
  name: string;
  jsonName: string;
  label: string;
  type: string;
  typeName?: string;
  proto3Optional?: boolean;
}>;
type Message = Readonly<{ name: string; field?: readonly Field[] }>;
type File = Readonly<{
  package: string;
  messageType?: readonly Message[];
  sourceCodeInfo?: Readonly<{ location: readonly Readonly<{ path?: readonly number[]; leadingComments?: string }>[] }>;
}>;

/** A field of a fact as it stands in proto JSON. */
export type FactField = Readonly<{
  name: string;
  comment: string;
  type: string;
  repeated: boolean;
  messageType: string | undefined;
}>;

/** A message of `proto/jiangong/<context>/events/v1`. */
export type FactMessage = Readonly<{ context: string; name: string; comment: string; fields: readonly FactField[] }>;

/** What a context tells, in the order of its proto. `told`: what it says of itself. */
export type ToldContext = Readonly<{
  context: string;
  told: string;
  facts: readonly FactMessage[];
  parts: readonly FactMessage[];
}>;

/** Numbers of the descriptor's own fields: a path through a file. */
const PACKAGE = '2';
const MESSAGE = 4;
const FIELD = 2;

const commentsOf = ({ sourceCodeInfo }: File): ReadonlyMap<string, string> =>
  new Map(
    (sourceCodeInfo?.location ?? []).map(({ path = [], leadingComments = '' }) => [
      path.join('.'),
      leadingComments.replaceAll(/\s+/g, ' ').trim(),
    ]),
  );

const EVENTS = /^jiangong\.([a-z_]+)\.events\.v1$/;

const contextIn = (file: File): ToldContext | undefined => {
  const context = EVENTS.exec(file.package)?.[1];
  if (context === undefined) return undefined;
  const comments = commentsOf(file);
  const messages = (file.messageType ?? []).map(({ name, field = [] }, at): FactMessage => ({
    context,
    name,
    comment: comments.get(`${MESSAGE}.${at}`) ?? '',
    fields: field.map(({ jsonName, label, type, typeName }, index) => ({
      name: jsonName,
      comment: comments.get(`${MESSAGE}.${at}.${FIELD}.${index}`) ?? '',
      type,
      repeated: label === 'LABEL_REPEATED',
      messageType: typeName?.split('.').at(-1),
    })),
  }));
  const used = new Set(messages.flatMap(({ fields }) => fields.map(({ messageType }) => messageType)));
  const [parts, facts] = [
    messages.filter(({ name }) => used.has(name)),
    messages.filter(({ name }) => !used.has(name)),
  ];
  return { context, told: comments.get(PACKAGE) ?? '', facts, parts };
};

const joined = (one: ToldContext, other: ToldContext): ToldContext => ({
  ...one,
  facts: [...one.facts, ...other.facts],
  parts: [...one.parts, ...other.parts],
});

/** Everything that contexts tell, read from the protos below a folder by buf. */
export const toldContexts = async (protoFolder: string): Promise<readonly ToldContext[]> => {
  const { stdout, stderr } = await runTool('buf', ['build', '-o', '-#format=json'], protoFolder);
  if (stdout === '') throw new Error(`buf build gave no answer: ${stderr}`);
  const { file } = JSON.parse(stdout) as { file: readonly File[] };
  const byContext = new Map<string, ToldContext>();
  // A context may tell in several files: what it says of itself stands in the first of them.
  for (const found of file.map(contextIn).filter((one) => one !== undefined)) {
    const before = byContext.get(found.context);
    byContext.set(found.context, before ? joined(before, found) : found);
  }
  return [...byContext.values()].toSorted((a, b) => (a.context < b.context ? -1 : 1));
};
