import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { mintToken, TOKEN_LIFE } from './tokens.ts';

const access = { apiKey: 'key', apiSecret: 'a-secret-of-thirty-two-characters' };
const part = (text = '') =>
  JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;

async function minted() {
  const token = await mintToken(access, { identity: 'p_1', room: 'r_1', camera: true });
  const [header, claims, signature] = token.split('.');
  return {
    token,
    header: part(header),
    claims: part(claims),
    signature,
    signed: `${header}.${claims}`,
  };
}

test('[MD3] a token is worth nothing after ten minutes, and is signed with the secret', async () => {
  const { header, claims, signature, signed } = await minted();
  const life = Number(claims['exp']) - Math.floor(Date.now() / 1_000);
  expect(TOKEN_LIFE).toBeLessThanOrEqual(600);
  expect(life).toBeGreaterThan(500);
  expect(life).toBeLessThanOrEqual(600);
  expect(header).toMatchObject({ alg: 'HS256' });
  expect(signature).toBe(createHmac('sha256', access.apiSecret).update(signed).digest('base64url'));
});

test('[MD3] every grant is set: an unset one would mean allowed', async () => {
  const { claims } = await minted();
  expect(claims['video']).toEqual({
    room: 'r_1',
    roomJoin: true,
    roomCreate: false,
    roomList: false,
    roomAdmin: false,
    roomRecord: false,
    ingressAdmin: false,
    canPublish: true,
    canPublishSources: ['camera', 'microphone'],
    canPublishData: false,
    canSubscribe: true,
    canSubscribeMetrics: false,
    canUpdateOwnMetadata: false,
    canManageAgentSession: false,
    hidden: false,
    recorder: false,
    agent: false,
  });
});

test('[MD3] a token says nothing of the person: opaque identity, no name, no metadata, no other grant', async () => {
  const { claims } = await minted();
  expect(claims).toMatchObject({ sub: 'p_1', iss: 'key' });
  expect(
    Object.keys(claims).filter(
      (key) => !['exp', 'nbf', 'iat', 'jti', 'sub', 'iss', 'video'].includes(key),
    ),
  ).toEqual([]);
});
