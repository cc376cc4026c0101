/** What no file system takes in a name, or what would end the header it stands in. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;
const NAME_CHARS_MAX = 120;

/** RFC 5987: everything but letters, digits and a few marks as percents. */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Under which name a file is saved: the Chinese one for who understands `filename*`, a plain one for the rest. */
export const savedAs = (plain: string, name?: string): string => {
  if (name === undefined) return `attachment; filename="${plain}"`;
  const characters = [...name.replaceAll(NOT_IN_NAMES, ' ')];
  // The ending stands: without it nobody's program opens the file.
  const ending = /\.[0-9a-z]+$/u.exec(name)?.[0] ?? '';
  const kept =
    characters.length <= NAME_CHARS_MAX
      ? characters.join('')
      : `${characters.slice(0, NAME_CHARS_MAX - ending.length).join('')}${ending}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended(kept.trim())}`;
};
