/** How a failure is seen from outside: the HTTP status that fits it best. */
export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503;

/** One way in which Tandem says no: what was wrong, and what to do about it. */
export interface FailureDefinition<Parameters> {
  /** Stable and public: `ROOM_PROBLEM`. A retired code is never used again. */
  code: string;
  status: FailureStatus;
  /** Names the value and the place; never personal data. */
  message: (parameters: Parameters) => string;
  /** What the caller can do. */
  remedy: string;
}

/** A refusal or a defect with a public code. Everything that Tandem throws on purpose is one of these. */
export class Failure extends Error {
  override readonly name = 'Failure';

  readonly code: string;
  readonly status: FailureStatus;
  readonly remedy: string;
  /** Where in the caller's input: `['input', 'languages', 0, 'level']`. */
  readonly path: readonly (string | number)[];

  constructor(
    definition: { code: string; status: FailureStatus; remedy: string },
    message: string,
    at: { path?: readonly (string | number)[]; cause?: unknown } = {},
  ) {
    super(message, { cause: at.cause });
    this.code = definition.code;
    this.status = definition.status;
    this.remedy = definition.remedy;
    this.path = at.path ?? [];
  }
}

/** Makes one failure from its parameters, with the place in the input and the cause where there are any. */
export interface FailureMaker<Parameters> {
  (parameters: Parameters, at?: { path?: readonly (string | number)[]; cause?: unknown }): Failure;
  readonly definition: FailureDefinition<Parameters>;
}

const register = new Map<string, FailureDefinition<never>>();

/**
 * Declares a way of failing and enters it in the register.
 * @throws Error when the code is taken: two meanings under one code would mislead every caller.
 */
export function defineFailure<Parameters = void>(
  definition: FailureDefinition<Parameters>,
): FailureMaker<Parameters> {
  if (register.has(definition.code)) throw new Error(`Failure code ${definition.code} is defined twice`);
  register.set(definition.code, definition);
  const make = (parameters: Parameters, at?: { path?: readonly (string | number)[]; cause?: unknown }) =>
    new Failure(definition, definition.message(parameters), at);
  return Object.assign(make, { definition });
}

/** Every failure declared by the rooms loaded so far, by code. */
export function failureRegister(): ReadonlyMap<string, Pick<FailureDefinition<never>, 'status' | 'remedy'>> {
  return register;
}
