/** Texts of a result that committees of units decide, Chinese. */
export const roundPartsZh = {
  parts: {
    title: '由各单位研究确定',
    ofUnit: '本单位办理的事项',
    lead: '本结果由各单位机关党委分别研究确定：一个单位只决定本单位所属的对象，名额由各单位合计。逾期未定的，由上级说明理由代为研究。',
    table: '各单位研究确定情况',
    unit: '单位',
    entries: '对象数',
    status: '情况',
    minutes: '会议纪要',
    open: '办理',
    waits: '待研究确定',
    none: '没有本人可查看的单位。',
    progress: '已研究确定 {{done}} 个单位，共 {{count}} 个',
    superiorReason: '上级代为研究的理由',
    superiorHint: '该单位可以研究而逾期未定的，须填写理由；因回避达不到法定人数的，不必填写。',
    above: '由上级代为研究，理由',
  },
};
