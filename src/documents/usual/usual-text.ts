/** An invented role with the CV of somebody who has done that work: what such texts usually look like. */
export interface UsualText {
  title: string;
  mustHave: readonly string[];
  description: string;
  cv: string;
}
