import { Migration } from '@mikro-orm/migrations';

/** Organisations, talents, roles, their texts with vectors, consents, audit and imports. */
export class FirstSchema extends Migration {
  override readonly name = '20261121-first-schema';

  override up(): void {
    this.addSql(`CREATE EXTENSION IF NOT EXISTS vector`);

    this.addSql(`CREATE TABLE organisations (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('EMPLOYER', 'HOST_PARK', 'DEVELOPMENT_COUNCIL', 'MINISTRY', 'SERVICE_PARTNER')),
      country text NOT NULL,
      region text,
      employees integer CHECK (employees >= 0),
      represented_by_id uuid REFERENCES organisations CHECK (represented_by_id <> id),
      withdrawn_at timestamptz,
      version integer NOT NULL DEFAULT 1
    )`);
    this.addSql(`CREATE INDEX organisations_by_name ON organisations (name, id) WHERE withdrawn_at IS NULL`);

    // The words of a text are stemmed in its own language; the database keeps them in step with the text.
    this.addSql(`CREATE TABLE documents (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('CV', 'JOB')),
      language text NOT NULL CHECK (language IN ('en', 'sv', 'fr')),
      text text NOT NULL,
      hash text NOT NULL,
      search tsvector NOT NULL GENERATED ALWAYS AS (
        CASE language
          WHEN 'sv' THEN to_tsvector('pg_catalog.swedish'::regconfig, text)
          WHEN 'fr' THEN to_tsvector('pg_catalog.french'::regconfig, text)
          ELSE to_tsvector('pg_catalog.english'::regconfig, text)
        END) STORED
    )`);
    this.addSql(`CREATE INDEX documents_search ON documents USING gin (search)`);

    this.addSql(`CREATE TABLE embedding_models (
      id text PRIMARY KEY,
      dimensions integer NOT NULL CHECK (dimensions > 0),
      state text NOT NULL CHECK (state IN ('FILLING', 'SERVING', 'RETIRED'))
    )`);
    this.addSql(
      `CREATE UNIQUE INDEX embedding_models_one_serves ON embedding_models (state) WHERE state = 'SERVING'`,
    );

    // The vectors have no fixed dimension, since models differ; each model has indexes of its own, made when
    // it begins to serve.
    this.addSql(`CREATE TABLE document_vectors (
      document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('CV', 'JOB')),
      hash text NOT NULL,
      vector vector NOT NULL,
      PRIMARY KEY (document_id, model_id)
    )`);
    this.addSql(`CREATE TABLE passages (
      document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      ordinal integer NOT NULL,
      "start" integer NOT NULL CHECK ("start" >= 0),
      "end" integer NOT NULL CHECK ("end" > "start"),
      hash text NOT NULL,
      vector halfvec NOT NULL,
      PRIMARY KEY (document_id, model_id, ordinal)
    )`);

    // What to look for in the counterparts of a document, word by word, with its stems in every language.
    this.addSql(`CREATE TABLE search_terms (
      document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
      word text NOT NULL,
      weight real NOT NULL CHECK (weight > 0),
      stems text[] NOT NULL,
      query tsquery NOT NULL,
      rarity real CHECK (rarity >= 0),
      among integer,
      PRIMARY KEY (document_id, word)
    )`);
    this.addSql(`CREATE INDEX search_terms_stems ON search_terms USING gin (stems)`);

    // How similar a CV and a job description of two languages usually are to one model.
    this.addSql(`CREATE TABLE similarity_scales (
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      cv_language text NOT NULL,
      job_language text NOT NULL,
      mean real NOT NULL,
      deviation real NOT NULL CHECK (deviation > 0),
      pairs integer NOT NULL,
      PRIMARY KEY (model_id, cv_language, job_language)
    )`);

    // Levels as sets, so that 'speaks enough' is one containment: sv B1 reaches {sv:A1, sv:A2, sv:B1}.
    this
      .addSql(`CREATE FUNCTION languages_reached(languages jsonb) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
      SELECT coalesce(array_agg(spoken.key || ':' || scale.level), '{}')
      FROM jsonb_each_text(languages) AS spoken,
        unnest(ARRAY['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE']) WITH ORDINALITY AS scale (level, rank)
      WHERE scale.rank <= array_position(ARRAY['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'], spoken.value)
    $$`);
    this.addSql(`CREATE FUNCTION languages_needed(languages jsonb) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
      SELECT coalesce(array_agg(needed.key || ':' || needed.value), '{}') FROM jsonb_each_text(languages) AS needed
    $$`);

    this.addSql(`CREATE TABLE talents (
      id uuid PRIMARY KEY REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
      name text NOT NULL,
      email text,
      country text NOT NULL,
      region text,
      citizenship text NOT NULL CHECK (citizenship IN ('EU_EEA_SWISS', 'THIRD_COUNTRY')),
      right_to_work_in text[] NOT NULL,
      segment text CHECK (segment IN ('STUDENT', 'RESEARCHER', 'SPECIALIST', 'RETURNING', 'ACCOMPANYING_PARTNER')),
      languages jsonb NOT NULL,
      languages_reached text[] NOT NULL GENERATED ALWAYS AS (languages_reached(languages)) STORED,
      earliest_start date,
      relocate boolean,
      wished_regions text[] NOT NULL,
      wished_engagements text[] NOT NULL,
      partner boolean NOT NULL,
      children integer NOT NULL CHECK (children >= 0),
      withdrawn_at timestamptz,
      version integer NOT NULL DEFAULT 1
    )`);

    this.addSql(`CREATE TABLE roles (
      id uuid PRIMARY KEY REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
      employer_id uuid NOT NULL REFERENCES organisations,
      title text NOT NULL,
      country text NOT NULL,
      region text,
      city text,
      sector text NOT NULL,
      engagement text NOT NULL CHECK (engagement IN ('PERMANENT', 'FIXED_TERM', 'INTERNSHIP', 'THESIS', 'LOAN')),
      working_languages jsonb NOT NULL,
      languages_needed text[] NOT NULL GENERATED ALWAYS AS (languages_needed(working_languages)) STORED,
      english_accepted boolean NOT NULL,
      must_have text[] NOT NULL,
      nice_to_have text[] NOT NULL,
      openings integer NOT NULL CHECK (openings > 0),
      salary_min numeric(12, 2) CHECK (salary_min >= 0),
      salary_max numeric(12, 2) CHECK (salary_max >= salary_min),
      salary_currency text,
      salary_period text CHECK (salary_period IN ('HOUR', 'MONTH', 'YEAR')),
      start_by date,
      permit_support boolean,
      withdrawn_at timestamptz,
      version integer NOT NULL DEFAULT 1
    )`);
    this.addSql(`CREATE INDEX roles_by_employer ON roles (employer_id)`);

    this.addSql(`CREATE TABLE consents (
      id uuid PRIMARY KEY,
      subject_id uuid NOT NULL,
      purpose text NOT NULL CHECK (purpose IN ('MATCHING')),
      given_at timestamptz NOT NULL,
      withdrawn_at timestamptz CHECK (withdrawn_at >= given_at)
    )`);
    this.addSql(`CREATE INDEX consents_of_subject ON consents (subject_id, purpose)`);
    this.addSql(
      `CREATE UNIQUE INDEX consents_one_stands ON consents (subject_id, purpose) WHERE withdrawn_at IS NULL`,
    );

    this.addSql(`CREATE TABLE audit_records (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL,
      actor_id text NOT NULL,
      actor_kind text NOT NULL,
      action text NOT NULL,
      subject_kind text NOT NULL,
      subject_id uuid NOT NULL,
      detail jsonb NOT NULL
    )`);
    this.addSql(`CREATE INDEX audit_records_of_subject ON audit_records (subject_id, at)`);

    this.addSql(`CREATE TABLE imports (
      id uuid PRIMARY KEY,
      file text NOT NULL,
      records_read integer NOT NULL CHECK (records_read >= 0),
      accepted integer NOT NULL,
      refused integer NOT NULL,
      refused_bytes bigint NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz
    )`);
    // Which rows a running import has written, so that a second record for one of them is noticed, also after a
    // crash and in files of any size. Emptied when the import ends.
    this.addSql(`CREATE TABLE import_records (
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      record_id uuid NOT NULL,
      line integer NOT NULL,
      PRIMARY KEY (import_id, record_id)
    )`);
  }
}
