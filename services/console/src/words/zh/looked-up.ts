/** Texts of what is looked up before a body decides, Chinese. */
export const lookedUpZh = {
  facts: {
    title: '须查实的情况',
    lead: '奖项规则要求、评分结果中没有的情况，由经办人查实后逐项填报；填报有误的，由另一人更正。填报内容只供研究确定，不对外告知。',
    awaits: '还有 {{count}} 项待填报，填报齐全后才能登记会议纪要。',
    complete: '已填报齐全。',
    none: '目前没有奖项因此待定，不必填报。',
    awaited: '待填报',
    corrected: '已更正 {{count}} 次',
    basis: '依据',
    hasFile: '附有材料（校验值 {{hash}}）',
    say: '填报',
    correct: '更正',
    sayTitle: '填报：{{name}}',
    correctTitle: '更正：{{name}}',
    value: '查实结果',
    yes: '是',
    no: '否',
    other: '其他',
    file: '依据材料（可不选；只记录校验值，材料由经办人保存）',
    done: '已填报',
    hindrance: {
      OWN_ENTRY: '与本人有关，由其他人填报',
      OWN_ORGANIZATION: '本人所在单位，由其他人填报',
      OWN_ANSWER: '本人填报，须由另一人更正',
    },
  },
} as const;
