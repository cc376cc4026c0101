/** Texts of organizations, Chinese. */
export const organizationsZh = {
  organizations: {
    title: '组织',
    name: '名称',
    kind: '类别',
    code: '代码',
    founded: '成立日期',
    below: '下级',
    belowOf: '查看下级（{{count}}）',
    top: '全部组织',
    path: '所在位置',
    emptyTitle: '没有符合条件的组织',
    empty: '可换一个词搜索，或返回全部组织。',
    condition: { live: '在册', dissolving: '正在撤销', dissolved: '已撤销' },
    state: '状态',
    kinds: {
      'working-committee': '工作委员会',
      unit: '单位',
      'party-committee': '党委',
      'leading-members-group': '党组',
      'discipline-committee': '纪委',
      'general-branch': '党总支',
      branch: '党支部',
      'temporary-branch': '临时党支部',
      'party-group': '党小组',
    },
  },
} as const;
