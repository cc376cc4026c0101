/** What stands above the columns. Told apart by these words when the form comes back. */
export const ENTRY_COLUMN = '编号';
export const ATTEMPT_COLUMN = '次数';
export const VALUE_COLUMN = '数据';
export const DAY_COLUMN = '日期';
export const PLAIN_COLUMNS = ['序号', '名称', '申报单位', '已登记'] as const;

/** The sheet that is filled in, the hidden one, and the words of its lines. */
export const VALUES_SHEET = '登记表';
export const ORIGIN_SHEET = 'jiangong';
export const ORIGIN_WORDS = { round: 'round', measure: 'measure' } as const;

/** How units that many templates use are called. */
const UNITS: Readonly<Record<string, string>> = {
  points: '分',
  seconds: '秒',
  minutes: '分钟',
  hours: '小时',
  days: '天',
  percent: '%',
  rank: '名次',
  count: '次数',
};

export const unitName = (unit: string): string => UNITS[unit] ?? unit;
