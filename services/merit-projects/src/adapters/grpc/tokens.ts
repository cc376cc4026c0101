/** Injection token of the use cases. */
export const MERIT_PROJECTS = Symbol('jiangong.merit-projects');

export const SERVICE = 'MeritProjectsService';
