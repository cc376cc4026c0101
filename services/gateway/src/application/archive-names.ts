const NAME_CHARS_MAX = 80;
/** What one system or another takes for a path, a device or a command. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** Whoever saves a file with this name gets a file, whatever is in it: no path, no device, no hidden file, no endless name. */
export const safeFileName = (given: string): string => {
  const name = [...given.replaceAll(NOT_IN_NAMES, '_').trim().replace(/^\.+/u, '')].slice(0, NAME_CHARS_MAX).join('');
  return name.replace(/[. ]+$/u, '');
};

const pad = (number: number, all: number): string => String(number).padStart(String(all).length, '0');

/** The names of files in an archive, in their order: numbered, so that no two are one. */
export const archiveNames = (
  files: readonly Readonly<{ sha256: string; caption: string; extension: string }>[],
): readonly string[] =>
  files.map(({ sha256, caption, extension }, index) => {
    const called = safeFileName(caption);
    return `${pad(index + 1, files.length)}-${called === '' ? sha256.slice(0, 16) : called}.${extension}`;
  });
