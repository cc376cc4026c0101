import { constants, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { type Entry, fromBufferPromise, type LocalFileHeader, type ZipFile } from 'yauzl';
import { SPREADSHEET_PARTS_MAX, UNPACKED_BYTES_MAX } from '../read-limits.ts';
import { codeOf, RefusedFile } from './refused-file.ts';

/** The parts of a package, by their names. */
export type PackageParts = Readonly<{
  /** A part unpacked, piece by piece; undefined where there is none of this name. */
  open: (name: string) => Promise<AsyncIterable<Buffer> | undefined>;
}>;

const unpack = promisify<Buffer, Readonly<{ maxOutputLength: number; finishFlush: number }>, Buffer>(inflateRaw);
const [STORED, DEFLATED] = [0, 8];

/** So much is handed on at once; others have their turn between the pieces. */
const PIECE_BYTES = 65_536;

const listed = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      // Two parts of one name, or a package of very many: no program for offices writes these.
      if (entries.has(entry.fileName) || entries.size >= SPREADSHEET_PARTS_MAX || entry.isEncrypted())
        return reject(new RefusedFile('NOT_A_SPREADSHEET'));
      entries.set(entry.fileName, entry);
      return zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
  return entries;
};

const MACROS = /(?:^|\/)vbaProject[^/]*\.bin$|^xl\/(?:macrosheets|dialogsheets)\//iu;
const LINKS = /^xl\/(?:externalLinks|queryTables|embeddings|activeX|ctrlProps|model|connections\.xml)/iu;

/** What brings work or addresses along is not opened at all: there is none of it in what is handed out here. */
const checkNames = (names: readonly string[]): void => {
  if (names.some((name) => MACROS.test(name))) throw new RefusedFile('SPREADSHEET_HAS_MACROS');
  if (names.some((name) => LINKS.test(name))) throw new RefusedFile('SPREADSHEET_HAS_LINKS');
};

/** A part's packed bytes within the file. */
const packedOf = async (bytes: Buffer, zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const header = await new Promise<LocalFileHeader>((resolve, reject) => {
    zip.readLocalFileHeader(entry, (error, read) => (error === null ? resolve(read) : reject(error)));
  });
  return bytes.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize);
};

const unpacked = async (packed: Buffer, { compressionMethod }: Entry, left: number): Promise<Buffer> => {
  if (compressionMethod === STORED && packed.length <= left) return packed;
  if (compressionMethod !== DEFLATED) throw new RefusedFile('NOT_A_SPREADSHEET');
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, left), finishFlush: constants.Z_FINISH });
  } catch (error) {
    const tooLarge = codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
    throw new RefusedFile(tooLarge ? 'SPREADSHEET_TOO_LARGE' : 'NOT_A_SPREADSHEET', error);
  }
};

async function* piecesOf(whole: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += PIECE_BYTES) {
    yield whole.subarray(at, at + PIECE_BYTES);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const notOne = (error: unknown): never => {
  throw error instanceof RefusedFile ? error : new RefusedFile('NOT_A_SPREADSHEET', error);
};

/**
 * Opens a package without unpacking anything. What is unpacked is bounded over all parts together, while it is unpacked: what a package
 * says of its sizes is believed nowhere.
 */
export const packageParts = async (bytes: Buffer): Promise<PackageParts> => {
  const asked = { lazyEntries: true, strictFileNames: true };
  const zip = await fromBufferPromise(bytes, asked).catch(notOne);
  const entries = await listed(zip).catch(notOne);
  checkNames([...entries.keys()]);
  let left = UNPACKED_BYTES_MAX;
  return {
    open: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const whole = await unpacked(await packedOf(bytes, zip, entry).catch(notOne), entry, left);
      left -= whole.length;
      if (whole.length !== entry.uncompressedSize) throw new RefusedFile('NOT_A_SPREADSHEET');
      return piecesOf(whole);
    },
  };
};
