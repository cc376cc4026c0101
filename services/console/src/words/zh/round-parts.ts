/** Texts of a result that committees of units decide, Chinese. */
export const roundPartsZh = {
  parts: {
    title: '由各单位研究确定',
    ofUnit: '本单位办理的事项',
    lead: '本结果由各单位机关党委分别研究确定，方案规定由支部大会确定的，由各党支部分别确定：只决定本单位、本支部的对象；名额按方案由各单位合计，或在各支部内计算。逾期未定的，由上级说明理由代为研究。',
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
    superiorHint:
      '该单位（党支部）可以研究而逾期未定的，或党支部达不到法定人数的，须填写理由；机关党委因回避达不到法定人数的，不必填写。',
    above: '由上级代为研究，理由',
    circular: '通报',
    noticeAbove: '由上级代为公示，理由',
    circularAbove: '由上级代为通报，理由',
    publishForLead: '该部分由单位自行公示；公示阶段结束后单位仍未办理的，可说明理由代为公示。',
    publishFor: '代单位公示',
    issueForLead: '该部分由单位自行通报；通报阶段结束后单位仍未办理的，可说明理由代为通报。',
  },
};
