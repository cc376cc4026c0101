/** Texts of what a template needs of what is put forward, Chinese. */
export const needsZh = {
  needs: {
    title: '参评条件',
    asOf: '以 {{day}} 为准',
    met: '符合',
    unmet: '不符合',
    undetermined: '平台不掌握',
    found: '查得：{{found}}',
    unknown: '由审核人（没有审核环节的，由纪检）查实认定，不影响申报。',
    answered: { met: '经查实符合', unmet: '经查实不符合' },
    cannot: '有条件不符合，不能申报。情况有误的，请先由组织部门更正登记。',
    ground: '认定依据',
    groundHint: '无论是否符合都须写明，如“组织部门换届台账”。单位可以看到。',
    answerFirst: '请先认定“{{item}}”并写明依据',
    share: {
      branches:
        '名额：已用 {{taken}} 个，共 {{quota}} 个（每 {{onePer}} 个支部 1 个，截至 {{day}} 共 {{count}} 个支部）',
      members:
        '名额：已用 {{taken}} 个，共 {{quota}} 个（每 {{onePer}} 名党员 1 个，截至 {{day}} 共 {{count}} 名党员，含预备党员）',
    },
    stands: '名额已随首次申报核定，此后增减不再影响。',
  },
};
