import type { FileKind } from './evidence.ts';

/** A file that goes along with the declaration. */
export type Attached = Readonly<{ sha256: string; kind: FileKind; name: string }>;
/** Which file is which document that the template asks for: document → hash. */
export type Chosen = Readonly<Record<string, string>>;

const REPORTS: ReadonlySet<FileKind> = new Set<FileKind>(['report', 'self-report']);

/** The file that a document is: the one that was chosen while it goes along, else the only report, else the only file. */
export const fileFor = (document: string, chosen: Chosen, attached: readonly Attached[]): string | undefined => {
  const said = attached.find(({ sha256 }) => sha256 === chosen[document]);
  if (said !== undefined) return said.sha256;
  const reports = attached.filter(({ kind }) => REPORTS.has(kind));
  const likely = reports.length > 0 ? reports : attached;
  return likely.length === 1 ? likely[0]?.sha256 : undefined;
};

export const documentsOf = (demanded: readonly string[], chosen: Chosen, attached: readonly Attached[]) =>
  demanded.flatMap((document) => {
    const sha256 = fileFor(document, chosen, attached);
    return sha256 === undefined ? [] : [{ document, sha256 }];
  });

export const chosenIn = (kept: unknown): Chosen =>
  typeof kept === 'object' && kept !== null
    ? Object.fromEntries(Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    : {};
