/** Texts of the sample of a template, Chinese. */
export const sampleZh = {
  sample: {
    title: '示例预览',
    show: '按以上数字预览一届是什么样子',
    unfold: '展开示例：日程、填写的表和结果',
    invented: '示例按 {{year}} 年排期，名称、评分和得奖情况均为虚构；节假日未公布的年份只避开周末。',
    beyond: '数字超出方案允许的范围，改正后可以预览。',
    notYet: '方案没有需要改正的问题后，这里显示示例。',
    days: '日程',
    papers: '填写的表',
    paper: { panel: '评分表', checklist: '检查清单', ballot: '选票', bonus: '加分申报表', measure: '实测数据表' },
    by: '由{{who}}填写',
    group: '类别',
    asked: { panel: '评分项', checklist: '检查项', ballot: '问题', bonus: '加分项', measure: '数据' },
    how: '怎样填',
    example: '填写示例',
    within: '排名范围',
    outcome: '结果',
    more: '等 {{count}} 个',
    chosen: '由会议选定，至多 {{count}} 个',
    nobody: '示例中没有',
  },
} as const;
