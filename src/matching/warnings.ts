/** What a reader of a match ought to know of the CV before trusting the figures. */
export const WARNINGS = ['REPEATED_TEXT', 'OTHER_SCRIPT', 'COPIES_DESCRIPTION', 'BEING_READ'] as const;
export type Warning = (typeof WARNINGS)[number];

/** From this share of the text on. */
const WORTH_A_WARNING = 0.25;

/** The warnings of a match, by what of the CV was left out when it was read and compared. */
export const warningsOf = (cv: {
  repeated: number;
  otherScript: number;
  /** Which share of what was read is copied from the role's description. */
  copied: number;
  fresh: boolean;
}): Warning[] => [
  ...(cv.repeated >= WORTH_A_WARNING ? (['REPEATED_TEXT'] as const) : []),
  ...(cv.otherScript >= WORTH_A_WARNING ? (['OTHER_SCRIPT'] as const) : []),
  ...(cv.copied > 0 ? (['COPIES_DESCRIPTION'] as const) : []),
  ...(cv.fresh ? [] : (['BEING_READ'] as const)),
];
