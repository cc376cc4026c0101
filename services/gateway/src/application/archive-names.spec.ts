import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { archiveNames, safeFileName } from './archive-names.ts';

const sha256 = 'a'.repeat(64);

describe('names of files that somebody saves', () => {
  it('hold no path, device, hidden file or endless name', () => {
    expect(safeFileName('../../etc/passwd')).toBe('_.._etc_passwd');
    expect(safeFileName('.bashrc')).toBe('bashrc');
    expect(safeFileName('照片：一\u202Egpj.exe')).toBe('照片：一_gpj.exe');
    expect(safeFileName('名 . . ')).toBe('名');
    expect([...safeFileName('长'.repeat(300))]).toHaveLength(80);
  });

  it('are numbered in their order, called by their caption, or by their hash where nobody said', () => {
    const file = { sha256, caption: '', extension: 'jpg' };
    expect(archiveNames([{ ...file, caption: '试点上线' }, file])).toEqual([
      '1-试点上线.jpg',
      `2-${'a'.repeat(16)}.jpg`,
    ]);
    expect(archiveNames(Array.from({ length: 10 }, () => file))[0]).toMatch(/^01-/u);
  });

  it('are all different, and each is a name alone, whatever the captions are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 30 }), (captions) => {
        const names = archiveNames(captions.map((caption) => ({ sha256, caption, extension: 'pdf' })));
        expect(new Set(names).size).toBe(captions.length);
        for (const name of names) {
          expect(name).toMatch(/^\d+-.+\.pdf$/u);
          expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u);
        }
      }),
    );
  });
});
