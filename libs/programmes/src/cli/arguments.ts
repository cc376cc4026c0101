/** What words besides the command say: files, and how an edition would set the template. `year` as the edition's. */
export type Settings = Readonly<{
  files: readonly string[];
  year: number | undefined;
  parameters: Readonly<Record<string, string>>;
  /** Further options of a command, by name without the dashes. */
  others: Readonly<Record<string, string>>;
}>;

const COMMANDS = ['validate', 'show', 'schema'] as const;
type Command = (typeof COMMANDS)[number];

export type Arguments = Omit<Settings, 'others'> & Readonly<{ command: Command }>;

export const isCommand = (word: string | undefined): word is Command => COMMANDS.some((known) => known === word);

/** Undefined where the words are no settings. `known`: options beside `--year` and `--set` that take one word each. */
export const readSettings = (words: readonly string[], known: readonly string[] = []): Settings | undefined => {
  const files: string[] = [];
  const parameters: Record<string, string> = {};
  const others: Record<string, string> = {};
  let year: number | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    at += 1;
    const next = words[at] ?? '';
    if (word === '--year') {
      if (!/^20\d\d$/.test(next)) return undefined;
      year = Number(next);
    } else if (word === '--set') {
      const [, name, value] = /^([A-Za-z0-9]+)=(.+)$/.exec(next) ?? [];
      if (name === undefined || value === undefined) return undefined;
      parameters[name] = value;
    } else {
      if (!known.includes(word.slice(2)) || next === '') return undefined;
      others[word.slice(2)] = next;
    }
  }
  return { files, year, parameters, others };
};

/** Undefined where the words are no call. */
export const readArguments = (words: readonly string[]): Arguments | undefined => {
  const [command, ...rest] = words;
  if (!isCommand(command)) return undefined;
  const settings = readSettings(rest);
  if (settings === undefined) return undefined;
  const { files, year, parameters } = settings;
  const enough = command === 'schema' ? files.length === 0 : command === 'show' ? files.length === 1 : files.length > 0;
  return enough ? { command, files, year, parameters } : undefined;
};
