import { FirstSchema } from './20261121-first-schema.ts';
import { BlindCvs } from './20261122-blind-cvs.ts';
import { Disclosures } from './20261122-disclosures.ts';
import { Evidence } from './20261122-evidence.ts';
import { PermitsAndLicences } from './20261122-permits-and-licences.ts';
import { Showings } from './20261122-showings.ts';
import { Vocabulary } from './20261122-vocabulary.ts';
import { CompoundParts } from './20261123-compound-parts.ts';
import { LabelVectors } from './20261123-label-vectors.ts';
import { Campaigns } from './20261124-campaigns.ts';
import { Delegations } from './20261124-delegations.ts';
import { Events } from './20261124-events.ts';
import { MessageClaims } from './20261124-message-claims.ts';
import { Messages } from './20261124-messages.ts';
import { Occasions } from './20261124-occasions.ts';
import { Placements } from './20261124-placements.ts';
import { Planning } from './20261124-planning.ts';
import { ReportIndexes } from './20261124-report-indexes.ts';
import { Shortlists } from './20261124-shortlists.ts';
import { Tandems } from './20261124-tandems.ts';
import { NarrowDocuments } from './20261125-narrow-documents.ts';
import { BlindReading } from './20261126-blind-reading.ts';
import { SeenDocuments } from './20261127-seen-documents.ts';
import { HeldVectors } from './20261128-held-vectors.ts';
import { SeenInRows } from './20261129-seen-in-rows.ts';

/** Every migration, oldest first. A merged one is never edited: a change is a new migration. */
export const migrations = [
  FirstSchema,
  Vocabulary,
  PermitsAndLicences,
  Evidence,
  Disclosures,
  Showings,
  BlindCvs,
  CompoundParts,
  LabelVectors,
  Messages,
  Occasions,
  Events,
  Tandems,
  Planning,
  MessageClaims,
  Placements,
  Shortlists,
  Campaigns,
  Delegations,
  NarrowDocuments,
  ReportIndexes,
  BlindReading,
  SeenDocuments,
  HeldVectors,
  SeenInRows,
];
