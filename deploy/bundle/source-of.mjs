// Says where lines of a bundle come from: reads a log or a stack from standard input and puts sources in the place of positions in bundles,
// by the maps that the build left beside them. Of an image, by the maps of a build of the same commit.
//   node deploy/bundle/source-of.mjs < .data/logs/evaluation.log
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const POSITION = /(?:file:\/\/)?[^\s()"]*(dist\/services\/[a-z-]+\/[\w-]+\.js):(\d+):(\d+)/g;

const maps = new Map();
const mapOf = (file) => {
  if (!maps.has(file)) {
    try {
      maps.set(file, new SourceMap(JSON.parse(readFileSync(join(root, `${file}.map`), 'utf8'))));
    } catch {
      maps.set(file, undefined);
    }
  }
  return maps.get(file);
};

const sourceOf = (position, file, line, column) => {
  const { fileName, lineNumber, columnNumber } = mapOf(file)?.findOrigin(Number(line), Number(column)) ?? {};
  if (fileName === undefined) return position;
  return `${relative(root, join(root, file, '..', fileName))}:${lineNumber}:${columnNumber}`;
};

for await (const line of createInterface({ input: process.stdin })) console.log(line.replaceAll(POSITION, sourceOf));
