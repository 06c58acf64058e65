/** Whether the text has the form of an ISCO-08 unit group: four digits. */
export const isUnitGroup = (text: string): boolean => /^\d{4}$/.test(text);
