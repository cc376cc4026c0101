import { type Row, scoresNobody, type TieKey } from '@jiangong/scoring';
import type { CompiledPhase, CompiledSource, CompiledTemplate, Name } from '../compile/compiled.ts';
import type { Words } from '../need-words.ts';
import { partiesWords, partyWords } from './people-and-days.ts';
import { acrossWords, edgeWords, lackingWords, listed, named, NOTHING, said, withinWords } from './rule-words.ts';

export const points = (hundredths: number): string => String(hundredths / 100);
export const share = (basisPoints: number): string => `${basisPoints / 100}%`;

const calledBy = (names: Readonly<Record<string, Name>>, id: string): Words => named(names[id] ?? [id, id]);

const worth = (
  names: Readonly<Record<string, Name>>,
  parts: readonly Readonly<{ id: string; points: number }>[],
): Words =>
  listed(
    parts.map(({ id, points: most }) => {
      const { zh, en } = calledBy(names, id);
      return said(`${zh} ${points(most)} 分`, `${en} ${points(most)}`);
    }),
  );

/** What one ballot paper asks, and how many of its answers may be the best. */
const paperWords = ({ rule, filling: { fullAtMost, pickAtMost } }: Extract<CompiledSource, { kind: 'ballot' }>) => {
  const asked = rule.questions?.length ?? 1;
  if (pickAtMost !== undefined)
    return {
      many: NOTHING,
      full: {
        zh: `，每类对象一张选票，至多推荐 ${pickAtMost} 个`,
        en: `, a paper for each category, picking ${pickAtMost} names at most`,
      },
    };
  return {
    many: asked > 1 ? { zh: `，每张选票 ${asked} 个问题`, en: `, ${asked} questions on a paper` } : NOTHING,
    full:
      fullAtMost === undefined
        ? NOTHING
        : {
            zh: `，一张选票上最高等次不超过 ${share(fullAtMost)}`,
            en: `, at most ${share(fullAtMost)} of a paper at the highest level`,
          },
  };
};

const sourceWords = (source: CompiledSource, parties: CompiledTemplate['parties']): Words => {
  switch (source.kind) {
    case 'panel': {
      const by = partyWords(parties, source.filling.by);
      const parts = worth(source.names, source.table.criteria);
      const total = points(source.table.pointsTotal);
      return {
        zh: `评分表，由${by.zh}评分，共 ${total} 分：${parts.zh}`,
        en: `a score sheet of ${total} points, marked by ${by.en}: ${parts.en}`,
      };
    }
    case 'checklist': {
      const by = partiesWords(parties, [...new Set(Object.values(source.filling.owners))]);
      const parts = worth(source.names, source.table.areas);
      const total = points(source.table.pointsTotal);
      return {
        zh: `检查清单，由${by.zh}登记，共 ${total} 分：${parts.zh}`,
        en: `a check-list of ${total} points, kept by ${by.en}: ${parts.en}`,
      };
    }
    case 'bonus': {
      const claim = partyWords(parties, source.filling.claim);
      const decide = partyWords(parties, source.filling.decide);
      const cap = source.table.cap === null ? null : points(source.table.cap);
      return {
        zh: `加分，由${claim.zh}申报、${decide.zh}审定${cap === null ? '' : `，至多 ${cap} 分`}`,
        en: `bonuses, claimed by ${claim.en}, granted by ${decide.en}${cap === null ? '' : `, ${cap} points at most`}`,
      };
    }
    case 'ballot': {
      const who = partiesWords(
        parties,
        source.rule.electorates.map((one) => one.who),
      );
      const least = source.rule.least;
      const { many, full } = paperWords(source);
      return {
        zh: `无记名${source.rule.box ? '纸质' : ''}投票，由${who.zh}投票${many.zh}${full.zh}${source.rule.box ? '，两人清点' : ''}，不足 ${least} 票不计`,
        en: `a secret ${source.rule.box ? 'paper ballot, counted by two persons,' : 'ballot'} of ${who.en}${many.en}${full.en}, not counted below ${least} ballots`,
      };
    }
    case 'measure': {
      const by =
        source.by === null ? { zh: '平台算出', en: 'computed by the platform' } : partyWords(parties, source.by);
      const better = source.table.better === 'higher' ? { zh: '高', en: 'higher' } : { zh: '低', en: 'lower' };
      return {
        zh: `实测数据（${source.unit}），${source.by === null ? '' : '由'}${by.zh}${source.by === null ? '' : '登记'}，${better.zh}者为先`,
        en: `a measured value (${source.unit}), ${source.by === null ? by.en : `recorded by ${by.en}`}, ${better.en} is better`,
      };
    }
  }
};

export const wherePointsComeFrom = ({ sources, parties }: CompiledTemplate): readonly Words[] =>
  sources.map((source) => {
    const { zh, en } = sourceWords(source, parties);
    return said(`${source.id}：${zh}`, `${source.id}: ${en}`);
  });

type Take = Extract<Row, { op: 'take-panel' }>;

const reducedWords = ({ reduce, least, missing }: Take): Words => {
  const lacking = lackingWords[missing];
  const how =
    reduce.how === 'mean'
      ? { zh: '各表的平均分', en: 'the mean of the sheets' }
      : reduce.how === 'pooled'
        ? { zh: '实得分占可得分的百分比', en: 'marks given as a share of marks possible' }
        : {
            zh: `去掉 ${reduce.high} 个最高、${reduce.low} 个最低后的平均分`,
            en: `the mean without the ${reduce.high} highest and ${reduce.low} lowest`,
          };
  return {
    zh: `${how.zh}，至少 ${least} 份，缺表${lacking.zh}`,
    en: `${how.en}, of ${least} sheets at least; a missing sheet ${lacking.en}`,
  };
};

const ROUNDED = { 'half-even': '四舍六入五成双', 'half-up': '四舍五入', down: '舍去' } as const;
const joined = (of: readonly string[], mark: string): string => of.join(mark);

const rowWords = (row: Row): Words => {
  switch (row.op) {
    case 'take-panel': {
      const { zh, en } = reducedWords(row);
      return { zh: `取“${row.source}”，${zh}`, en: `from "${row.source}", ${en}` };
    }
    case 'take-checklist':
    case 'take-bonus':
      return { zh: `取“${row.source}”的得分`, en: `the points of "${row.source}"` };
    case 'take-ballot': {
      const { source, questions } = row;
      if (questions === undefined) return { zh: `取“${source}”的得分`, en: `the points of "${source}"` };
      return {
        zh: `取“${source}”的得分（${joined(questions, '、')}）`,
        en: `the points of "${source}" (${joined(questions, ', ')})`,
      };
    }
    case 'take-measure': {
      const { zh, en } = acrossWords[row.attempts];
      return { zh: `取“${row.source}”，多次的${zh}`, en: `from "${row.source}", ${en} of several attempts` };
    }
    case 'carry':
      return { zh: `带入“${row.phase}”的得分`, en: `the score of "${row.phase}" carried over` };
    case 'sum': {
      const less = row.minus.length === 0 ? '' : ` − ${joined(row.minus, ' − ')}`;
      return said(`${joined(row.of, ' + ')}${less}`, `${joined(row.of, ' + ')}${less}`);
    }
    case 'weigh': {
      const parts = joined(
        row.weights.map(({ row: of, weight }) => `${of} × ${share(weight)}`),
        ' + ',
      );
      return { zh: parts, en: parts };
    }
    case 'mean':
      return { zh: `${joined(row.of, '、')}的平均`, en: `the mean of ${joined(row.of, ', ')}` };
    case 'best':
      return { zh: `${joined(row.of, '、')}中最高的`, en: `the highest of ${joined(row.of, ', ')}` };
    case 'scale':
      return {
        zh: `${row.of} 由 ${points(row.from)} 分制折为 ${points(row.to)} 分制`,
        en: `${row.of} from ${points(row.from)} to ${points(row.to)} points`,
      };
    case 'times':
      return said(`${row.of} × ${row.by}`, `${row.of} × ${row.by}`);
    case 'clamp': {
      const floor = row.floor === undefined ? '' : `${points(row.floor)} ≤ `;
      const cap = row.cap === undefined ? '' : ` ≤ ${points(row.cap)}`;
      return said(`${floor}${row.of}${cap}`, `${floor}${row.of}${cap}`);
    }
    case 'bands':
      return { zh: `${row.of} 按 ${row.bands.length} 档折分`, en: `${row.of} by ${row.bands.length} bands` };
    case 'round':
      return {
        zh: `${row.of} ${ROUNDED[row.how]}，保留 ${row.decimals} 位小数`,
        en: `${row.of} to ${row.decimals} decimals`,
      };
  }
};

const tieWords = (tie: TieKey): Words =>
  tie.by === 'row'
    ? { zh: tie.row, en: tie.row }
    : { zh: `“${tie.criterion}”的平均分`, en: `the mean mark of "${tie.criterion}"` };

const THEN = {
  shared: { zh: '仍相同的名次并列', en: 'still equal ones share a rank' },
  draw: { zh: '仍相同的抽签', en: 'still equal ones are drawn by lot' },
  body: { zh: '仍相同的由会议确定', en: 'of still equal ones the body decides' },
} as const;

const rankWords = ({ score, decimals, rank, within }: CompiledPhase): Words => {
  const first =
    rank.better === 'higher' ? { zh: '高分在前', en: 'the highest first' } : { zh: '低分在前', en: 'the lowest first' };
  const ties = listed(rank.ties.map(tieWords));
  const equal = rank.ties.length === 0 ? NOTHING : { zh: `；同分比${ties.zh}`, en: `; equal ones by ${ties.en}` };
  return {
    zh: `得分为“${score}”，保留 ${decimals} 位小数，${first.zh}${equal.zh}；${THEN[rank.then].zh}；${withinWords[within].zh}`,
    en: `the score is "${score}", ${decimals} decimals, ${first.en}${equal.en}; ${THEN[rank.then].en}; ${withinWords[within].en}`,
  };
};

const admittedWords = ({ admits }: CompiledPhase): readonly Words[] => {
  if (admits.kind === 'all') return [];
  const edge = edgeWords[admits.edge];
  return [
    {
      zh: `“${admits.phase}”的前 ${admits.first} 名进入，${edge.zh}`,
      en: `the first ${admits.first} of "${admits.phase}" go on; ${edge.en}`,
    },
  ];
};

const phaseLines = (phase: CompiledPhase): readonly Words[] => {
  if (scoresNobody(phase))
    return [
      { zh: '不评分：由会议在参评对象中选定', en: 'nothing is scored: the body chooses among whoever was let in' },
    ];
  const rows = phase.rows.map((row) => {
    const { zh, en } = rowWords(row);
    const lacking = lackingWords[row.absent];
    return {
      zh: `${row.id} = ${zh}；缺此项时${lacking.zh}`,
      en: `${row.id} = ${en}; where it is lacking it ${lacking.en}`,
    };
  });
  return [...admittedWords(phase), ...rows, rankWords(phase)];
};

/** How the result comes about; of several phases each line says of which. */
export const howTheResultComesAbout = ({ phases }: CompiledTemplate): readonly Words[] =>
  phases.flatMap((phase) => {
    const { zh, en } = named(phase.name ?? [phase.id, phase.id]);
    return phaseLines(phase).map((line) =>
      phases.length === 1 ? line : said(`${zh}：${line.zh}`, `${en}: ${line.en}`),
    );
  });
