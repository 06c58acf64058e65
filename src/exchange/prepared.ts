import type { ConsentStatement } from '../access/index.ts';
import type { OrganisationData } from '../organisations/index.ts';
import type { RoleData } from '../roles/index.ts';
import type { TalentData } from '../talents/index.ts';

/** When a consent was given, and when it ended if it did. */
export type StatedConsent = Pick<ConsentStatement, 'givenAt' | 'withdrawnAt'>;

/** How a source names an organisation, and what it says of it. */
export interface OrganisationReference {
  /** Tandem's own identifier. */
  id?: string | undefined;
  /** The name that the source's system has for it. */
  identifier?: string | undefined;
  name: string;
  /** Everything needed to add it; absent when the source says too little. */
  data?: Omit<OrganisationData, 'representedById'> | undefined;
  /** Which of the facts in `data` the source states, and which were taken for want of a statement. */
  states: {
    kind: boolean;
    employees: boolean;
    region: boolean;
    contactEmail: boolean;
    contactLanguage: boolean;
  };
  representedBy?: OrganisationReference | undefined;
}

/** A record in Tandem's own terms, checked, not yet written. */
export type Prepared =
  | {
      kind: 'talent';
      id: string;
      data: TalentData;
      /** What the source says of consent to be matched. */
      consent: StatedConsent | null;
      withdrawnAt: Date | null;
    }
  | {
      kind: 'role';
      /** Tandem's own identifier, where the source gives one. */
      id: string | undefined;
      /** What tells it from the other roles of its employer. */
      identifier: string;
      employer: OrganisationReference;
      data: Omit<RoleData, 'employerId'>;
      withdrawnAt: Date | null;
    }
  | { kind: 'organisation'; reference: OrganisationReference };

/** What mapping a record gave: the data, and what its author may want to know. */
export interface Mapped {
  prepared: Prepared;
  /** Fixed sentences without values, so that equal ones can be counted. */
  notes: string[];
}
