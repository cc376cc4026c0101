export type Declared = { type: 'ProjectDeclared.v1' };
export type Redeclared = { type: 'ProjectDeclared.v2' };
