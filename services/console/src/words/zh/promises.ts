/** Texts of promises on a roll, Chinese. */
export const promisesZh = {
  promises: {
    title: '我的承诺',
    lead: '本人，以及本人任职的支部、单位在名册上作出的承诺；承诺阶段可以填写和修改，践诺阶段报告完成情况。',
    noneTitle: '没有需要承诺的事项',
    none: '本人和本人任职的组织目前不在需要承诺的名册上。',
    nothing: '还没有填写承诺。',
    brought: '已承诺',
    awaited: '待承诺',
    overdue: '逾期未承诺',
    planUntil: '承诺填写截止 {{until}}',
    deliverUntil: '完成情况报告截止 {{until}}',
    closed: '当前既不在承诺阶段，也不在践诺阶段。',
    write: '填写承诺',
    amend: '修改承诺',
    writeLead: '这里填写的是全部承诺，将代替此前所填；全部删除后提交，即撤回承诺。内容加密保存。',
    send: '提交承诺',
    done: '承诺已提交',
  },
};
