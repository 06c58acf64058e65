import { join } from 'node:path';
import type { EntitySchema } from '@mikro-orm/core';
import { pino, type Logger } from 'pino';
import { migrations } from '../migrations/index.ts';
import {
  AuditRecordEntity,
  ConsentEntity,
  tokenReader,
  type Actor,
  type Consequences,
  type Context,
  type TokenOptions,
  type TokenReader,
} from './access/index.ts';
import { openDatabase, type Database, type EntityManager } from './database/index.ts';
import {
  ActivityEntity,
  FunderEntity,
  lapseOnConsentEnd,
  LegEntity,
  MissionEntity,
  ProposalEntity,
  RubricEntity,
  ScreeningEntity,
} from './delegations/index.ts';
import {
  adoptModel,
  DocumentEntity,
  DocumentVectorEntity,
  EmbeddingModelEntity,
  embedTask,
} from './documents/index.ts';
import { openEmbedder, type Embedder } from './embeddings/index.ts';
import { endInterestsOf, EventRulesEntity, InterestEntity } from './events/index.ts';
import { ImportEntity } from './exchange/index.ts';
import { openJobs, task, type JobQueue, type Task } from './jobs/index.ts';
import { systemClock, type Clock } from './kernel/index.ts';
import { conceptReaders, reading, readTexts } from './matching/index.ts';
import {
  delivering,
  deliverTask,
  folderCarrier,
  MessageEntity,
  smtpCarrier,
  type AddresseeOf,
  type MessagesContext,
} from './messages/index.ts';
import {
  dropOnConsentEnd,
  AgendaFeedEntity,
  FeedbackEntity,
  HostEntity,
  hosting,
  MeetingEntity,
  OccasionEntity,
  PackageEntity,
  ParticipationEntity,
  planning,
  PlanRunEntity,
  planTask,
  releaseMeetings,
  resumePlanRuns,
  SessionEntity,
  StaffEntity,
} from './occasions/index.ts';
import { organisationContact, OrganisationEntity } from './organisations/index.ts';
import { PermitRuleEntity } from './permits/index.ts';
import {
  expireOfferTask,
  expiring,
  MilestoneEntity,
  OfferEntity,
  releaseOffers,
  type PlacementsContext,
} from './placements/index.ts';
import { RoleEntity } from './roles/index.ts';
import type { Settings } from './settings.ts';
import { endWithConsent, TandemEntity, TandemPartnerEntity } from './tandem/index.ts';
import { DisclosureEntity, talentContact, TalentEntity } from './talents/index.ts';
import {
  CampaignEmployerEntity,
  CampaignEntity,
  CampaignHostEntity,
  CampaignRoleEntity,
  endSignUps,
  endStandings,
  EntryEntity,
  NoteEntity,
  passingTurns,
  passTurnTask,
  ShortlistEntity,
  ShortlistRoleEntity,
  SignUpEntity,
  StepEntity,
} from './shortlists/index.ts';
import {
  conceptCatalogue,
  conceptSearch,
  embeddingLabels,
  embedLabelsTask,
  labelIndexes,
  loadStarter,
  meaningLinker,
  openGramVectors,
  titleReader,
  type TitleReader,
  type VocabularyContext,
} from './vocabulary/index.ts';

/** Every stored shape, from all rooms. */
const entities = [
  ActivityEntity,
  AgendaFeedEntity,
  AuditRecordEntity,
  CampaignEmployerEntity,
  CampaignEntity,
  CampaignHostEntity,
  CampaignRoleEntity,
  ConsentEntity,
  DisclosureEntity,
  DocumentEntity,
  DocumentVectorEntity,
  EmbeddingModelEntity,
  EventRulesEntity,
  EntryEntity,
  FeedbackEntity,
  FunderEntity,
  HostEntity,
  ImportEntity,
  InterestEntity,
  LegEntity,
  MeetingEntity,
  MessageEntity,
  MilestoneEntity,
  MissionEntity,
  NoteEntity,
  OccasionEntity,
  OfferEntity,
  OrganisationEntity,
  PackageEntity,
  ParticipationEntity,
  PermitRuleEntity,
  PlanRunEntity,
  ProposalEntity,
  RoleEntity,
  RubricEntity,
  ScreeningEntity,
  SessionEntity,
  ShortlistEntity,
  ShortlistRoleEntity,
  SignUpEntity,
  StaffEntity,
  StepEntity,
  TalentEntity,
  TandemEntity,
  TandemPartnerEntity,
] as unknown as readonly EntitySchema[];

/** What ends with what, across rooms: each room says what it does, and this is the one place that knows of all. */
const consequences: Consequences = {
  consentEnded: [
    endInterestsOf,
    async (context, talentId, purpose) => {
      if (purpose === 'MATCHING') await releaseMeetings(context, { talentId }, 'CONSENT_ENDED');
    },
    dropOnConsentEnd,
    endWithConsent,
    releaseOffers,
    endStandings,
    endSignUps,
    lapseOnConsentEnd,
  ],
};

/** Every kind of work in the background. */
const TASKS = [deliverTask, embedTask, embedLabelsTask, expireOfferTask, passTurnTask, planTask];

/** Where recipients of messages are written to. */
const addresseeOf: AddresseeOf = (em, { kind, id }) =>
  kind === 'talent' ? talentContact(em, id) : organisationContact(em, id);

/** What differs between the real thing and a test or demonstration. */
export interface ServiceOptions {
  clock?: Clock;
  /** Keeps the embedded database in memory, optionally begun from a dumped one. */
  inMemory?: boolean;
  template?: Blob;
  /** An embedder to share between services instead of loading one. */
  embedder?: Embedder;
  /** Whether background jobs are worked on here. */
  work?: boolean;
}

/** The context of a use case, with what the rooms ask for beside it. */
export type ServiceContext = Context & MessagesContext & PlacementsContext & VocabularyContext;

/** Tandem itself, where it does in the background what follows from time alone. */
const TANDEM: Actor = { id: 'tandem', kind: 'operator' };

/** The rooms wired together, running. */
export interface Service {
  settings: Settings;
  database: Database;
  embedder: Embedder;
  jobs: JobQueue;
  /** Brings all that rankings know of texts up to date now, as the background job does. */
  readTexts(em: EntityManager, options?: Parameters<typeof readTexts>[2]): Promise<number>;
  vocabulary: VocabularyContext['vocabulary'];
  /** What makes the vectors of labels. */
  titles: TitleReader;
  tokens: TokenReader;
  clock: Clock;
  log: Logger;
  /** What a use case is given, for this actor, with an entity manager of its own. */
  contextFor(actor: Actor): ServiceContext;
  close(): Promise<void>;
}

/** How tokens are read and, in development, made. */
export const tokenOptions = (settings: Settings): TokenOptions => ({
  production: settings.production,
  ...settings.oidc,
  keyFolder: settings.dataFolder,
});

/** Opens the database with the stored shapes and migrations of all rooms, and the starter vocabulary in it. */
export async function openTandemDatabase(
  settings: Settings,
  options: Pick<ServiceOptions, 'inMemory' | 'template' | 'clock'> = {},
): Promise<Database> {
  const database = await openDatabase({
    url: settings.databaseUrl,
    folder: options.inMemory ? undefined : settings.dataFolder,
    template: options.template,
    entities,
    migrations,
    migrate: settings.migrate,
  });
  try {
    const now = (options.clock ?? systemClock)();
    await loadStarter(database.em.fork() as EntityManager, settings.vocabularyFolder, now);
    return database;
  } catch (failure) {
    await database.close();
    throw failure;
  }
}

/** Opens the database, the model and the queue, and connects the rooms to them. */
export async function startService(settings: Settings, options: ServiceOptions = {}): Promise<Service> {
  const log = pino({ level: settings.logLevel, serializers: { err: withoutData } }, pino.destination(2));
  const clock = options.clock ?? systemClock;
  const tokens = tokenReader(tokenOptions(settings));
  const opened = new AsyncDisposableStack();
  try {
    // Side by side: the model loads in its own thread while the database opens in this one.
    const [databaseOpening, modelLoading] = await Promise.allSettled([
      openTandemDatabase(settings, options),
      options.embedder ?? loadModel(settings),
    ]);
    if (databaseOpening.status === 'fulfilled') opened.defer(() => databaseOpening.value.close());
    if (modelLoading.status === 'fulfilled' && !options.embedder)
      opened.defer(() => modelLoading.value.close());
    const database = valueOf(databaseOpening);
    const embedder = valueOf(modelLoading);

    const jobs = await openJobs(database, TASKS, {
      url: settings.databaseUrl,
      clock,
      report: ({ name, cause }) => log.error({ err: cause, job: name }, 'a job failed'),
    });
    opened.defer(() => jobs.close());

    const em = database.em.fork() as EntityManager;
    const adoption = await adoptModel(em, embedder);
    if (adoption === 'FILLS')
      log.info({ model: embedder.id }, 'documents are embedded anew; the model before serves meanwhile');
    if (adoption === 'READS_ANEW')
      log.info({ model: embedder.id }, 'texts are read in another way than before, and embedded anew');
    await jobs.enqueue(em, embedTask, {});
    await jobs.enqueue(em, embedLabelsTask, {});
    await resumePlanRuns(em, jobs);
    await jobs.enqueue(em, deliverTask, {});
    const titles = titleReader(embedder, openGramVectors(join(settings.modelsFolder, 'tandem-titles')));
    const indexes = labelIndexes(titles);
    const vocabulary = { catalogue: conceptCatalogue(), labels: conceptSearch(titles, indexes) };
    const concepts = conceptReaders(vocabulary.catalogue, meaningLinker(titles, indexes));
    const readers = { embedder, concepts };
    // A vocabulary that has changed links every text anew.
    const labels = followedBy(embeddingLabels(titles, jobs), (inside) => jobs.enqueue(inside, embedTask, {}));
    const { from, folder, smtpUrl } = settings.mail;
    const carrier = smtpUrl === undefined ? folderCarrier(folder) : smtpCarrier(smtpUrl);
    const mail = delivering({ addresseeOf, carrier, from, clock });
    const contextFor = (actor: Actor): ServiceContext => ({
      actor,
      now: clock(),
      em: database.em.fork() as EntityManager,
      jobs,
      consequences,
      addresseeOf,
      hosting,
      vocabulary,
    });
    const offers = expiring(() => contextFor(TANDEM));
    const turns = passingTurns((means) => ({ ...means, actor: TANDEM, jobs, consequences }));
    if (options.work ?? true)
      await jobs.work([reading(readers), labels, mail, offers, planning(clock), turns]);

    return {
      settings,
      database,
      embedder,
      jobs,
      readTexts: (reader, how) => readTexts(reader, readers, how),
      vocabulary,
      titles,
      tokens,
      clock,
      log,
      contextFor,
      close: () => opened.disposeAsync(),
    };
  } catch (failure) {
    await opened.disposeAsync();
    throw failure;
  }
}

const followedBy = <Payload extends object>(
  { contract, run }: Task<Payload>,
  next: (em: EntityManager) => Promise<void>,
): Task<Payload> =>
  task(contract, async (payload, means) => {
    await run(payload, means);
    await next(means.em);
  });

const loadModel = ({ model, modelsFolder, embeddingThreads }: Settings): Promise<Embedder> =>
  openEmbedder({ model, modelsFolder, ...(embeddingThreads ? { threads: embeddingThreads } : {}) });

function valueOf<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/**
 * What the log says of an error. A database's error carries the statement, its values and the row that broke a
 * rule: personal data, which never enters a log.
 */
function withoutData(error: Error & { code?: unknown; constraint?: unknown }): Record<string, unknown> {
  const { name, code, constraint, message, stack, cause } = error;
  return {
    type: name,
    code,
    constraint,
    message,
    stack,
    ...(cause instanceof Error ? { cause: withoutData(cause) } : {}),
  };
}
