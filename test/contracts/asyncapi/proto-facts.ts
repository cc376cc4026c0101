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

const contextOf = ({ package: name }: File): string | undefined => EVENTS.exec(name)?.[1];

const messagesIn = (context: string, file: File): readonly FactMessage[] => {
  const comments = commentsOf(file);
  return (file.messageType ?? []).map(({ name, field = [] }, at) => ({
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
};

/** A context may tell its facts in several files: by subject, as long as each is short. */
const contextIn = (context: string, files: readonly File[]): ToldContext => {
  const messages = files.flatMap((file) => messagesIn(context, file));
  const used = new Set(messages.flatMap(({ fields }) => fields.map(({ messageType }) => messageType)));
  return {
    context,
    told: files.map((file) => commentsOf(file).get(PACKAGE) ?? '').join(' '),
    facts: messages.filter(({ name }) => !used.has(name)),
    parts: messages.filter(({ name }) => used.has(name)),
  };
};

/** Everything that contexts tell, read from the protos below a folder by buf. */
export const toldContexts = async (protoFolder: string): Promise<readonly ToldContext[]> => {
  const { stdout, stderr } = await runTool('buf', ['build', '-o', '-#format=json'], protoFolder);
  if (stdout === '') throw new Error(`buf build gave no answer: ${stderr}`);
  const { file } = JSON.parse(stdout) as { file: readonly File[] };
  const contexts = [...new Set(file.flatMap((one) => contextOf(one) ?? []))].toSorted();
  return contexts.map((context) =>
    contextIn(
      context,
      file.filter((one) => contextOf(one) === context),
    ),
  );
};
