export const quota = (): string | undefined => process.env['QUOTA'];
