import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runTool } from './run-tool.ts';

/** A copy of the real protos with a planted breach laid over it; gone when `work` is done. */
export const withPlantedProtos = async <T>(breach: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-protos-'));
  try {
    cpSync(join(ROOT, 'proto'), folder, { recursive: true });
    cpSync(join(ROOT, 'test/laws/breaches/protos', breach), folder, { recursive: true });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export type Complaint = { path: string; type: string; message: string };

/** What `buf lint` or `buf breaking` has to say, one complaint a line. */
export const bufComplaints = async (args: readonly string[], folder: string): Promise<readonly Complaint[]> => {
  const { code, stdout, stderr } = await runTool('buf', [...args, '--error-format', 'json'], folder);
  if (code !== 0 && stdout === '') throw new Error(`buf ${args.join(' ')} gave no answer: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Complaint);
};

export type LintRule = { id: string; categories: readonly string[] };

/** The rules that `buf lint` holds in a folder, as its configuration says. */
export const configuredLintRules = async (folder: string): Promise<readonly LintRule[]> => {
  const { stdout, stderr } = await runTool(
    'buf',
    ['config', 'ls-lint-rules', '--configured-only', '--format', 'json'],
    folder,
  );
  if (stdout === '') throw new Error(`buf names no lint rules: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LintRule);
};

type Method = { name: string; inputType: string; options?: Record<string, Permission | undefined> };
type Permission = { action?: string; resource?: string; idField?: string };
export type ProtoImage = {
  file: readonly {
    name: string;
    package: string;
    service?: readonly { name: string; method?: readonly Method[] }[];
    messageType?: readonly { name: string; field?: readonly { name: string }[] }[];
  }[];
};

export const protoImage = async (folder: string): Promise<ProtoImage> => {
  const { stdout, stderr } = await runTool('buf', ['build', '-o', '-#format=json'], folder);
  if (stdout === '') throw new Error(`buf build gave no answer: ${stderr}`);
  return JSON.parse(stdout) as ProtoImage;
};

const PERMISSION = '[jiangong.access.v1.permission]';

const wrongWith = (permission: Permission | undefined, fieldsOf: ReadonlySet<string>): string | undefined => {
  if (!permission) return 'no permission';
  if (!/^[a-z-]+\.[a-z-]+$/.test(permission.action ?? '')) return `"${permission.action ?? ''}" is no action`;
  if (!permission.resource) return 'no resource';
  if (permission.resource !== 'none' && !fieldsOf.has(permission.idField ?? ''))
    return `no field "${permission.idField ?? ''}" in the request`;
  return undefined;
};

/** RPCs that do not say who may call them, that name no resource, or whose resource's id is not in the request. */
export const rpcsWithoutPermission = (image: ProtoImage): { rpcs: number; wrong: readonly string[] } => {
  const fields = new Map<string, ReadonlySet<string>>(
    image.file.flatMap((file) =>
      (file.messageType ?? []).map(
        ({ name, field = [] }) => [`.${file.package}.${name}`, new Set(field.map((one) => one.name))] as const,
      ),
    ),
  );
  const methods = image.file.flatMap((file) =>
    (file.service ?? []).flatMap(({ name, method = [] }) =>
      method.map((one) => ({ where: `${file.package}.${name}/${one.name}`, one })),
    ),
  );
  const wrong = methods.flatMap(({ where, one }) => {
    const problem = wrongWith(one.options?.[PERMISSION], fields.get(one.inputType) ?? new Set());
    return problem === undefined ? [] : [`${where}: ${problem}`];
  });
  return { rpcs: methods.length, wrong };
};
