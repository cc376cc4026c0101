export const lucky = (): boolean => Math.random() > 0.5;
