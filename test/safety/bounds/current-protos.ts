import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileRegistry, type DescField, type DescMessage, type DescMethod, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { ROOT, runTool } from '../../laws/run-tool.ts';

/** An RPC, and the process that answers it. Every process answers the operators' service, and each that keeps work that of work; one is as good as another. */
export type Rpc = Readonly<{ service: string; path: string; method: DescMethod }>;

/** Every RPC of the protos as they stand, released or not. */
export const currentRpcs = async (): Promise<readonly Rpc[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-protos-'));
  try {
    const image = join(folder, 'current.binpb');
    const { code, stderr } = await runTool('buf', ['build', '--output', image], join(ROOT, 'proto'));
    if (code !== 0) throw new Error(`buf build: ${stderr}`);
    const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, await readFile(image)));
    return [...registry.files].flatMap(({ services }) =>
      services.flatMap(({ typeName, methods }) => {
        const context = (/^jiangong\.(\w+)\.v1\./u.exec(typeName)?.[1] ?? '').replaceAll('_', '-');
        // Two services are several processes' own: one of them is asked.
        const service = context === 'operations' ? 'audit' : context === 'work' ? 'merit-projects' : context;
        return methods.map((method) => ({ service, path: `/${typeName}/${method.name}`, method }));
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The way to a field of a request, through messages that it holds. */
export type FieldPath = readonly DescField[];

const DEPTH_MAX = 4;

/** All fields below a message that `wanted` knows. */
export const fieldsWithin = (
  message: DescMessage,
  wanted: (field: DescField) => boolean,
  above: FieldPath = [],
): readonly FieldPath[] =>
  message.fields.flatMap((field) => {
    const here = [...above, field];
    if (wanted(field)) return [here];
    return field.message && here.length < DEPTH_MAX ? fieldsWithin(field.message, wanted, here) : [];
  });

export const nameOf = (path: FieldPath): string => path.map(({ name }) => name).join('.');
