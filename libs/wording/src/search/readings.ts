import { pinyin } from 'pinyin-pro';

/**
 * Characters of names that are read in two ways, and where the dictionary's choice by context is often the wrong one (长春 as zhang chun):
 * both readings are findable. Rare readings stand here not: they would only find what nobody looks for.
 */
const READ_IN_TWO_WAYS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['长', ['chang', 'zhang']],
  ['重', ['chong', 'zhong']],
  ['行', ['xing', 'hang']],
  ['乐', ['le', 'yue']],
  ['单', ['dan', 'shan']],
  ['曾', ['zeng', 'ceng']],
  ['解', ['jie', 'xie']],
  ['朝', ['chao', 'zhao']],
  ['调', ['diao', 'tiao']],
  ['传', ['chuan', 'zhuan']],
  ['都', ['du', 'dou']],
  ['厦', ['xia', 'sha']],
  ['会', ['hui', 'kuai']],
  ['校', ['xiao', 'jiao']],
  ['藏', ['cang', 'zang']],
  ['盛', ['sheng', 'cheng']],
  ['翟', ['zhai', 'di']],
  ['查', ['cha', 'zha']],
  ['仇', ['qiu', 'chou']],
  ['区', ['qu', 'ou']],
  ['朴', ['pu', 'piao']],
  ['尉', ['wei', 'yu']],
  ['覃', ['qin', 'tan']],
  ['种', ['zhong', 'chong']],
  ['降', ['jiang', 'xiang']],
  ['柏', ['bai', 'bo']],
  ['盖', ['gai', 'ge']],
  ['弹', ['dan', 'tan']],
  ['宿', ['su', 'xiu']],
  ['率', ['lv', 'shuai']],
  ['蚌', ['bang', 'beng']],
  ['六', ['liu', 'lu']],
  ['莘', ['shen', 'xin']],
  ['车', ['che', 'ju']],
  ['万', ['wan', 'mo']],
  ['员', ['yuan', 'yun']],
  ['石', ['shi', 'dan']],
  ['折', ['zhe', 'she']],
  ['省', ['sheng', 'xing']],
]);

/** Other readings that one text may add: the first ones that it has. */
const OTHER_READINGS_MAX = 4;

/** Each character with its reading without tones (ü as v, as it is typed); what is no Chinese stands for itself. */
const inContext = (text: string): readonly string[] =>
  pinyin(text, { toneType: 'none', type: 'all', v: true }).map(({ origin, pinyin: read }) =>
    read === '' ? origin : read,
  );

/** How a text may be read: in context first, then once more for each character that is read in two ways. */
export const readingsOf = (text: string): readonly (readonly string[])[] => {
  const characters = [...text];
  const first = inContext(text);
  const others = characters.flatMap((character, at) => {
    const other = READ_IN_TWO_WAYS.get(character)?.find((reading) => reading !== first[at]);
    return other === undefined ? [] : [first.with(at, other)];
  });
  return [first, ...others.slice(0, OTHER_READINGS_MAX)];
};
