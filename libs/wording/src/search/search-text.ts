import { compared, isHan, piecesOf, runsOf, type Sought } from '../sought.ts';
import { readingsOf } from './readings.ts';

/** Of one text the first so many characters can be found by how they are read. */
const READ_CHARACTERS_MAX = 60;
/** Of a key by which lists are sorted so many characters count; what is alike so far stands by its id. */
export const SORT_KEY_CHARACTERS_MAX = 60;

/** Of Chinese every character and every two; of the rest every three, and where a word or a syllable begins its first one and two. */
const keysOfRun = (run: string): readonly string[] => {
  const characters = [...run];
  if (isHan(run)) return [...characters, ...piecesOf(characters, 2)];
  return [...piecesOf(characters, 3), ...beginningsOf(characters)];
};

const beginningsOf = (characters: readonly string[]): readonly string[] => [
  characters.slice(0, 1).join(''),
  characters.slice(0, 2).join(''),
];

const keysOfReading = (syllables: readonly string[]): readonly string[] => [
  ...piecesOf([...syllables.join('')], 3),
  ...syllables.flatMap((_, at) => beginningsOf([...syllables.slice(at, at + 2).join('')])),
];

const initialsOf = (syllables: readonly string[]): readonly string[] => syllables.map((one) => [...one][0] ?? '');

/** What is stored of something that can be found: `keys` are indexed, `text` tells whether a candidate is really meant. */
export type Findable = Readonly<{ keys: readonly string[]; text: string }>;

/** How something is found by its texts: as they stand, by how they are read, and by the initials of that. */
export const findableBy = (texts: readonly string[]): Findable => {
  const keys = new Set<string>();
  const lines = new Set<string>();
  for (const text of texts.map(compared)) {
    for (const run of runsOf(text)) {
      lines.add(run);
      for (const key of keysOfRun(run)) keys.add(key);
    }
    const read = [...text.replaceAll(' ', '')].slice(0, READ_CHARACTERS_MAX).join('');
    if (!/\p{Script=Han}/u.test(read)) continue;
    for (const syllables of readingsOf(read))
      for (const line of [syllables, initialsOf(syllables)]) {
        lines.add(line.join(''));
        for (const key of keysOfReading(line)) keys.add(key);
      }
  }
  keys.delete('');
  return { keys: [...keys].toSorted(), text: [...lines].join('\n') };
};

/** Whether something with these texts is what is looked for: for what is kept in no index. */
export const isFoundBy = (texts: readonly string[], { keys, parts }: Sought): boolean => {
  if (parts.length === 0) return false;
  const findable = findableBy(texts);
  return keys.every((key) => findable.keys.includes(key)) && parts.every((part) => findable.text.includes(part));
};

/** By what names are sorted: how they are read, then as they stand. For comparison byte by byte (`collate "C"`). */
export const sortKeyOf = (text: string): string => {
  const plain = compared(text);
  const [read] = readingsOf([...plain].slice(0, READ_CHARACTERS_MAX).join(''));
  return [...(read ?? []).join('')].slice(0, SORT_KEY_CHARACTERS_MAX).join('');
};
