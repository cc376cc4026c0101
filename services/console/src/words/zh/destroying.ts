/** Destroying one file by two persons, Chinese. */
export const destroyingZh = {
  destroying: {
    propose: '提议销毁',
    title: '提议销毁材料',
    lead: '只用于误传的材料，例如照片中有公民的身份证号、住址。由另一角色的人办理；办理后内容不再保存，无法恢复，也不能再次上传同一文件。理由写明问题即可，不要抄录个人信息。',
    done: '销毁提议已提交，等待另一人办理',
    proposed: '已提议销毁，等待另一人办理',
    gone: '已销毁（{{date}}），内容不再保存',
    last: '办理后，凡引用该材料的项目都不能再打开它；文件的哈希值和理由长期留存。此操作无法撤销。',
    look: '先看一遍这份材料',
  },
} as const;
