import type { Dice } from './seeded-random.ts';

const VERBS = ['推进', '深化', '加强', '守护', '打造', '创新', '优化', '提升'];
const OBJECTS = [
  '重点领域制度建设',
  '基层服务窗口规范化',
  '政务服务“一网通办”',
  '特殊群体关爱帮扶',
  '重大项目全程保障',
  '营商环境监督评价',
  '青年干部实践锻炼',
  '数据共享与业务协同',
  '安全风险排查整治',
  '乡村振兴结对共建',
  '绿色低碳机关',
  '普法宣传进基层',
  '人才引进与培育',
  '文化惠民行动',
  '应急保障能力',
];
const PURPOSES = [
  '助力全省经济社会发展',
  '大力提升便民服务水平',
  '全面服务高质量发展',
  '守护群众切身利益',
  '促进机关作风转变',
  '推动工作提质增效',
];

/** A title in the style of earlier series: what is done, and what for. Different within a unit and year by construction. */
export const inventTitle = (dice: Dice, taken: Set<string>): string => {
  for (;;) {
    const title = `${dice.pick(VERBS)}${dice.pick(OBJECTS)} ${dice.pick(PURPOSES)}`;
    if (taken.has(title)) continue;
    taken.add(title);
    return title;
  }
};
