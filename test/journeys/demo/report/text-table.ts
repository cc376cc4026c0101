/** Chinese characters are two columns wide on a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(character)
        ? 2
        : 1),
    0,
  );

const cell = (text: string, width: number, right: boolean): string => {
  const padding = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? padding + text : text + padding;
};

/** A table for a terminal; numbers stand on the right. */
export const textTable = (
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string => {
  const texts = rows.map((row) => row.map(String));
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column), ...texts.map((row) => widthOf(row[index] ?? ''))),
  );
  const line = (cells: readonly string[], numbers: readonly boolean[]): string =>
    cells
      .map((text, index) => cell(text, widths[index] as number, numbers[index] ?? false))
      .join('  ')
      .trimEnd();
  const isNumber = columns.map((_, index) => rows.length > 0 && rows.every((row) => typeof row[index] === 'number'));
  return [
    '',
    title,
    line(columns, isNumber),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...texts.map((row) => line(row, isNumber)),
  ].join('\n');
};
