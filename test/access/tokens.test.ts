import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintDevelopmentToken, tokenReader, type Actor } from '../../src/access/index.ts';
import { isId, newId } from '../../src/kernel/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));

const development = { production: false, keyFolder: folder };
const employer: Actor = { id: newId(), kind: 'employer', organisationId: newId() };

describe('development tokens', () => {
  test('say who acts, as what, for which organisation', async () => {
    const token = await mintDevelopmentToken(development, employer, new Date());
    expect(await tokenReader(development).read(token)).toEqual(employer);
  });

  test('are signed by a key that only its owner can read', async () => {
    await mintDevelopmentToken(development, employer, new Date());
    expect(statSync(join(folder, 'development-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'development-key'), 'utf8')).toHaveLength(43);
  });

  test('expire', async () => {
    const yesterday = new Date(Date.now() - 24 * 3600 * 1000);
    const token = await mintDevelopmentToken(development, employer, yesterday, 12);
    await expect(tokenReader(development).read(token)).rejects.toMatchObject({
      code: 'ACCESS_UNAUTHENTICATED',
      message: expect.stringContaining('expired'),
    });
  });

  test('are neither made nor read in production', async () => {
    const production = { ...development, production: true };
    await expect(mintDevelopmentToken(production, employer, new Date())).rejects.toMatchObject({
      code: 'ACCESS_NO_DEVELOPMENT_TOKENS',
    });
    expect(() => tokenReader(production)).toThrowError(
      expect.objectContaining({ code: 'ACCESS_NO_DEVELOPMENT_TOKENS' }),
    );
  });

  test.each(['', 'x', 'a.b.c'])('that are none are refused without being repeated: "%s"', async (token) => {
    await expect(tokenReader(development).read(token)).rejects.toMatchObject({
      code: 'ACCESS_UNAUTHENTICATED',
    });
  });
});

describe('tokens of an identity provider', () => {
  const issuer = 'https://login.example.org';
  let server: Server;
  let signingKey: CryptoKey;
  let jwksUrl: string;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    signingKey = privateKey;
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] });
    server = createServer((_request, response) => response.end(keys));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => server.close());

  const provider = () => ({ production: true, issuer, audience: 'tandem', jwksUrl, keyFolder: folder });
  const signed = (claims: Record<string, unknown>, from = issuer) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject(typeof claims['sub'] === 'string' ? claims['sub'] : employer.id)
      .setIssuer(from)
      .setAudience('tandem')
      .setExpirationTime('1h')
      .sign(signingKey);

  test('are checked with the keys that it publishes', async () => {
    const token = await signed({ tandem_kind: 'employer', tandem_organisation: employer.organisationId });
    expect(await tokenReader(provider()).read(token)).toEqual(employer);
  });

  test('give people with another kind of identifier a UUID, the same every time', async () => {
    const token = () => signed({ tandem_kind: 'talent', sub: 'auth|123' });
    const [one, two] = [
      await tokenReader(provider()).read(await token()),
      await tokenReader(provider()).read(await token()),
    ];
    expect(isId(one.id)).toBe(true);
    expect(two).toEqual(one);
  });

  test('of another issuer are refused', async () => {
    const token = await signed({ tandem_kind: 'employer' }, 'https://elsewhere.example.org');
    await expect(tokenReader(provider()).read(token)).rejects.toMatchObject({
      message: expect.stringContaining('iss'),
    });
  });

  test('without the claims that Tandem needs are refused with their names', async () => {
    await expect(tokenReader(provider()).read(await signed({ tandem_kind: 'admin' }))).rejects.toMatchObject({
      message: expect.stringContaining('tandem_kind'),
    });
  });

  test('made with the development key are refused', async () => {
    const token = await mintDevelopmentToken(development, employer, new Date());
    await expect(tokenReader(provider()).read(token)).rejects.toMatchObject({
      code: 'ACCESS_UNAUTHENTICATED',
    });
  });
});
