import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEngines } from '../ledger/test-engines.ts'
import type { Member } from './access.contract.ts'
import { type Acme, bearer, doorOn, localKey, openAcme, password } from './test-door.ts'

const engines = await startTestEngines()
afterAll(engines.stop)

describe.each(engines.all)('on $name', ({ place }) => {
  let acme: Acme
  beforeAll(async () => {
    acme = await openAcme(await place())
  })
  afterAll(() => acme.close())

  it('[ACC-30] a key acts in its workspace within its scopes, and its secret is shown once', async () => {
    const { key, secret } = await acme.makeKey({
      name: 'k',
      use: 'api',
      scopes: ['keys:write', 'figures:read'],
    })
    expect(secret).toMatch(/^tutti_sk_[\w-]{43}$/)
    expect(key).toMatchObject({
      use: 'api',
      scopes: ['keys:write', 'figures:read'],
      start: secret.slice(0, 14),
    })
    const { body } = await acme.ask({ url: acme.inAcme('/keys'), headers: bearer(secret) })
    expect(body).toContain(key.id)
    expect(body).not.toContain(secret)
    expect(await acme.codeFor(acme.inAcme('/audit'), bearer(secret))).toBe('ACCESS_NOT_ALLOWED')
    expect(await acme.codeFor('/api/v1/workspaces/globex/keys', bearer(secret))).toBe(
      'ACCESS_WORKSPACE_UNKNOWN',
    )
    const byDefault = await acme.makeKey({ name: 'k', use: 'api' })
    expect(byDefault.key.scopes).toEqual(['figures:read', 'verbatims:read', 'records:read'])
  })

  it('[ACC-31] a revoked key is refused from the next request on', async () => {
    const { key, secret } = await acme.makeKey({ name: 'k', use: 'api', scopes: ['keys:write'] })
    expect(await acme.codeFor(acme.inAcme('/keys'), bearer(secret))).toBe('admitted')
    expect((await acme.revoke(key.id)).json()).toEqual({ done: true })
    expect(await acme.codeFor(acme.inAcme('/keys'), bearer(secret))).toBe('ACCESS_KEY_REFUSED')
    expect((await acme.revoke(key.id)).status).toBe(200)
    expect((await acme.revoke('5f1b2a6e-8a53-4a5e-9b7e-0d6c1f0f9a11')).json().code).toBe('ACCESS_KEY_UNKNOWN')
  })

  it('[ACC-32] an ingestion key writes facts and nothing else, and may come as basic-auth user', async () => {
    const scopes = ['records:write', 'keys:write']
    const { key, secret } = await acme.makeKey({ name: 'k', use: 'ingestion', scopes })
    expect(secret).toMatch(/^tutti_wk_/)
    expect(key.scopes).toEqual(['facts:write'])
    const basic = { authorization: `Basic ${Buffer.from(`${secret}:`).toString('base64')}` }
    for (const headers of [bearer(secret), basic]) {
      expect(await acme.codeFor('/api/v1/me', headers)).toBe('admitted')
      expect(await acme.codeFor(acme.inAcme('/keys'), headers)).toBe('ACCESS_NOT_ALLOWED')
    }
  })

  it('[ACC-33, ACC-35] a key hands on no more than it may itself, and makes no workspace', async () => {
    const { secret } = await acme.makeKey({ name: 'k', use: 'api', scopes: ['keys:write'] })
    const wider = await acme.makeKey(
      { name: 'k', use: 'api', scopes: ['keys:write', 'audit:read'] },
      bearer(secret),
    )
    expect(wider).toMatchObject({ status: 403, title: 'This needs the permission "audit:read".' })
    expect(await acme.makeKey({ name: 'k', use: 'ingestion' }, bearer(secret))).toMatchObject({ status: 403 })
    const same = await acme.makeKey({ name: 'k', use: 'api', scopes: ['keys:write'] }, bearer(secret))
    expect(same.key.scopes).toEqual(['keys:write'])
    const { json } = await acme.ask({
      method: 'POST',
      url: '/api/v1/workspaces',
      payload: { key: 'mine', name: 'Mine' },
      headers: bearer(secret),
    })
    expect(json().code).toBe('ACCESS_SIGN_IN_NEEDED')
  })

  it('[ACC-40] somebody known keeps name and password when added again', async () => {
    const takeover = {
      name: 'Not Ada',
      email: 'ADA@example.org',
      role: 'experience-officer',
      password: 'another one!',
    }
    expect((await acme.add(takeover)).json()).toMatchObject({ name: 'Ada', role: 'experience-officer' })
    expect(await acme.signIn('ada@example.org', 'another one!')).toBe('')
    expect(await acme.signIn('ada@example.org')).not.toBe('')
  })

  it('[ACC-41] the last experience officer can neither leave nor be given another role', async () => {
    const cookie = acme.ada
    const members = (await acme.ask({ url: acme.inAcme('/members'), headers: { cookie } })).json()
      .members as Member[]
    const { id } = members.find(({ name }) => name === 'Ada')!
    const leave = (who: string) =>
      acme.ask({
        method: 'DELETE',
        url: acme.inAcme(`/members/${who}`),
        headers: { authorization: `Bearer ${localKey}` },
      })
    expect((await leave(id)).json().code).toBe('ACCESS_LAST_OFFICER')
    expect((await acme.add({ name: 'Ada', email: 'ada@example.org', role: 'viewer' })).json().code).toBe(
      'ACCESS_LAST_OFFICER',
    )
    const second = (
      await acme.add({ name: 'Bo', email: 'bo@example.org', role: 'experience-officer' })
    ).json()
    const left = await Promise.all([leave(id), leave(second.id)])
    expect(left.map(({ status }) => status).sort()).toEqual([200, 409])
    await acme.ask({
      method: 'POST',
      url: acme.inAcme('/members'),
      payload: { name: 'Ada', email: 'ada@example.org', role: 'experience-officer' },
      headers: { authorization: `Bearer ${localKey}` },
    })
  })

  it('[ACC-42] a removed member is let into nothing from the next request on', async () => {
    const { id } = (await acme.add({ name: 'Cy', email: 'cy@example.org', role: 'analyst', password })).json()
    const cookie = await acme.signIn('cy@example.org')
    expect(await acme.codeFor(acme.inAcme('/keys'), { cookie })).toBe('ACCESS_NOT_ALLOWED')
    await acme.ask({ method: 'DELETE', url: acme.inAcme(`/members/${id}`), headers: { cookie: acme.ada } })
    expect(await acme.codeFor(acme.inAcme('/keys'), { cookie })).toBe('ACCESS_WORKSPACE_UNKNOWN')
    const again = await acme.ask({
      method: 'DELETE',
      url: acme.inAcme(`/members/${id}`),
      headers: { cookie: acme.ada },
    })
    expect(again.json().code).toBe('ACCESS_MEMBER_UNKNOWN')
  })

  it('[ACC-44] a member works in a team and a unit that are there; what is left out stays as it was', async () => {
    const di = { name: 'Di', email: 'di@example.org', role: 'touchpoint-owner', password }
    expect((await acme.add({ ...di, team: 'shops', unit: 'lyon' })).json()).toMatchObject({
      ...{ team: 'shops', unit: 'lyon' },
    })
    expect((await acme.add({ ...di, role: 'front-line', unit: null })).json()).toMatchObject({
      ...{ role: 'front-line', team: 'shops', unit: null },
    })
    const refused = (await acme.add({ ...di, role: 'viewer', unit: 'rome' })).json()
    expect(refused).toMatchObject({ code: 'ACCESS_UNIT_UNKNOWN', title: 'There is no unit "rome".' })
    expect(JSON.stringify(refused)).toContain('lyon, paris')
    const me = await acme.ask({ url: '/api/v1/me', headers: { cookie: await acme.signIn(di.email) } })
    expect(me.json().workspaces).toEqual([
      { key: 'acme', name: 'Acme', role: 'front-line', team: 'shops', unit: null },
    ])
  })

  it('[ACC-43] whoever makes a workspace is its officer, and a key that is taken is refused', async () => {
    const cookie = await acme.signIn('analyst@example.org')
    const make = () =>
      acme.ask({
        method: 'POST',
        url: '/api/v1/workspaces',
        payload: { key: 'lab', name: 'Lab' },
        headers: { cookie },
      })
    expect((await make()).json()).toMatchObject({ key: 'lab', name: 'Lab', role: 'experience-officer' })
    expect((await make()).json().code).toBe('ACCESS_WORKSPACE_TAKEN')
    expect(await acme.codeFor('/api/v1/workspaces/lab/keys', { cookie })).toBe('admitted')
    expect(await acme.codeFor('/api/v1/workspaces/lab/keys', { cookie: acme.ada })).toBe(
      'ACCESS_WORKSPACE_UNKNOWN',
    )
  })

  it('[ACC-36] the local key of a run has every right on all workspaces, and none after the run', async () => {
    const headers = bearer(localKey)
    expect(await acme.codeFor(acme.inAcme('/keys'), headers)).toBe('admitted')
    expect(await acme.codeFor('/api/v1/workspaces/globex/audit', headers)).toBe('admitted')
    expect(await acme.codeFor('/api/v1/workspaces/none/audit', headers)).toBe('ACCESS_WORKSPACE_UNKNOWN')
    const nextRun = await doorOn(acme.ledger, 'tutti_lk_of-the-next-run')
    expect((await nextRun.ask({ url: '/api/v1/me', headers })).json().code).toBe('ACCESS_KEY_REFUSED')
  })
})
