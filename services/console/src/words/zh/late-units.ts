/** Texts of units that are late, Chinese. */
export const lateUnitsZh = {
  lateUnits: {
    title: '待办单位',
    lead: '仍可办理而尚未办理的单位。提醒会送达该单位联络员，每日至多一次，并留有记录。',
    toEdition: '返回年度活动',
    act: '待办事项',
    acts: { plan: '提报计划', declare: '申报', 'answer-return': '修改退回的申报' },
    waiting: '待办项目',
    remindedAt: '最近提醒',
    never: '未提醒',
    times: '{{when}}，共 {{count}} 次',
    remind: {
      plan: '提醒未提报计划的单位',
      declare: '提醒未申报的单位',
      'answer-return': '提醒未修改退回申报的单位',
    },
    reaches: '将提醒以下 {{count}} 个单位：',
    nobody: '目前没有可提醒的单位。',
    send: '提醒 {{count}} 个单位',
    reminded: '已提醒 {{count}} 个单位',
    outcome: {
      reminded: '已提醒',
      'not-awaited': '无须办理',
      'reminded-lately': '今日已提醒',
      'reminded-often': '已提醒十次',
      'left-for-next': '留待下次',
    },
    emptyTitle: '没有待办单位',
    empty: '能办理的单位都已办理，或目前没有开放的阶段。',
  },
} as const;
