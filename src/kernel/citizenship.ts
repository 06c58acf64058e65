/** Which rules of free movement apply to someone: those within the single labour market, or permits. */
export const CITIZENSHIPS = ['EU_EEA_SWISS', 'THIRD_COUNTRY'] as const;
export type Citizenship = (typeof CITIZENSHIPS)[number];
