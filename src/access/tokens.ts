import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRemoteJWKSet, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { z } from 'zod';
import { derivedId, isId } from '../kernel/index.ts';
import { noDevelopmentTokens, unauthenticated } from './access.failures.ts';
import { ACTOR_KINDS, type Actor } from './actor.ts';

/** Who issues the tokens that count. */
export interface TokenOptions {
  production: boolean;
  /** Issuer of an OpenID Connect provider; its key set is read from `jwksUrl`. */
  issuer?: string | undefined;
  audience?: string | undefined;
  /** Defaults to `<issuer>/.well-known/jwks.json`. */
  jwksUrl?: string | undefined;
  /** Folder that keeps the development key, made at the first use. */
  keyFolder: string;
}

/** Reads a bearer token. */
export interface TokenReader {
  /** @throws ACCESS_UNAUTHENTICATED with the reason, never with the token. */
  read(token: string): Promise<Actor>;
}

const DEVELOPMENT_ISSUER = 'tandem-development';
const AUDIENCE = 'tandem';

/** The claims that Tandem reads; a provider is configured to send them. */
const claims = z.object({
  sub: z.string().min(1),
  tandem_kind: z.enum(ACTOR_KINDS),
  tandem_organisation: z.string().refine(isId, 'is no UUID').optional(),
});

/**
 * A reader of the provider's tokens where an issuer is set, otherwise of development tokens.
 * @throws ACCESS_NO_DEVELOPMENT_TOKENS in production without an issuer.
 */
export function tokenReader(options: TokenOptions): TokenReader {
  if (options.issuer !== undefined) return providerReader(options, options.issuer);
  if (options.production) throw noDevelopmentTokens();
  const key = developmentKey(options.keyFolder);
  return {
    read: (token) =>
      actorFrom(() =>
        jwtVerify(token, key, { issuer: DEVELOPMENT_ISSUER, audience: AUDIENCE, algorithms: ['HS256'] }),
      ),
  };
}

function providerReader(options: TokenOptions, issuer: string): TokenReader {
  const keys = createRemoteJWKSet(
    new URL(options.jwksUrl ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`),
  );
  return {
    read: (token) =>
      actorFrom(() =>
        jwtVerify(token, keys, {
          issuer,
          audience: options.audience ?? AUDIENCE,
          // Asymmetric only: a symmetric algorithm would let a public key sign.
          algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        }),
      ),
  };
}

async function actorFrom(verify: () => Promise<{ payload: JWTPayload }>): Promise<Actor> {
  const { payload } = await verify().catch((cause: unknown) => {
    throw unauthenticated({ reason: reasonOf(cause) }, { cause });
  });
  const read = claims.safeParse(payload);
  if (!read.success) {
    const fields = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw unauthenticated({ reason: `claim ${fields.join('; ')}` });
  }
  return {
    // Profiles go by UUIDs; a provider's own kind of identifier stands for one and the same UUID for ever.
    id: isId(read.data.sub) ? read.data.sub : derivedId('subject', read.data.sub),
    kind: read.data.tandem_kind,
    organisationId: read.data.tandem_organisation,
  };
}

function reasonOf(cause: unknown): string {
  if (cause instanceof errors.JWTExpired) return 'it has expired';
  if (cause instanceof errors.JWTClaimValidationFailed) return `claim ${cause.claim} is not the expected one`;
  if (cause instanceof errors.JWSSignatureVerificationFailed) return 'the signature is wrong';
  if (cause instanceof errors.JOSEError) return cause.code;
  return 'the key set of the issuer cannot be read';
}

/**
 * A token for trying things out, valid for `hours`.
 * @throws ACCESS_NO_DEVELOPMENT_TOKENS in production.
 */
export async function mintDevelopmentToken(
  options: TokenOptions,
  actor: Actor,
  now: Date,
  hours = 12,
): Promise<string> {
  if (options.production) throw noDevelopmentTokens();
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    tandem_kind: actor.kind,
    ...(actor.organisationId === undefined ? {} : { tandem_organisation: actor.organisationId }),
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(actor.id)
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + hours * 3600)
    .sign(developmentKey(options.keyFolder));
}

/** The key beside the data, readable by its owner only, made at the first use; of two makers the first wins. */
function developmentKey(folder: string): Uint8Array {
  const file = join(folder, 'development-key');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}
