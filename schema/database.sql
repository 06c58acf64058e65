CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';

CREATE FUNCTION public.number_of(person uuid) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (((((((('x'::text || substr(replace((person)::text, '-'::text, ''::text), 1, 16)))::bit(64))::bigint)::numeric * '18446744073709551616'::numeric) + (((('x'::text || substr(replace((person)::text, '-'::text, ''::text), 17)))::bit(64))::bigint)::numeric) + '9223372036854775808'::numeric) * ('100000000000'::bigint)::numeric);

CREATE FUNCTION public.claim_of(person uuid, starts timestamp with time zone, ends timestamp with time zone) RETURNS numrange
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN numrange((public.number_of(person) + ((EXTRACT(epoch FROM starts))::bigint)::numeric), (public.number_of(person) + ((EXTRACT(epoch FROM ends))::bigint)::numeric));

CREATE FUNCTION public.languages_needed(languages jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $$
      SELECT coalesce(array_agg(needed.key || ':' || needed.value), '{}') FROM jsonb_each_text(languages) AS needed
    $$;

CREATE FUNCTION public.languages_reached(languages jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $$
      SELECT coalesce(array_agg(spoken.key || ':' || scale.level), '{}')
      FROM jsonb_each_text(languages) AS spoken,
        unnest(ARRAY['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE']) WITH ORDINALITY AS scale (level, rank)
      WHERE scale.rank <= array_position(ARRAY['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'], spoken.value)
    $$;

CREATE FUNCTION public.licence_asked(profession text, territory text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT coalesce(array_agg(what || '@' || place), '{}')
      FROM unnest(ARRAY[profession, CASE WHEN profession ~ '^[0-9]{4}$' THEN 'CONCEPT' ELSE 'ISCO' END]) AS what,
        unnest(ARRAY[territory, CASE WHEN length(territory) = 2 THEN territory || '-*' ELSE left(territory, 2) END]) AS place
      WHERE profession IS NOT NULL
    $_$;

CREATE FUNCTION public.licences_stated(licences jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT coalesce(array_agg(DISTINCT named.what || '@' || place), '{}')
      FROM jsonb_to_recordset(licences)
          AS licence (profession text, country text, status text, "validUntil" text),
        LATERAL (
          SELECT CASE WHEN profession ~ '^[0-9]{4}$' THEN 'ISCO' ELSE 'CONCEPT' END AS what
          UNION ALL SELECT profession WHERE status = 'APPLIED' OR "validUntil" IS NULL
        ) AS named,
        unnest(CASE WHEN length(country) = 2 THEN ARRAY[country] ELSE ARRAY[country, left(country, 2) || '-*'] END) AS place
    $_$;

CREATE TABLE public.agenda_feeds (
    id uuid NOT NULL,
    owner_kind text NOT NULL,
    owner_id uuid NOT NULL,
    secret_hash text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT agenda_feeds_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['talent'::text, 'organisation'::text, 'interviewer'::text])))
);

CREATE TABLE public.audit_records (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id text NOT NULL,
    actor_kind text NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    detail jsonb NOT NULL
);

CREATE TABLE public.bookings (
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    claim numrange GENERATED ALWAYS AS (public.claim_of(person_id, starts_at, ends_at)) STORED NOT NULL
);

CREATE TABLE public.campaign_employers (
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    invited_at timestamp with time zone NOT NULL
);

CREATE TABLE public.campaign_hosts (
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    leads boolean NOT NULL
);

CREATE TABLE public.campaign_roles (
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    role_id uuid NOT NULL,
    employer_id uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL
);

CREATE TABLE public.campaign_sign_ups (
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    talent_id uuid NOT NULL,
    consent_id uuid NOT NULL,
    source text NOT NULL,
    signed_up_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    claimed_by text,
    claimed_at timestamp with time zone,
    decided_by text,
    screener text,
    decided_at timestamp with time zone,
    reason text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT campaign_sign_ups_check CHECK (((claimed_by IS NULL) = (claimed_at IS NULL))),
    CONSTRAINT campaign_sign_ups_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'CLAIMED'::text, 'LEAD'::text, 'POOL'::text, 'DECLINED'::text, 'WITHDRAWN'::text])))
);

CREATE TABLE public.campaigns (
    id uuid NOT NULL,
    name text NOT NULL,
    summary text NOT NULL,
    zone text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text NOT NULL,
    base_amount numeric(12,2) NOT NULL,
    base_jobs integer NOT NULL,
    further_job_amount numeric(12,2) NOT NULL,
    currency text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT campaigns_base_amount_check CHECK ((base_amount >= (0)::numeric)),
    CONSTRAINT campaigns_base_jobs_check CHECK ((base_jobs >= 1)),
    CONSTRAINT campaigns_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT campaigns_further_job_amount_check CHECK ((further_job_amount >= (0)::numeric)),
    CONSTRAINT campaigns_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'RUNNING'::text, 'CLOSED'::text, 'CANCELLED'::text])))
);

CREATE TABLE public.concept_descriptions (
    concept_id text NOT NULL,
    source text NOT NULL,
    isco text,
    skill_kind text,
    regulated_in text[] NOT NULL,
    broader text[] NOT NULL,
    essential_skills text[] NOT NULL,
    optional_skills text[] NOT NULL,
    CONSTRAINT concept_descriptions_isco_check CHECK ((isco ~ '^[0-9]{1,4}$'::text)),
    CONSTRAINT concept_descriptions_skill_kind_check CHECK ((skill_kind = ANY (ARRAY['SKILL'::text, 'KNOWLEDGE'::text, 'TOOL'::text, 'LANGUAGE'::text])))
);

CREATE TABLE public.concept_labels (
    concept_id text NOT NULL,
    source text NOT NULL,
    language text NOT NULL,
    text text NOT NULL,
    preferred boolean NOT NULL,
    CONSTRAINT concept_labels_language_check CHECK ((language ~ '^[a-z]{2}$'::text))
);

CREATE TABLE public.concepts (
    id text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT concepts_kind_check CHECK ((kind = ANY (ARRAY['GROUP'::text, 'OCCUPATION'::text, 'SKILL'::text])))
);

CREATE TABLE public.consents (
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    purpose text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT consents_check CHECK ((withdrawn_at >= given_at)),
    CONSTRAINT consents_purpose_check CHECK ((purpose ~ '^[A-Z_]+$'::text))
);

CREATE TABLE public.cvs (
    talent_id uuid NOT NULL,
    text text NOT NULL,
    hidden integer[] NOT NULL,
    rules integer NOT NULL
);

CREATE TABLE public.digest_roles (
    talent_id uuid NOT NULL,
    role_id uuid NOT NULL,
    digest_id uuid NOT NULL,
    score double precision NOT NULL
);

CREATE TABLE public.digests (
    id uuid NOT NULL,
    talent_id uuid NOT NULL,
    week date NOT NULL,
    sent_at timestamp with time zone NOT NULL
);

CREATE TABLE public.document_concepts (
    document_id uuid NOT NULL,
    ordinal integer NOT NULL,
    source text NOT NULL,
    item integer,
    concept_id text NOT NULL,
    kind text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    how text NOT NULL,
    confidence real NOT NULL,
    CONSTRAINT document_concepts_check CHECK (((item IS NOT NULL) = (source = ANY (ARRAY['MUST_HAVE'::text, 'NICE_TO_HAVE'::text])))),
    CONSTRAINT document_concepts_check1 CHECK (("end" > start)),
    CONSTRAINT document_concepts_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
    CONSTRAINT document_concepts_how_check CHECK ((how = ANY (ARRAY['EXACT'::text, 'INFLECTED'::text, 'COMPOUND'::text, 'SPELLING'::text, 'MEANING'::text]))),
    CONSTRAINT document_concepts_kind_check CHECK ((kind = ANY (ARRAY['GROUP'::text, 'OCCUPATION'::text, 'SKILL'::text]))),
    CONSTRAINT document_concepts_source_check CHECK ((source = ANY (ARRAY['TEXT'::text, 'TITLE'::text, 'MUST_HAVE'::text, 'NICE_TO_HAVE'::text]))),
    CONSTRAINT document_concepts_start_check CHECK ((start >= 0))
);

CREATE TABLE public.document_vectors (
    document_id uuid NOT NULL,
    model_id text NOT NULL,
    kind text NOT NULL,
    hash text NOT NULL,
    vector public.vector NOT NULL,
    repeated real NOT NULL,
    other_script real NOT NULL,
    seen text NOT NULL,
    pooled text NOT NULL,
    hashes text NOT NULL,
    written_in xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT document_vectors_kind_check CHECK ((kind = ANY (ARRAY['CV'::text, 'JOB'::text]))),
    CONSTRAINT document_vectors_other_script_check CHECK (((other_script >= (0)::double precision) AND (other_script <= (1)::double precision))),
    CONSTRAINT document_vectors_repeated_check CHECK (((repeated >= (0)::double precision) AND (repeated <= (1)::double precision)))
)
WITH (toast_tuple_target='128');
ALTER TABLE ONLY public.document_vectors ALTER COLUMN model_id SET STORAGE MAIN;
ALTER TABLE ONLY public.document_vectors ALTER COLUMN hash SET STORAGE MAIN;
ALTER TABLE ONLY public.document_vectors ALTER COLUMN seen SET STORAGE MAIN;
ALTER TABLE ONLY public.document_vectors ALTER COLUMN pooled SET STORAGE MAIN;

CREATE TABLE public.documents (
    id uuid NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    text text NOT NULL,
    hash text NOT NULL,
    brief jsonb,
    parts text DEFAULT ''::text NOT NULL,
    search tsvector GENERATED ALWAYS AS (
CASE language
    WHEN 'sv'::text THEN (to_tsvector('swedish'::regconfig, text) || strip(to_tsvector('swedish'::regconfig, parts)))
    WHEN 'fr'::text THEN (to_tsvector('french'::regconfig, text) || strip(to_tsvector('french'::regconfig, parts)))
    ELSE (to_tsvector('english'::regconfig, text) || strip(to_tsvector('english'::regconfig, parts)))
END) STORED NOT NULL,
    CONSTRAINT documents_brief CHECK (((kind = 'JOB'::text) = (brief IS NOT NULL))),
    CONSTRAINT documents_kind_check CHECK ((kind = ANY (ARRAY['CV'::text, 'JOB'::text]))),
    CONSTRAINT documents_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'fr'::text])))
)
WITH (toast_tuple_target='128');

CREATE TABLE public.embedding_models (
    id text NOT NULL,
    dimensions integer NOT NULL,
    state text NOT NULL,
    reading text NOT NULL,
    CONSTRAINT embedding_models_dimensions_check CHECK ((dimensions > 0)),
    CONSTRAINT embedding_models_state_check CHECK ((state = ANY (ARRAY['FILLING'::text, 'SERVING'::text, 'RETIRED'::text])))
);

CREATE TABLE public.event_rules (
    id uuid NOT NULL,
    answer_hours integer NOT NULL,
    talent_asks integer NOT NULL,
    employer_asks integer NOT NULL,
    suggestions integer NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT event_rules_answer_hours_check CHECK ((answer_hours > 0)),
    CONSTRAINT event_rules_employer_asks_check CHECK ((employer_asks >= 0)),
    CONSTRAINT event_rules_suggestions_check CHECK ((suggestions >= 0)),
    CONSTRAINT event_rules_talent_asks_check CHECK ((talent_asks >= 0))
);

CREATE TABLE public.identity_disclosures (
    id uuid NOT NULL,
    talent_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    consent_id uuid NOT NULL,
    disclosed_at timestamp with time zone NOT NULL,
    disclosed_by text NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by text,
    CONSTRAINT identity_disclosures_check CHECK ((withdrawn_at >= disclosed_at)),
    CONSTRAINT identity_disclosures_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);

CREATE TABLE public.import_records (
    import_id uuid NOT NULL,
    record_id uuid NOT NULL,
    line integer NOT NULL
);

CREATE TABLE public.imports (
    id uuid NOT NULL,
    file text NOT NULL,
    records_read integer NOT NULL,
    accepted integer NOT NULL,
    refused integer NOT NULL,
    refused_bytes bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT imports_records_read_check CHECK ((records_read >= 0))
);

CREATE TABLE public.interests (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    talent_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role_id uuid,
    asked_by text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    declined_by text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT interests_asked_by_check CHECK ((asked_by = ANY (ARRAY['TALENT'::text, 'EMPLOYER'::text, 'HOST'::text]))),
    CONSTRAINT interests_check CHECK (((state = 'DECLINED'::text) = (declined_by IS NOT NULL))),
    CONSTRAINT interests_declined_by_check CHECK ((declined_by = ANY (ARRAY['TALENT'::text, 'EMPLOYER'::text, 'HOST'::text]))),
    CONSTRAINT interests_state_check CHECK ((state = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text, 'PROMISED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'TAKEN_BACK'::text])))
);

CREATE TABLE public.label_vectors (
    model_id text NOT NULL,
    text text NOT NULL,
    vector bytea NOT NULL,
    reading text NOT NULL
);

CREATE TABLE public.linked_documents (
    document_id uuid NOT NULL,
    kind text NOT NULL,
    hash text NOT NULL,
    linker_id text NOT NULL,
    keys bigint[] NOT NULL,
    CONSTRAINT linked_documents_kind_check CHECK ((kind = ANY (ARRAY['CV'::text, 'JOB'::text])))
);

CREATE TABLE public.meeting_feedback (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    side text NOT NULL,
    rating integer NOT NULL,
    interested boolean NOT NULL,
    note text,
    given_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT meeting_feedback_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
    CONSTRAINT meeting_feedback_side_check CHECK ((side = ANY (ARRAY['EMPLOYER'::text, 'TALENT'::text])))
);

CREATE TABLE public.meetings (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    run_id uuid,
    talent_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    interviewer_id uuid,
    interpreter_id uuid,
    role_id uuid,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place integer,
    leg_id uuid,
    state text NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    link_secret text NOT NULL,
    pinned boolean DEFAULT false NOT NULL,
    missed_by text,
    cancel_reason text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT meetings_check CHECK ((ends_at > starts_at)),
    CONSTRAINT meetings_check1 CHECK (((state = 'MISSED'::text) = (missed_by IS NOT NULL))),
    CONSTRAINT meetings_check2 CHECK (((state = 'CANCELLED'::text) = (cancel_reason IS NOT NULL))),
    CONSTRAINT meetings_missed_by_check CHECK ((missed_by = ANY (ARRAY['EMPLOYER'::text, 'TALENT'::text, 'BOTH'::text]))),
    CONSTRAINT meetings_place_check CHECK ((place >= 0)),
    CONSTRAINT meetings_state_check CHECK ((state = ANY (ARRAY['PUBLISHED'::text, 'HELD'::text, 'MISSED'::text, 'CANCELLED'::text])))
);

CREATE TABLE public.messages (
    id uuid NOT NULL,
    recipient_kind text NOT NULL,
    recipient_id uuid NOT NULL,
    template text NOT NULL,
    parameters jsonb NOT NULL,
    change text NOT NULL,
    state text NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    problem text,
    claimed_until timestamp with time zone,
    CONSTRAINT messages_check CHECK (((state = 'SENT'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT messages_check1 CHECK (((state = 'UNDELIVERABLE'::text) = (problem IS NOT NULL))),
    CONSTRAINT messages_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['talent'::text, 'organisation'::text]))),
    CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'SENT'::text, 'UNDELIVERABLE'::text])))
);

CREATE SEQUENCE public.migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.mission_activities (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    activity text NOT NULL,
    organisation_id uuid NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    taken_by text NOT NULL,
    CONSTRAINT mission_activities_activity_check CHECK ((activity = ANY (ARRAY['FINANCING'::text, 'RECRUITMENT_SUPPORT'::text, 'PARTICIPATION_FEES'::text, 'PROMOTION_ABROAD'::text, 'WORK_PERMITS'::text, 'ARRIVAL_SERVICES'::text, 'STUDENT_SERVICES'::text])))
);

CREATE TABLE public.mission_funders (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    name text NOT NULL,
    organisation_id uuid,
    amount numeric(14,2) NOT NULL,
    currency text NOT NULL,
    CONSTRAINT mission_funders_amount_check CHECK ((amount >= (0)::numeric))
);

CREATE TABLE public.mission_legs (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    place integer NOT NULL,
    country text NOT NULL,
    city text NOT NULL,
    venue text,
    zone text NOT NULL,
    days date[] NOT NULL,
    from_time text NOT NULL,
    to_time text NOT NULL,
    lunch_from text,
    lunch_to text,
    minutes integer NOT NULL,
    pause integer NOT NULL,
    rooms integer NOT NULL,
    CONSTRAINT mission_legs_check CHECK (((lunch_from IS NULL) = (lunch_to IS NULL))),
    CONSTRAINT mission_legs_days_check CHECK ((cardinality(days) > 0)),
    CONSTRAINT mission_legs_minutes_check CHECK ((minutes > 0)),
    CONSTRAINT mission_legs_pause_check CHECK ((pause >= 0)),
    CONSTRAINT mission_legs_place_check CHECK ((place >= 0)),
    CONSTRAINT mission_legs_rooms_check CHECK ((rooms > 0))
);

CREATE TABLE public.mission_proposals (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    talent_id uuid NOT NULL,
    role_id uuid NOT NULL,
    state text NOT NULL,
    model_id text NOT NULL,
    score double precision NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by text NOT NULL,
    asked_at timestamp with time zone,
    answered_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT mission_proposals_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'ASKED'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'DISMISSED'::text, 'LAPSED'::text])))
);

CREATE TABLE public.mission_rubrics (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    number integer NOT NULL,
    criteria jsonb NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by text NOT NULL,
    CONSTRAINT mission_rubrics_number_check CHECK ((number > 0))
);

CREATE TABLE public.mission_screenings (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    talent_id uuid NOT NULL,
    number integer NOT NULL,
    rubric_id uuid NOT NULL,
    marks jsonb NOT NULL,
    total double precision NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by text NOT NULL,
    CONSTRAINT mission_screenings_decision_check CHECK ((decision = ANY (ARRAY['ADMIT'::text, 'DECLINE'::text, 'HOLD'::text]))),
    CONSTRAINT mission_screenings_number_check CHECK ((number > 0))
);

CREATE TABLE public.missions (
    id uuid NOT NULL,
    sectors text[] NOT NULL
);

CREATE TABLE public.occasion_hosts (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    leads boolean NOT NULL
);

CREATE TABLE public.occasion_packages (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    name text NOT NULL,
    amount numeric(12,2) NOT NULL,
    currency text NOT NULL,
    includes text[] NOT NULL,
    employees_from integer,
    employees_to integer,
    roles_included integer,
    further_role_amount numeric(12,2),
    CONSTRAINT occasion_packages_amount_check CHECK ((amount >= (0)::numeric)),
    CONSTRAINT occasion_packages_check CHECK ((employees_to >= employees_from)),
    CONSTRAINT occasion_packages_employees_from_check CHECK ((employees_from >= 0)),
    CONSTRAINT occasion_packages_further_role_amount_check CHECK ((further_role_amount >= (0)::numeric)),
    CONSTRAINT occasion_packages_roles_included_check CHECK ((roles_included >= 0))
);

CREATE TABLE public.occasion_sessions (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    leg_id uuid,
    zone text NOT NULL,
    date date NOT NULL,
    from_time text NOT NULL,
    to_time text NOT NULL,
    minutes integer NOT NULL,
    pause integer NOT NULL,
    places integer,
    CONSTRAINT occasion_sessions_minutes_check CHECK ((minutes > 0)),
    CONSTRAINT occasion_sessions_pause_check CHECK ((pause >= 0)),
    CONSTRAINT occasion_sessions_places_check CHECK ((places > 0))
);

CREATE TABLE public.occasion_staff (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    kind text NOT NULL,
    participation_id uuid,
    name text NOT NULL,
    languages text[] NOT NULL,
    availability jsonb,
    meetings_max integer,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT occasion_staff_check CHECK (((kind = 'INTERVIEWER'::text) = (participation_id IS NOT NULL))),
    CONSTRAINT occasion_staff_kind_check CHECK ((kind = ANY (ARRAY['INTERVIEWER'::text, 'INTERPRETER'::text]))),
    CONSTRAINT occasion_staff_meetings_max_check CHECK ((meetings_max >= 0))
);

CREATE TABLE public.occasions (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    summary text NOT NULL,
    zone text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text NOT NULL,
    employer_seats integer,
    talent_seats integer,
    employer_admission text NOT NULL,
    talent_admission text NOT NULL,
    link_template text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT occasions_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT occasions_check1 CHECK (
CASE kind
    WHEN 'MISSION'::text THEN (state = ANY (ARRAY['DRAFT'::text, 'ANNOUNCED'::text, 'RECRUITING'::text, 'INTERVIEWING'::text, 'CLOSED'::text, 'CANCELLED'::text]))
    ELSE (state = ANY (ARRAY['DRAFT'::text, 'OPEN'::text, 'PLANNED'::text, 'LIVE'::text, 'CLOSED'::text, 'CANCELLED'::text]))
END),
    CONSTRAINT occasions_employer_admission_check CHECK ((employer_admission = ANY (ARRAY['AUTOMATIC'::text, 'BY_ORGANISER'::text]))),
    CONSTRAINT occasions_employer_seats_check CHECK ((employer_seats >= 0)),
    CONSTRAINT occasions_kind_check CHECK ((kind = ANY (ARRAY['MISSION'::text, 'EVENT'::text]))),
    CONSTRAINT occasions_talent_admission_check CHECK ((talent_admission = ANY (ARRAY['AUTOMATIC'::text, 'BY_ORGANISER'::text]))),
    CONSTRAINT occasions_talent_seats_check CHECK ((talent_seats >= 0))
);

CREATE TABLE public.offers (
    id uuid NOT NULL,
    role_id uuid NOT NULL,
    employer_id uuid NOT NULL,
    talent_id uuid NOT NULL,
    occasion_id uuid,
    campaign_id uuid,
    shortlist_entry_id uuid,
    tandem_id uuid,
    salary_amount numeric(12,2),
    salary_currency text,
    salary_period text,
    starts_on date,
    answer_by timestamp with time zone NOT NULL,
    state text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    reason text,
    ended_on date,
    end_reason text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT offers_check CHECK ((((salary_amount IS NULL) = (salary_currency IS NULL)) AND ((salary_amount IS NULL) = (salary_period IS NULL)))),
    CONSTRAINT offers_check1 CHECK (((state = 'OFFERED'::text) = (settled_at IS NULL))),
    CONSTRAINT offers_check2 CHECK ((((state = 'ENDED'::text) = (ended_on IS NOT NULL)) AND ((state = 'ENDED'::text) = (end_reason IS NOT NULL)))),
    CONSTRAINT offers_salary_amount_check CHECK ((salary_amount > (0)::numeric)),
    CONSTRAINT offers_salary_period_check CHECK ((salary_period = ANY (ARRAY['HOUR'::text, 'MONTH'::text, 'YEAR'::text]))),
    CONSTRAINT offers_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text, 'EXPIRED'::text, 'ENDED'::text])))
);

CREATE TABLE public.organisations (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    country text NOT NULL,
    region text,
    employees integer,
    represented_by_id uuid,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    contact_email text,
    contact_language text DEFAULT 'en'::text NOT NULL,
    CONSTRAINT organisations_check CHECK ((represented_by_id <> id)),
    CONSTRAINT organisations_contact_language_check CHECK ((contact_language = ANY (ARRAY['en'::text, 'sv'::text, 'fr'::text]))),
    CONSTRAINT organisations_employees_check CHECK ((employees >= 0)),
    CONSTRAINT organisations_kind_check CHECK ((kind = ANY (ARRAY['EMPLOYER'::text, 'HOST_PARK'::text, 'DEVELOPMENT_COUNCIL'::text, 'MINISTRY'::text, 'SERVICE_PARTNER'::text])))
);

CREATE TABLE public.participations (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    side text NOT NULL,
    organisation_id uuid,
    talent_id uuid,
    host_id uuid,
    state text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    reason text,
    package_id uuid,
    fee_amount numeric(12,2),
    fee_currency text,
    role_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    availability jsonb,
    meetings_min integer DEFAULT 0 NOT NULL,
    meetings_max integer,
    meetings_per_day integer,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT participations_check CHECK ((meetings_max >= meetings_min)),
    CONSTRAINT participations_check1 CHECK (((side = 'EMPLOYER'::text) = (organisation_id IS NOT NULL))),
    CONSTRAINT participations_check2 CHECK (((side = 'TALENT'::text) = (talent_id IS NOT NULL))),
    CONSTRAINT participations_check3 CHECK (((fee_amount IS NULL) = (fee_currency IS NULL))),
    CONSTRAINT participations_fee_amount_check CHECK ((fee_amount >= (0)::numeric)),
    CONSTRAINT participations_meetings_min_check CHECK ((meetings_min >= 0)),
    CONSTRAINT participations_meetings_per_day_check CHECK ((meetings_per_day > 0)),
    CONSTRAINT participations_side_check CHECK ((side = ANY (ARRAY['EMPLOYER'::text, 'TALENT'::text]))),
    CONSTRAINT participations_state_check CHECK ((state = ANY (ARRAY['APPLIED'::text, 'WAITING'::text, 'ADMITTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text])))
);

CREATE TABLE public.permit_rules (
    id uuid NOT NULL,
    territory text NOT NULL,
    permit text NOT NULL,
    citizenship text,
    engagements text[] NOT NULL,
    only_occupations text[] NOT NULL,
    exempt_occupations text[] NOT NULL,
    salary_floor numeric(12,2),
    currency text,
    period text,
    weekly_hours numeric(3,1) NOT NULL,
    processing_days integer,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL,
    consulted_on date NOT NULL,
    note text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT permit_rules_check CHECK ((valid_to >= valid_from)),
    CONSTRAINT permit_rules_check1 CHECK ((((salary_floor IS NULL) = (currency IS NULL)) AND ((salary_floor IS NULL) = (period IS NULL)))),
    CONSTRAINT permit_rules_citizenship_check CHECK ((citizenship = ANY (ARRAY['EU_EEA_SWISS'::text, 'THIRD_COUNTRY'::text]))),
    CONSTRAINT permit_rules_period_check CHECK ((period = ANY (ARRAY['HOUR'::text, 'MONTH'::text, 'YEAR'::text]))),
    CONSTRAINT permit_rules_processing_days_check CHECK ((processing_days >= 0)),
    CONSTRAINT permit_rules_salary_floor_check CHECK ((salary_floor > (0)::numeric)),
    CONSTRAINT permit_rules_weekly_hours_check CHECK ((weekly_hours > (0)::numeric))
);

CREATE TABLE public.placement_milestones (
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    kind text NOT NULL,
    on_date date,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT placement_milestones_check CHECK (((on_date IS NOT NULL) OR (kind = ANY (ARRAY['PERMIT'::text, 'ARRIVAL'::text])))),
    CONSTRAINT placement_milestones_kind_check CHECK ((kind = ANY (ARRAY['OFFER'::text, 'ACCEPTED'::text, 'PERMIT'::text, 'ARRIVAL'::text, 'THREE_MONTHS'::text, 'ONE_YEAR'::text])))
);

CREATE TABLE public.plan_runs (
    id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    leg_id uuid,
    based_on_id uuid,
    state text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    requested_by text NOT NULL,
    finished_at timestamp with time zone,
    problem jsonb NOT NULL,
    answer jsonb,
    failure text,
    version integer DEFAULT 1 NOT NULL,
    given jsonb DEFAULT '{}'::jsonb NOT NULL,
    progress jsonb,
    beat_at timestamp with time zone,
    called_off boolean DEFAULT false NOT NULL,
    pinned_pairs text[] DEFAULT '{}'::text[] NOT NULL,
    publication jsonb,
    CONSTRAINT plan_runs_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'READY'::text, 'FAILED'::text, 'PUBLISHED'::text, 'SUPERSEDED'::text])))
);

CREATE TABLE public.requirements (
    document_id uuid NOT NULL,
    model_id text NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    item integer,
    start integer NOT NULL,
    "end" integer NOT NULL,
    text text NOT NULL,
    hash text NOT NULL,
    vector bytea NOT NULL,
    CONSTRAINT requirements_check CHECK (((item IS NOT NULL) = (source = ANY (ARRAY['MUST_HAVE'::text, 'NICE_TO_HAVE'::text])))),
    CONSTRAINT requirements_check1 CHECK (("end" > start)),
    CONSTRAINT requirements_kind_check CHECK ((kind = ANY (ARRAY['MUST'::text, 'NICE'::text, 'TASK'::text]))),
    CONSTRAINT requirements_source_check CHECK ((source = ANY (ARRAY['TITLE'::text, 'MUST_HAVE'::text, 'NICE_TO_HAVE'::text, 'DESCRIPTION'::text]))),
    CONSTRAINT requirements_start_check CHECK ((start >= 0))
);

CREATE TABLE public.roles (
    id uuid NOT NULL,
    employer_id uuid NOT NULL,
    title text NOT NULL,
    country text NOT NULL,
    region text,
    city text,
    sector text NOT NULL,
    engagement text NOT NULL,
    working_languages jsonb NOT NULL,
    languages_needed text[] GENERATED ALWAYS AS (public.languages_needed(working_languages)) STORED NOT NULL,
    english_accepted boolean NOT NULL,
    must_have text[] NOT NULL,
    nice_to_have text[] NOT NULL,
    openings integer NOT NULL,
    salary_min numeric(12,2),
    salary_max numeric(12,2),
    salary_currency text,
    salary_period text,
    start_by date,
    permit_support boolean,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    occupation text,
    licence_profession text,
    licence_territory text,
    licence_needed text,
    licence_asked text[] GENERATED ALWAYS AS (public.licence_asked(licence_profession, licence_territory)) STORED NOT NULL,
    latitude double precision,
    longitude double precision,
    remote boolean DEFAULT false NOT NULL,
    CONSTRAINT roles_check CHECK ((salary_max >= salary_min)),
    CONSTRAINT roles_check1 CHECK ((((licence_needed IS NULL) = (licence_profession IS NULL)) AND ((licence_needed IS NULL) = (licence_territory IS NULL)))),
    CONSTRAINT roles_check2 CHECK (((latitude IS NULL) = (longitude IS NULL))),
    CONSTRAINT roles_engagement_check CHECK ((engagement = ANY (ARRAY['PERMANENT'::text, 'FIXED_TERM'::text, 'INTERNSHIP'::text, 'THESIS'::text, 'LOAN'::text]))),
    CONSTRAINT roles_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT roles_licence_needed_check CHECK ((licence_needed = ANY (ARRAY['HELD'::text, 'OBTAINABLE'::text]))),
    CONSTRAINT roles_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
    CONSTRAINT roles_occupation_check CHECK ((occupation ~ '^[0-9]{4}$'::text)),
    CONSTRAINT roles_openings_check CHECK ((openings > 0)),
    CONSTRAINT roles_salary_min_check CHECK ((salary_min >= (0)::numeric)),
    CONSTRAINT roles_salary_period_check CHECK ((salary_period = ANY (ARRAY['HOUR'::text, 'MONTH'::text, 'YEAR'::text])))
);

CREATE TABLE public.search_terms (
    document_id uuid NOT NULL,
    word text NOT NULL,
    weight real NOT NULL,
    stems text[] NOT NULL,
    query tsquery NOT NULL,
    rarity real,
    among integer,
    part boolean DEFAULT false NOT NULL,
    CONSTRAINT search_terms_rarity_check CHECK ((rarity >= (0)::double precision)),
    CONSTRAINT search_terms_weight_check CHECK ((weight > (0)::double precision))
);

CREATE TABLE public.shortlist_entries (
    id uuid NOT NULL,
    shortlist_id uuid NOT NULL,
    talent_id uuid NOT NULL,
    consent_id uuid NOT NULL,
    origin text NOT NULL,
    state text NOT NULL,
    since timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by text NOT NULL,
    "position" integer NOT NULL,
    role_id uuid,
    turns uuid[] NOT NULL,
    passed uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    turn integer NOT NULL,
    turn_ends_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT shortlist_entries_origin_check CHECK ((origin = ANY (ARRAY['RANKED'::text, 'APPLIED'::text, 'LEAD'::text, 'BY_HAND'::text]))),
    CONSTRAINT shortlist_entries_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'CONTACTED'::text, 'INTERVIEW'::text, 'OFFER'::text, 'HIRED'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'RELEASED'::text]))),
    CONSTRAINT shortlist_entries_turn_check CHECK ((turn >= 0))
);

CREATE TABLE public.shortlist_explanations (
    entry_id uuid NOT NULL,
    role_id uuid NOT NULL,
    model_id text NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    score double precision NOT NULL,
    frozen jsonb NOT NULL
);

CREATE TABLE public.shortlist_notes (
    id uuid NOT NULL,
    entry_id uuid NOT NULL,
    author_id text NOT NULL,
    organisation_id uuid,
    visibility text NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT shortlist_notes_visibility_check CHECK ((visibility = ANY (ARRAY['AUTHOR'::text, 'ORGANISATION'::text, 'SHARED'::text, 'TALENT'::text])))
);

CREATE TABLE public.shortlist_roles (
    id uuid NOT NULL,
    shortlist_id uuid NOT NULL,
    role_id uuid NOT NULL,
    employer_id uuid NOT NULL,
    place integer NOT NULL,
    CONSTRAINT shortlist_roles_place_check CHECK ((place >= 0))
);

CREATE TABLE public.shortlist_steps (
    id uuid NOT NULL,
    entry_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id text NOT NULL,
    actor_kind text NOT NULL,
    employer_id uuid,
    move text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    reason text
);

CREATE TABLE public.shortlists (
    id uuid NOT NULL,
    name text NOT NULL,
    occasion_id uuid,
    campaign_id uuid,
    zone text NOT NULL,
    window_days integer,
    release_to text NOT NULL,
    shows_employers boolean NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT shortlists_check CHECK (((occasion_id IS NULL) OR (campaign_id IS NULL))),
    CONSTRAINT shortlists_release_to_check CHECK ((release_to = ANY (ARRAY['NEXT'::text, 'ALL'::text]))),
    CONSTRAINT shortlists_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text]))),
    CONSTRAINT shortlists_window_days_check CHECK (((window_days >= 1) AND (window_days <= 60)))
);

CREATE TABLE public.showings (
    talent_id uuid NOT NULL,
    day date NOT NULL,
    role_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    attention real NOT NULL,
    CONSTRAINT showings_attention_check CHECK (((attention > (0)::double precision) AND (attention <= (1)::double precision)))
);

CREATE TABLE public.similarity_scales (
    model_id text NOT NULL,
    comparison text NOT NULL,
    mean real NOT NULL,
    deviation real NOT NULL,
    CONSTRAINT similarity_scales_comparison_check CHECK ((comparison = ANY (ARRAY['DOCUMENTS'::text, 'EVIDENCE'::text]))),
    CONSTRAINT similarity_scales_deviation_check CHECK ((deviation > (0)::double precision))
);

CREATE TABLE public.sought_concepts (
    document_id uuid NOT NULL,
    key bigint NOT NULL,
    weight real NOT NULL,
    rarity real,
    among integer,
    CONSTRAINT sought_concepts_rarity_check CHECK ((rarity >= (0)::double precision)),
    CONSTRAINT sought_concepts_weight_check CHECK ((weight > (0)::double precision))
);

CREATE TABLE public.talents (
    id uuid NOT NULL,
    name text NOT NULL,
    email text,
    country text NOT NULL,
    region text,
    citizenship text NOT NULL,
    right_to_work_in text[] NOT NULL,
    segment text,
    languages jsonb NOT NULL,
    languages_reached text[] GENERATED ALWAYS AS (public.languages_reached(languages)) STORED NOT NULL,
    earliest_start date,
    relocate boolean,
    wished_regions text[] NOT NULL,
    wished_engagements text[] NOT NULL,
    partner boolean NOT NULL,
    children integer NOT NULL,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    licences jsonb DEFAULT '[]'::jsonb NOT NULL,
    licences_stated text[] GENERATED ALWAYS AS (public.licences_stated(licences)) STORED NOT NULL,
    latitude double precision,
    longitude double precision,
    commute_km integer,
    CONSTRAINT talents_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
    CONSTRAINT talents_children_check CHECK ((children >= 0)),
    CONSTRAINT talents_citizenship_check CHECK ((citizenship = ANY (ARRAY['EU_EEA_SWISS'::text, 'THIRD_COUNTRY'::text]))),
    CONSTRAINT talents_commute_km_check CHECK ((commute_km > 0)),
    CONSTRAINT talents_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT talents_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
    CONSTRAINT talents_segment_check CHECK ((segment = ANY (ARRAY['STUDENT'::text, 'RESEARCHER'::text, 'SPECIALIST'::text, 'RETURNING'::text, 'ACCOMPANYING_PARTNER'::text])))
);

CREATE TABLE public.tandem_partners (
    id uuid NOT NULL,
    tandem_id uuid NOT NULL,
    state text NOT NULL,
    seat smallint NOT NULL,
    talent_id uuid NOT NULL,
    disclosed_at timestamp with time zone,
    sector text,
    occupation text,
    CONSTRAINT tandem_partners_check CHECK (((disclosed_at IS NULL) = (sector IS NULL))),
    CONSTRAINT tandem_partners_check1 CHECK (((occupation IS NULL) OR (sector IS NOT NULL))),
    CONSTRAINT tandem_partners_seat_check CHECK ((seat = ANY (ARRAY[1, 2])))
);

CREATE TABLE public.tandems (
    id uuid NOT NULL,
    state text NOT NULL,
    code_digest text,
    expires_at timestamp with time zone NOT NULL,
    avoid_same_slot boolean NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT tandems_check CHECK (((state = 'PROPOSED'::text) = (code_digest IS NOT NULL))),
    CONSTRAINT tandems_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'STANDING'::text, 'DECLINED'::text, 'WITHDRAWN'::text, 'ENDED'::text])))
);

CREATE TABLE public.usual_vectors (
    model_id text NOT NULL,
    centre_of text NOT NULL,
    language text NOT NULL,
    vector public.vector NOT NULL,
    CONSTRAINT usual_vectors_centre_of_check CHECK ((centre_of = ANY (ARRAY['CV'::text, 'JOB'::text, 'REQUIREMENT'::text]))),
    CONSTRAINT usual_vectors_language_check CHECK ((language = ANY (ARRAY['en'::text, 'sv'::text, 'fr'::text])))
);

CREATE TABLE public.vocabulary_sources (
    source text NOT NULL,
    digest text NOT NULL,
    attribution text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT vocabulary_sources_source_check CHECK ((source = ANY (ARRAY['starter'::text, 'esco'::text])))
);

ALTER TABLE ONLY public.agenda_feeds
    ADD CONSTRAINT agenda_feeds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agenda_feeds
    ADD CONSTRAINT agenda_feeds_secret_hash_key UNIQUE (secret_hash);

ALTER TABLE ONLY public.audit_records
    ADD CONSTRAINT audit_records_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_nobody_twice EXCLUDE USING gist (claim WITH &&) DEFERRABLE;

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_pkey PRIMARY KEY (meeting_id, person_id);

ALTER TABLE ONLY public.campaign_employers
    ADD CONSTRAINT campaign_employers_campaign_id_organisation_id_key UNIQUE (campaign_id, organisation_id);

ALTER TABLE ONLY public.campaign_employers
    ADD CONSTRAINT campaign_employers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaign_hosts
    ADD CONSTRAINT campaign_hosts_campaign_id_organisation_id_key UNIQUE (campaign_id, organisation_id);

ALTER TABLE ONLY public.campaign_hosts
    ADD CONSTRAINT campaign_hosts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaign_roles
    ADD CONSTRAINT campaign_roles_campaign_id_role_id_key UNIQUE (campaign_id, role_id);

ALTER TABLE ONLY public.campaign_roles
    ADD CONSTRAINT campaign_roles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaign_sign_ups
    ADD CONSTRAINT campaign_sign_ups_campaign_id_talent_id_consent_id_key UNIQUE (campaign_id, talent_id, consent_id);

ALTER TABLE ONLY public.campaign_sign_ups
    ADD CONSTRAINT campaign_sign_ups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaigns
    ADD CONSTRAINT campaigns_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.concept_descriptions
    ADD CONSTRAINT concept_descriptions_pkey PRIMARY KEY (concept_id, source);

ALTER TABLE ONLY public.concept_labels
    ADD CONSTRAINT concept_labels_pkey PRIMARY KEY (concept_id, source, language, text);

ALTER TABLE ONLY public.concepts
    ADD CONSTRAINT concepts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cvs
    ADD CONSTRAINT cvs_pkey PRIMARY KEY (talent_id);

ALTER TABLE ONLY public.digest_roles
    ADD CONSTRAINT digest_roles_pkey PRIMARY KEY (talent_id, role_id);

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT digests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT digests_talent_id_week_key UNIQUE (talent_id, week);

ALTER TABLE ONLY public.document_concepts
    ADD CONSTRAINT document_concepts_pkey PRIMARY KEY (document_id, ordinal);

ALTER TABLE ONLY public.document_vectors
    ADD CONSTRAINT document_vectors_pkey PRIMARY KEY (document_id, model_id);

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.embedding_models
    ADD CONSTRAINT embedding_models_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event_rules
    ADD CONSTRAINT event_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_disclosures
    ADD CONSTRAINT identity_disclosures_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import_records
    ADD CONSTRAINT import_records_pkey PRIMARY KEY (import_id, record_id);

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_occasion_id_talent_id_organisation_id_key UNIQUE (occasion_id, talent_id, organisation_id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.label_vectors
    ADD CONSTRAINT label_vectors_pkey PRIMARY KEY (model_id, text);

ALTER TABLE ONLY public.linked_documents
    ADD CONSTRAINT linked_documents_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.meeting_feedback
    ADD CONSTRAINT meeting_feedback_meeting_id_side_key UNIQUE (meeting_id, side);

ALTER TABLE ONLY public.meeting_feedback
    ADD CONSTRAINT meeting_feedback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_link_secret_key UNIQUE (link_secret);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_recipient_id_change_key UNIQUE (recipient_id, change);

ALTER TABLE ONLY public.mission_activities
    ADD CONSTRAINT mission_activities_occasion_id_activity_organisation_id_key UNIQUE (occasion_id, activity, organisation_id);

ALTER TABLE ONLY public.mission_activities
    ADD CONSTRAINT mission_activities_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mission_funders
    ADD CONSTRAINT mission_funders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mission_legs
    ADD CONSTRAINT mission_legs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mission_proposals
    ADD CONSTRAINT mission_proposals_occasion_id_talent_id_key UNIQUE (occasion_id, talent_id);

ALTER TABLE ONLY public.mission_proposals
    ADD CONSTRAINT mission_proposals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mission_rubrics
    ADD CONSTRAINT mission_rubrics_occasion_id_number_key UNIQUE (occasion_id, number);

ALTER TABLE ONLY public.mission_rubrics
    ADD CONSTRAINT mission_rubrics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mission_screenings
    ADD CONSTRAINT mission_screenings_occasion_id_talent_id_number_key UNIQUE (occasion_id, talent_id, number);

ALTER TABLE ONLY public.mission_screenings
    ADD CONSTRAINT mission_screenings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.missions
    ADD CONSTRAINT missions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.occasion_hosts
    ADD CONSTRAINT occasion_hosts_occasion_id_organisation_id_key UNIQUE (occasion_id, organisation_id);

ALTER TABLE ONLY public.occasion_hosts
    ADD CONSTRAINT occasion_hosts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.occasion_packages
    ADD CONSTRAINT occasion_packages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.occasion_sessions
    ADD CONSTRAINT occasion_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.occasion_staff
    ADD CONSTRAINT occasion_staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.occasions
    ADD CONSTRAINT occasions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.offers
    ADD CONSTRAINT offers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_occasion_id_organisation_id_key UNIQUE (occasion_id, organisation_id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_occasion_id_talent_id_key UNIQUE (occasion_id, talent_id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.permit_rules
    ADD CONSTRAINT permit_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placement_milestones
    ADD CONSTRAINT placement_milestones_offer_id_kind_key UNIQUE (offer_id, kind);

ALTER TABLE ONLY public.placement_milestones
    ADD CONSTRAINT placement_milestones_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_runs
    ADD CONSTRAINT plan_runs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_pkey PRIMARY KEY (document_id, model_id, ordinal);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_terms
    ADD CONSTRAINT search_terms_pkey PRIMARY KEY (document_id, word);

ALTER TABLE ONLY public.shortlist_entries
    ADD CONSTRAINT shortlist_entries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.shortlist_entries
    ADD CONSTRAINT shortlist_entries_shortlist_id_talent_id_consent_id_key UNIQUE (shortlist_id, talent_id, consent_id);

ALTER TABLE ONLY public.shortlist_explanations
    ADD CONSTRAINT shortlist_explanations_pkey PRIMARY KEY (entry_id, role_id);

ALTER TABLE ONLY public.shortlist_notes
    ADD CONSTRAINT shortlist_notes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.shortlist_roles
    ADD CONSTRAINT shortlist_roles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.shortlist_roles
    ADD CONSTRAINT shortlist_roles_shortlist_id_role_id_key UNIQUE (shortlist_id, role_id);

ALTER TABLE ONLY public.shortlist_steps
    ADD CONSTRAINT shortlist_steps_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.shortlists
    ADD CONSTRAINT shortlists_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.showings
    ADD CONSTRAINT showings_pkey PRIMARY KEY (talent_id, day, role_id);

ALTER TABLE ONLY public.similarity_scales
    ADD CONSTRAINT similarity_scales_pkey PRIMARY KEY (model_id, comparison);

ALTER TABLE ONLY public.sought_concepts
    ADD CONSTRAINT sought_concepts_pkey PRIMARY KEY (document_id, key);

ALTER TABLE ONLY public.talents
    ADD CONSTRAINT talents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tandem_partners
    ADD CONSTRAINT tandem_partners_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tandem_partners
    ADD CONSTRAINT tandem_partners_tandem_id_seat_key UNIQUE (tandem_id, seat);

ALTER TABLE ONLY public.tandem_partners
    ADD CONSTRAINT tandem_partners_tandem_id_talent_id_key UNIQUE (tandem_id, talent_id);

ALTER TABLE ONLY public.tandems
    ADD CONSTRAINT tandems_code_digest_key UNIQUE (code_digest);

ALTER TABLE ONLY public.tandems
    ADD CONSTRAINT tandems_id_state_key UNIQUE (id, state);

ALTER TABLE ONLY public.tandems
    ADD CONSTRAINT tandems_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.usual_vectors
    ADD CONSTRAINT usual_vectors_pkey PRIMARY KEY (model_id, centre_of, language);

ALTER TABLE ONLY public.vocabulary_sources
    ADD CONSTRAINT vocabulary_sources_pkey PRIMARY KEY (source);

CREATE INDEX agenda_feeds_of ON public.agenda_feeds USING btree (owner_id);

CREATE INDEX audit_records_of_subject ON public.audit_records USING btree (subject_id, at);

CREATE INDEX campaign_employers_by_organisation ON public.campaign_employers USING btree (organisation_id);

CREATE INDEX campaign_hosts_by_organisation ON public.campaign_hosts USING btree (organisation_id);

CREATE UNIQUE INDEX campaign_hosts_one_leads ON public.campaign_hosts USING btree (campaign_id) WHERE leads;

CREATE INDEX campaign_sign_ups_in_turn ON public.campaign_sign_ups USING btree (campaign_id, state, signed_up_at, id);

CREATE INDEX campaign_sign_ups_of_talent ON public.campaign_sign_ups USING btree (talent_id);

CREATE INDEX campaigns_by_date ON public.campaigns USING btree (starts_on, id);

CREATE INDEX consents_of_subject ON public.consents USING btree (subject_id, purpose);

CREATE UNIQUE INDEX consents_one_stands ON public.consents USING btree (subject_id, purpose) WHERE (withdrawn_at IS NULL);

CREATE INDEX cvs_by_rules ON public.cvs USING btree (rules);

CREATE INDEX document_vectors_written_in ON public.document_vectors USING btree (written_in);

CREATE INDEX documents_search ON public.documents USING gin (search) WITH (gin_pending_list_limit='64');

CREATE UNIQUE INDEX embedding_models_one_serves ON public.embedding_models USING btree (state) WHERE (state = 'SERVING'::text);

CREATE UNIQUE INDEX identity_disclosures_one_stands ON public.identity_disclosures USING btree (talent_id, organisation_id, consent_id) WHERE (withdrawn_at IS NULL);

CREATE INDEX interests_due ON public.interests USING btree (occasion_id, expires_at) WHERE (state = 'ASKED'::text);

CREATE INDEX interests_in_turn ON public.interests USING btree (occasion_id, asked_at, id);

CREATE INDEX interests_of_organisation ON public.interests USING btree (occasion_id, organisation_id);

CREATE INDEX interests_of_talent ON public.interests USING btree (talent_id);

CREATE INDEX linked_documents_keys ON public.linked_documents USING gin (keys) WITH (gin_pending_list_limit='64') WHERE (kind = 'CV'::text);

CREATE INDEX meetings_of ON public.meetings USING btree (occasion_id, starts_at, id);

CREATE INDEX meetings_of_interviewer ON public.meetings USING btree (interviewer_id, starts_at) WHERE (interviewer_id IS NOT NULL);

CREATE INDEX meetings_of_organisation ON public.meetings USING btree (organisation_id, starts_at);

CREATE INDEX meetings_of_run ON public.meetings USING btree (run_id) WHERE (run_id IS NOT NULL);

CREATE INDEX meetings_of_talent ON public.meetings USING btree (talent_id, starts_at);

CREATE INDEX messages_to ON public.messages USING btree (recipient_id, announced_at, id);

CREATE INDEX messages_waiting ON public.messages USING btree (announced_at, id) WHERE (state = 'WAITING'::text);

CREATE INDEX mission_funders_of ON public.mission_funders USING btree (occasion_id);

CREATE INDEX mission_legs_of ON public.mission_legs USING btree (occasion_id, place);

CREATE INDEX mission_proposals_best ON public.mission_proposals USING btree (occasion_id, score DESC, id);

CREATE INDEX mission_proposals_of_talent ON public.mission_proposals USING btree (talent_id, proposed_at);

CREATE INDEX mission_screenings_of_talent ON public.mission_screenings USING btree (talent_id, decided_at);

CREATE INDEX occasion_hosts_by_organisation ON public.occasion_hosts USING btree (organisation_id);

CREATE UNIQUE INDEX occasion_hosts_one_leads ON public.occasion_hosts USING btree (occasion_id) WHERE leads;

CREATE INDEX occasion_packages_of ON public.occasion_packages USING btree (occasion_id);

CREATE INDEX occasion_sessions_of ON public.occasion_sessions USING btree (occasion_id);

CREATE INDEX occasion_staff_of ON public.occasion_staff USING btree (occasion_id);

CREATE INDEX occasions_by_date ON public.occasions USING btree (starts_on, id);

CREATE INDEX offers_of_campaign ON public.offers USING btree (campaign_id) WHERE (campaign_id IS NOT NULL);

CREATE INDEX offers_of_employer ON public.offers USING btree (employer_id, made_at, id);

CREATE INDEX offers_of_entry ON public.offers USING btree (shortlist_entry_id) WHERE (shortlist_entry_id IS NOT NULL);

CREATE INDEX offers_of_occasion ON public.offers USING btree (occasion_id) WHERE (occasion_id IS NOT NULL);

CREATE INDEX offers_of_role ON public.offers USING btree (role_id, state);

CREATE INDEX offers_of_talent ON public.offers USING btree (talent_id, made_at, id);

CREATE UNIQUE INDEX offers_one_stands ON public.offers USING btree (role_id, talent_id) WHERE (state = ANY (ARRAY['OFFERED'::text, 'ACCEPTED'::text]));

CREATE INDEX organisations_by_name ON public.organisations USING btree (name, id) WHERE (withdrawn_at IS NULL);

CREATE INDEX participations_in_turn ON public.participations USING btree (occasion_id, side, state, asked_at, id);

CREATE INDEX participations_of_organisation ON public.participations USING btree (organisation_id) WHERE (side = 'EMPLOYER'::text);

CREATE INDEX participations_of_talent ON public.participations USING btree (talent_id) WHERE (side = 'TALENT'::text);

CREATE UNIQUE INDEX permit_rules_begin ON public.permit_rules USING btree (territory, lower(permit), COALESCE(citizenship, ''::text), valid_from);

CREATE INDEX plan_runs_of ON public.plan_runs USING btree (occasion_id, requested_at);

CREATE UNIQUE INDEX plan_runs_one_published ON public.plan_runs USING btree (occasion_id, leg_id) NULLS NOT DISTINCT WHERE (state = 'PUBLISHED'::text);

CREATE INDEX roles_by_employer ON public.roles USING btree (employer_id);

CREATE INDEX roles_by_place ON public.roles USING btree (country, region);

CREATE INDEX search_terms_stems ON public.search_terms USING gin (stems) WITH (gin_pending_list_limit='64');

CREATE INDEX shortlist_entries_in_order ON public.shortlist_entries USING btree (shortlist_id, "position", id);

CREATE INDEX shortlist_entries_of_talent ON public.shortlist_entries USING btree (talent_id, added_at);

CREATE INDEX shortlist_notes_of ON public.shortlist_notes USING btree (entry_id, written_at, id);

CREATE INDEX shortlist_roles_by_employer ON public.shortlist_roles USING btree (employer_id);

CREATE INDEX shortlist_roles_by_role ON public.shortlist_roles USING btree (role_id);

CREATE INDEX shortlist_steps_of ON public.shortlist_steps USING btree (entry_id, at, id);

CREATE INDEX shortlists_of_campaign ON public.shortlists USING btree (campaign_id) WHERE (campaign_id IS NOT NULL);

CREATE INDEX shortlists_of_occasion ON public.shortlists USING btree (occasion_id) WHERE (occasion_id IS NOT NULL);

CREATE INDEX sought_concepts_by_key ON public.sought_concepts USING btree (key);

CREATE INDEX tandem_partners_of_talent ON public.tandem_partners USING btree (talent_id);

CREATE UNIQUE INDEX tandem_partners_one_invitation ON public.tandem_partners USING btree (talent_id) WHERE (state = 'PROPOSED'::text);

CREATE UNIQUE INDEX tandem_partners_one_stands ON public.tandem_partners USING btree (talent_id) WHERE (state = 'STANDING'::text);

ALTER TABLE ONLY public.bookings
    ADD CONSTRAINT bookings_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign_employers
    ADD CONSTRAINT campaign_employers_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);

ALTER TABLE ONLY public.campaign_employers
    ADD CONSTRAINT campaign_employers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.campaign_hosts
    ADD CONSTRAINT campaign_hosts_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);

ALTER TABLE ONLY public.campaign_hosts
    ADD CONSTRAINT campaign_hosts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.campaign_roles
    ADD CONSTRAINT campaign_roles_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);

ALTER TABLE ONLY public.campaign_roles
    ADD CONSTRAINT campaign_roles_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.campaign_roles
    ADD CONSTRAINT campaign_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.campaign_sign_ups
    ADD CONSTRAINT campaign_sign_ups_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);

ALTER TABLE ONLY public.campaign_sign_ups
    ADD CONSTRAINT campaign_sign_ups_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES public.consents(id);

ALTER TABLE ONLY public.campaign_sign_ups
    ADD CONSTRAINT campaign_sign_ups_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.concept_descriptions
    ADD CONSTRAINT concept_descriptions_concept_id_fkey FOREIGN KEY (concept_id) REFERENCES public.concepts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.concept_descriptions
    ADD CONSTRAINT concept_descriptions_source_fkey FOREIGN KEY (source) REFERENCES public.vocabulary_sources(source);

ALTER TABLE ONLY public.concept_labels
    ADD CONSTRAINT concept_labels_concept_id_source_fkey FOREIGN KEY (concept_id, source) REFERENCES public.concept_descriptions(concept_id, source) ON DELETE CASCADE;

ALTER TABLE ONLY public.cvs
    ADD CONSTRAINT cvs_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.digest_roles
    ADD CONSTRAINT digest_roles_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES public.digests(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.digest_roles
    ADD CONSTRAINT digest_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.digest_roles
    ADD CONSTRAINT digest_roles_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT digests_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_concepts
    ADD CONSTRAINT document_concepts_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_vectors
    ADD CONSTRAINT document_vectors_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_vectors
    ADD CONSTRAINT document_vectors_model_id_fkey FOREIGN KEY (model_id) REFERENCES public.embedding_models(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.event_rules
    ADD CONSTRAINT event_rules_id_fkey FOREIGN KEY (id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.identity_disclosures
    ADD CONSTRAINT identity_disclosures_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES public.consents(id);

ALTER TABLE ONLY public.identity_disclosures
    ADD CONSTRAINT identity_disclosures_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.identity_disclosures
    ADD CONSTRAINT identity_disclosures_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_records
    ADD CONSTRAINT import_records_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.imports(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.label_vectors
    ADD CONSTRAINT label_vectors_model_id_fkey FOREIGN KEY (model_id) REFERENCES public.embedding_models(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.linked_documents
    ADD CONSTRAINT linked_documents_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.meeting_feedback
    ADD CONSTRAINT meeting_feedback_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_interpreter_id_fkey FOREIGN KEY (interpreter_id) REFERENCES public.occasion_staff(id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_interviewer_id_fkey FOREIGN KEY (interviewer_id) REFERENCES public.occasion_staff(id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.plan_runs(id);

ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mission_activities
    ADD CONSTRAINT mission_activities_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.mission_activities
    ADD CONSTRAINT mission_activities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.mission_funders
    ADD CONSTRAINT mission_funders_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.mission_funders
    ADD CONSTRAINT mission_funders_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.mission_legs
    ADD CONSTRAINT mission_legs_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.mission_proposals
    ADD CONSTRAINT mission_proposals_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.mission_proposals
    ADD CONSTRAINT mission_proposals_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.mission_proposals
    ADD CONSTRAINT mission_proposals_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mission_rubrics
    ADD CONSTRAINT mission_rubrics_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.mission_screenings
    ADD CONSTRAINT mission_screenings_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.mission_screenings
    ADD CONSTRAINT mission_screenings_rubric_id_fkey FOREIGN KEY (rubric_id) REFERENCES public.mission_rubrics(id);

ALTER TABLE ONLY public.mission_screenings
    ADD CONSTRAINT mission_screenings_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.missions
    ADD CONSTRAINT missions_id_fkey FOREIGN KEY (id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.occasion_hosts
    ADD CONSTRAINT occasion_hosts_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.occasion_hosts
    ADD CONSTRAINT occasion_hosts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.occasion_packages
    ADD CONSTRAINT occasion_packages_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.occasion_sessions
    ADD CONSTRAINT occasion_sessions_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.occasion_staff
    ADD CONSTRAINT occasion_staff_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.occasion_staff
    ADD CONSTRAINT occasion_staff_participation_id_fkey FOREIGN KEY (participation_id) REFERENCES public.participations(id);

ALTER TABLE ONLY public.offers
    ADD CONSTRAINT offers_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.offers
    ADD CONSTRAINT offers_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.offers
    ADD CONSTRAINT offers_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_represented_by_id_fkey FOREIGN KEY (represented_by_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_host_id_fkey FOREIGN KEY (host_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_package_id_fkey FOREIGN KEY (package_id) REFERENCES public.occasion_packages(id);

ALTER TABLE ONLY public.participations
    ADD CONSTRAINT participations_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.placement_milestones
    ADD CONSTRAINT placement_milestones_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES public.offers(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_runs
    ADD CONSTRAINT plan_runs_based_on_id_fkey FOREIGN KEY (based_on_id) REFERENCES public.plan_runs(id);

ALTER TABLE ONLY public.plan_runs
    ADD CONSTRAINT plan_runs_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.requirements
    ADD CONSTRAINT requirements_model_id_fkey FOREIGN KEY (model_id) REFERENCES public.embedding_models(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_id_fkey FOREIGN KEY (id) REFERENCES public.documents(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.search_terms
    ADD CONSTRAINT search_terms_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shortlist_entries
    ADD CONSTRAINT shortlist_entries_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES public.consents(id);

ALTER TABLE ONLY public.shortlist_entries
    ADD CONSTRAINT shortlist_entries_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.shortlist_entries
    ADD CONSTRAINT shortlist_entries_shortlist_id_fkey FOREIGN KEY (shortlist_id) REFERENCES public.shortlists(id);

ALTER TABLE ONLY public.shortlist_entries
    ADD CONSTRAINT shortlist_entries_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shortlist_explanations
    ADD CONSTRAINT shortlist_explanations_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.shortlist_entries(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shortlist_explanations
    ADD CONSTRAINT shortlist_explanations_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.shortlist_notes
    ADD CONSTRAINT shortlist_notes_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.shortlist_entries(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shortlist_notes
    ADD CONSTRAINT shortlist_notes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.shortlist_roles
    ADD CONSTRAINT shortlist_roles_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.shortlist_roles
    ADD CONSTRAINT shortlist_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id);

ALTER TABLE ONLY public.shortlist_roles
    ADD CONSTRAINT shortlist_roles_shortlist_id_fkey FOREIGN KEY (shortlist_id) REFERENCES public.shortlists(id);

ALTER TABLE ONLY public.shortlist_steps
    ADD CONSTRAINT shortlist_steps_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.shortlist_steps
    ADD CONSTRAINT shortlist_steps_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.shortlist_entries(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shortlists
    ADD CONSTRAINT shortlists_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaigns(id);

ALTER TABLE ONLY public.shortlists
    ADD CONSTRAINT shortlists_occasion_id_fkey FOREIGN KEY (occasion_id) REFERENCES public.occasions(id);

ALTER TABLE ONLY public.showings
    ADD CONSTRAINT showings_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.roles(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.showings
    ADD CONSTRAINT showings_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.similarity_scales
    ADD CONSTRAINT similarity_scales_model_id_fkey FOREIGN KEY (model_id) REFERENCES public.embedding_models(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sought_concepts
    ADD CONSTRAINT sought_concepts_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.talents
    ADD CONSTRAINT talents_id_fkey FOREIGN KEY (id) REFERENCES public.documents(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.tandem_partners
    ADD CONSTRAINT tandem_partners_talent_id_fkey FOREIGN KEY (talent_id) REFERENCES public.talents(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.tandem_partners
    ADD CONSTRAINT tandem_partners_tandem_id_state_fkey FOREIGN KEY (tandem_id, state) REFERENCES public.tandems(id, state) ON UPDATE CASCADE;

ALTER TABLE ONLY public.usual_vectors
    ADD CONSTRAINT usual_vectors_model_id_fkey FOREIGN KEY (model_id) REFERENCES public.embedding_models(id) ON DELETE CASCADE;
