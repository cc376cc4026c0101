/** What a call asks for. `year` as the edition's; `parameters` as the edition would set them. */
export type Arguments = Readonly<{
  command: 'validate' | 'show' | 'schema';
  files: readonly string[];
  year: number | undefined;
  parameters: Readonly<Record<string, string>>;
}>;

export const USAGE = [
  'npm run programme -- validate FILE… [--year YYYY]',
  'npm run programme -- show FILE [--year YYYY] [--set parameter=value]…',
  'npm run programme -- schema',
].join('\n');

/** Undefined where the words are no call. */
export const readArguments = (words: readonly string[]): Arguments | undefined => {
  const [command, ...rest] = words;
  if (command !== 'validate' && command !== 'show' && command !== 'schema') return undefined;
  const files: string[] = [];
  const parameters: Record<string, string> = {};
  let year: number | undefined;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] as string;
    const next = rest[at + 1] ?? '';
    if (word === '--year') {
      if (!/^20\d\d$/.test(next)) return undefined;
      year = Number(next);
      at += 1;
    } else if (word === '--set') {
      const [, name, value] = /^([A-Za-z0-9]+)=(.+)$/.exec(next) ?? [];
      if (name === undefined || value === undefined) return undefined;
      parameters[name] = value;
      at += 1;
    } else if (word.startsWith('--')) return undefined;
    else files.push(word);
  }
  const enough = command === 'schema' ? files.length === 0 : command === 'show' ? files.length === 1 : files.length > 0;
  return enough ? { command, files, year, parameters } : undefined;
};
