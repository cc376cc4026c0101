import type { Edition } from './ports.ts';
import type { Evaluation } from './evaluation.ts';
import { compileEdition, type CompiledEdition } from './round-tables.ts';

export type EditionTables = CompiledEdition & Readonly<{ edition: Edition }>;

/** Editions whose tables one process remembers: the same template with the same parameters compiles to the same. */
const COMPILED_REMEMBERED_MAX = 20;

/**
 * What an edition's rounds are decided by; `told`: as the fact at hand says it, which the read model may not have yet. Throws while edition or template is not known here: whoever asks is a process that is
 * given its fact again.
 */
export const editionTables = ({ knowledge }: Pick<Evaluation, 'knowledge'>) => {
  const remembered = new Map<string, CompiledEdition>();
  return async (editionId: string, told?: Edition): Promise<EditionTables> => {
    const edition = told ?? (await knowledge.edition(editionId));
    if (edition === undefined) throw new Error(`edition ${editionId} is not known yet`);
    const { committeeId, templateHash, parameters, year } = edition;
    const key = `${templateHash} ${year} ${JSON.stringify(parameters)}`;
    const known = remembered.get(key);
    if (known) return { ...known, edition };
    const text = await knowledge.template(committeeId, templateHash);
    if (text === undefined) throw new Error(`template ${templateHash} is not known yet`);
    const compiled = compileEdition(text, parameters, year);
    remembered.set(key, compiled);
    if (remembered.size > COMPILED_REMEMBERED_MAX) remembered.delete(remembered.keys().next().value as string);
    return { ...compiled, edition };
  };
};

export type ReadTables = ReturnType<typeof editionTables>;
