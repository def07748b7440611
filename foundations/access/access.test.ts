import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingColumns } from '../ledger/missing-columns.ts'
import { startTestEngines } from '../ledger/test-engines.ts'
import type { Member } from './access.contract.ts'
import { admit } from './admission.ts'
import type { Caller } from './caller.contract.ts'
import { permissions, permissionsOfRole, roles } from './permission.contract.ts'
import { account, installationFact, person, session, verification } from './sign-in.tables.ts'
import { doorOn, localKey, openTestDoor, password } from './test-door.ts'
import { apiKey, membership, workspace } from './workspace.tables.ts'
import { workspaceKeyOf } from './workspace-key.ts'

type Door = Awaited<ReturnType<typeof openTestDoor>>

const engines = await startTestEngines()
afterAll(engines.stop)

/** What a caller is told: the code of the refusal, or `admitted`. */
function toldTo(caller: Caller, ...[admits, where]: [Parameters<typeof admit>[1], string?]): string {
  try {
    admit(caller, admits, where)
    return 'admitted'
  } catch (error) {
    return (error as Error).message
  }
}

it('[ACC-4] a role may do in its workspace what the table of roles says, and nothing else', () => {
  for (const role of roles) {
    const caller: Caller = {
      kind: 'person',
      person: { id: '1', name: 'Ada', email: 'ada@example.org' },
      memberships: [{ workspace: 'acme', name: 'Acme', role }],
    }
    const may = permissions.filter((permission) => toldTo(caller, permission, 'acme') === 'admitted')
    expect(may).toEqual(permissions.filter((permission) => permissionsOfRole[role].includes(permission)))
    expect(toldTo(caller, 'records:read', 'globex')).toBe('ACCESS_WORKSPACE_UNKNOWN')
  }
})

it('[ACC-1, ACC-5] a stranger may do what anyone may; who shows a wrong key may not even that', () => {
  expect(toldTo({ kind: 'stranger' }, 'anyone')).toBe('admitted')
  expect(toldTo({ kind: 'stranger' }, 'signed-in')).toBe('ACCESS_SIGN_IN_NEEDED')
  expect(toldTo({ kind: 'stranger' }, 'figures:read', 'acme')).toBe('ACCESS_SIGN_IN_NEEDED')
  expect(toldTo({ kind: 'refused' }, 'anyone')).toBe('ACCESS_KEY_REFUSED')
})

it('[ACC-13] the key of a workspace is made from its name', () => {
  expect(workspaceKeyOf('Maison Été & Cie')).toBe('maison-ete-cie')
  expect(workspaceKeyOf('  Acme  ')).toBe('acme')
  expect(workspaceKeyOf('日本')).toBe('workspace')
  expect(workspaceKeyOf(`${'a'.repeat(62)} b`)).toBe('a'.repeat(62))
})

describe.each(engines.all)('on $name', ({ place }) => {
  let door: Door
  let ada: string
  beforeAll(async () => {
    door = await openTestDoor(await place())
    ada = await door.welcome()
    for (const role of ['viewer', 'analyst'] as const)
      await add({ name: role, email: `${role}@example.org`, role, password })
  })
  afterAll(() => door.close())

  const inAcme = (path: string) => `/api/v1/workspaces/acme${path}`
  const add = (member: object, cookie = ada) =>
    door.ask({ method: 'POST', url: inAcme('/members'), payload: member, headers: { cookie } })
  const makeKey = async (payload: object, headers: Record<string, string> = { cookie: ada }) =>
    (await door.ask({ method: 'POST', url: inAcme('/keys'), payload, headers })).json()
  const revoke = (id: string) =>
    door.ask({ method: 'DELETE', url: inAcme(`/keys/${id}`), headers: { cookie: ada } })
  const codeFor = async (url: string, headers: Record<string, string>) => {
    const { status, json } = await door.ask({ url, headers })
    return status === 200 ? 'admitted' : json().code
  }
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
  const audited = async (
    workspaceKey = 'acme',
    cookie = ada,
  ): Promise<{ action: string; subject: string }[]> =>
    (await door.ask({ url: `/api/v1/workspaces/${workspaceKey}/audit`, headers: { cookie } })).json().entries

  it('[ACC-10] the one-time link makes the first administrator', async () => {
    const { json } = await door.ask({ url: '/api/v1/me', headers: { cookie: ada } })
    expect(json()).toEqual({
      person: { id: expect.any(String), name: 'Ada', email: 'ada@example.org' },
      workspaces: [{ key: 'acme', name: 'Acme', role: 'experience-officer' }],
      needsWelcome: false,
    })
  })

  it('[ACC-2] a workspace of others is answered exactly like one that does not exist', async () => {
    const cookie = ada
    await door.ask({
      method: 'POST',
      url: '/api/v1/workspaces',
      payload: { key: 'globex', name: 'Globex' },
      headers: { cookie },
    })
    const viewer = await door.signIn('viewer@example.org')
    const answers = await Promise.all(
      ['globex', 'never-made'].map(async (key) => {
        const { json } = await door.ask({
          url: `/api/v1/workspaces/${key}/keys`,
          headers: { cookie: viewer },
        })
        return JSON.stringify({ ...json(), requestId: '' }).replaceAll(key, 'KEY')
      }),
    )
    expect(answers[0]).toContain('ACCESS_WORKSPACE_UNKNOWN')
    expect(answers[0]).toBe(answers[1])
  })

  it('[ACC-3] a caller who lacks the permission is told which one', async () => {
    const viewer = await door.signIn('viewer@example.org')
    const { status, json } = await door.ask({ url: inAcme('/keys'), headers: { cookie: viewer } })
    expect([status, json().code, json().title]).toEqual([
      403,
      'ACCESS_NOT_ALLOWED',
      'This needs the permission "keys:write".',
    ])
  })

  it('[ACC-5] a wrong or malformed key gets nothing, whatever cookie comes with it', async () => {
    const attempts = [
      'Bearer tutti_sk_wrong',
      'Bearer ',
      'Bearer',
      'Basic !!!',
      `Basic ${Buffer.from('tutti_sk_wrong:').toString('base64')}`,
      'Digest x',
      '',
    ]
    for (const authorization of attempts) {
      const { status, json } = await door.ask({ url: '/api/v1/me', headers: { authorization, cookie: ada } })
      expect([authorization, status, json().code]).toEqual([authorization, 401, 'ACCESS_KEY_REFUSED'])
    }
  })

  it('[ACC-20] the session is in a cookie that scripts cannot read and other sites cannot send', async () => {
    const payload = { email: 'ADA@example.org', password }
    const { headers, body } = await door.ask({ method: 'POST', url: '/api/auth/sign-in/email', payload })
    const [cookie = ''] = [headers['set-cookie']].flat()
    expect(cookie).toMatch(
      /^tutti\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(body).toBe('{"done":true}')
  })

  it('[ACC-21] signing out ends the session on the server', async () => {
    const cookie = await door.signIn('viewer@example.org')
    expect((await door.ask({ url: '/api/v1/me', headers: { cookie } })).json().person.name).toBe('viewer')
    await door.ask({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { cookie } })
    expect((await door.ask({ url: '/api/v1/me', headers: { cookie } })).json().person).toBeNull()
  })

  it('[ACC-22, ACC-23] wrong password and unknown address sound alike, and nobody signs up', async () => {
    const post = async (path: string, payload: object | string) => {
      const { status, json } = await door.ask({
        method: 'POST',
        url: `/api/auth${path}`,
        payload,
        remoteAddress: '10.9.9.9',
      })
      return { ...json(), status, requestId: '' }
    }
    const wrong = await post('/sign-in/email', { email: 'ada@example.org', password: 'not the password' })
    expect(wrong).toMatchObject({ status: 401, code: 'ACCESS_SIGN_IN_REFUSED' })
    expect(await post('/sign-in/email', { email: 'nobody@example.org', password })).toEqual(wrong)
    expect(await post('/sign-in/email', {})).toEqual(wrong)
    const eve = { email: 'eve@example.org', password, name: 'Eve' }
    for (const path of [
      '/sign-up/email',
      '/request-password-reset',
      '/update-user',
      '/sign-in/../sign-up/email',
    ])
      expect((await post(path, eve)).code).toBe('HTTP_NOT_FOUND')
  })

  it('[ACC-24] nothing in the ledger opens anything', async () => {
    const { secret } = await makeKey({ name: 'reports', use: 'api' })
    const token = await doorOn(door.ledger).then(({ access }) => access.welcomeToken())
    expect(token).toBeUndefined()
    const tables = [person, session, account, verification, installationFact, workspace, membership, apiKey]
    const rows = await door.ledger.asSystem(async (tx) => {
      const contents = []
      for (const table of tables) contents.push(await tx.select().from(table))
      return JSON.stringify(contents)
    })
    expect(rows).toContain('ada@example.org')
    expect(rows).not.toContain(password)
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain(secret.slice(20))
  })

  it('[ACC-25] guesses at passwords are few per minute and address', async () => {
    const guess = async () =>
      (
        await door.ask({
          method: 'POST',
          url: '/api/auth/sign-in/email',
          payload: { email: 'ada@example.org', password: 'a guess' },
          remoteAddress: '10.8.8.8',
        })
      ).status
    const answers = []
    for (let attempt = 0; attempt < 12; attempt++) answers.push(await guess())
    expect(answers).toEqual([...Array(10).fill(401), 429, 429])
  })

  it('[ACC-26] another server on the ledger, and one after a restart, accept the session', async () => {
    const other = await doorOn(door.ledger)
    const { json } = await other.ask({ url: '/api/v1/me', headers: { cookie: ada } })
    expect(json().person.name).toBe('Ada')
  })

  it('[ACC-27] whoever knows their password can change it', async () => {
    await add({ name: 'Em', email: 'em@example.org', role: 'viewer', password })
    const cookie = await door.signIn('em@example.org')
    const change = (currentPassword: string) =>
      door.ask({
        method: 'POST',
        url: '/api/auth/change-password',
        payload: { currentPassword, newPassword: 'quite another one' },
        headers: { cookie, origin: 'http://localhost:80' },
        remoteAddress: '10.7.7.7',
      })
    expect((await change('a guess')).json().code).toBe('ACCESS_SIGN_IN_REFUSED')
    expect((await change(password)).status).toBe(200)
    expect(await door.signIn('em@example.org')).toBe('')
    expect(await door.signIn('em@example.org', 'quite another one')).not.toBe('')
    expect((await audited()).map(({ action }) => action)).toContain('password.changed')
  })

  it('[ACC-30] a key acts in its workspace within its scopes, and its secret is shown once', async () => {
    const { key, secret } = await makeKey({ name: 'k', use: 'api', scopes: ['keys:write', 'figures:read'] })
    expect(secret).toMatch(/^tutti_sk_[\w-]{43}$/)
    expect(key).toMatchObject({
      use: 'api',
      scopes: ['keys:write', 'figures:read'],
      start: secret.slice(0, 14),
    })
    const { body } = await door.ask({ url: inAcme('/keys'), headers: bearer(secret) })
    expect(body).toContain(key.id)
    expect(body).not.toContain(secret)
    expect(await codeFor(inAcme('/audit'), bearer(secret))).toBe('ACCESS_NOT_ALLOWED')
    expect(await codeFor('/api/v1/workspaces/globex/keys', bearer(secret))).toBe('ACCESS_WORKSPACE_UNKNOWN')
    const byDefault = await makeKey({ name: 'k', use: 'api' })
    expect(byDefault.key.scopes).toEqual(['figures:read', 'verbatims:read', 'records:read'])
  })

  it('[ACC-31] a revoked key is refused from the next request on', async () => {
    const { key, secret } = await makeKey({ name: 'k', use: 'api', scopes: ['keys:write'] })
    expect(await codeFor(inAcme('/keys'), bearer(secret))).toBe('admitted')
    expect((await revoke(key.id)).json()).toEqual({ done: true })
    expect(await codeFor(inAcme('/keys'), bearer(secret))).toBe('ACCESS_KEY_REFUSED')
    expect((await revoke(key.id)).status).toBe(200)
    expect((await revoke('5f1b2a6e-8a53-4a5e-9b7e-0d6c1f0f9a11')).json().code).toBe('ACCESS_KEY_UNKNOWN')
  })

  it('[ACC-32] an ingestion key writes facts and nothing else, and may come as basic-auth user', async () => {
    const scopes = ['records:write', 'keys:write']
    const { key, secret } = await makeKey({ name: 'k', use: 'ingestion', scopes })
    expect(secret).toMatch(/^tutti_wk_/)
    expect(key.scopes).toEqual(['facts:write'])
    const basic = { authorization: `Basic ${Buffer.from(`${secret}:`).toString('base64')}` }
    for (const headers of [bearer(secret), basic]) {
      expect(await codeFor('/api/v1/me', headers)).toBe('admitted')
      expect(await codeFor(inAcme('/keys'), headers)).toBe('ACCESS_NOT_ALLOWED')
    }
  })

  it('[ACC-33, ACC-35] a key hands on no more than it may itself, and makes no workspace', async () => {
    const { secret } = await makeKey({ name: 'k', use: 'api', scopes: ['keys:write'] })
    const wider = await makeKey(
      { name: 'k', use: 'api', scopes: ['keys:write', 'audit:read'] },
      bearer(secret),
    )
    expect(wider).toMatchObject({ status: 403, title: 'This needs the permission "audit:read".' })
    expect(await makeKey({ name: 'k', use: 'ingestion' }, bearer(secret))).toMatchObject({ status: 403 })
    const same = await makeKey({ name: 'k', use: 'api', scopes: ['keys:write'] }, bearer(secret))
    expect(same.key.scopes).toEqual(['keys:write'])
    const { json } = await door.ask({
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
    expect((await add(takeover)).json()).toMatchObject({ name: 'Ada', role: 'experience-officer' })
    expect(await door.signIn('ada@example.org', 'another one!')).toBe('')
    expect(await door.signIn('ada@example.org')).not.toBe('')
  })

  it('[ACC-41] the last experience officer can neither leave nor be given another role', async () => {
    const cookie = ada
    const members = (await door.ask({ url: inAcme('/members'), headers: { cookie } })).json()
      .members as Member[]
    const { id } = members.find(({ name }) => name === 'Ada')!
    const leave = (who: string) =>
      door.ask({
        method: 'DELETE',
        url: inAcme(`/members/${who}`),
        headers: { authorization: `Bearer ${localKey}` },
      })
    expect((await leave(id)).json().code).toBe('ACCESS_LAST_OFFICER')
    expect((await add({ name: 'Ada', email: 'ada@example.org', role: 'viewer' })).json().code).toBe(
      'ACCESS_LAST_OFFICER',
    )
    const second = (await add({ name: 'Bo', email: 'bo@example.org', role: 'experience-officer' })).json()
    const left = await Promise.all([leave(id), leave(second.id)])
    expect(left.map(({ status }) => status).sort()).toEqual([200, 409])
    await door.ask({
      method: 'POST',
      url: inAcme('/members'),
      payload: { name: 'Ada', email: 'ada@example.org', role: 'experience-officer' },
      headers: { authorization: `Bearer ${localKey}` },
    })
  })

  it('[ACC-42] a removed member is let into nothing from the next request on', async () => {
    const { id } = (await add({ name: 'Cy', email: 'cy@example.org', role: 'analyst', password })).json()
    const cookie = await door.signIn('cy@example.org')
    expect(await codeFor(inAcme('/keys'), { cookie })).toBe('ACCESS_NOT_ALLOWED')
    await door.ask({ method: 'DELETE', url: inAcme(`/members/${id}`), headers: { cookie: ada } })
    expect(await codeFor(inAcme('/keys'), { cookie })).toBe('ACCESS_WORKSPACE_UNKNOWN')
    const again = await door.ask({
      method: 'DELETE',
      url: inAcme(`/members/${id}`),
      headers: { cookie: ada },
    })
    expect(again.json().code).toBe('ACCESS_MEMBER_UNKNOWN')
  })

  it('[ACC-43] whoever makes a workspace is its officer, and a key that is taken is refused', async () => {
    const cookie = await door.signIn('analyst@example.org')
    const make = () =>
      door.ask({
        method: 'POST',
        url: '/api/v1/workspaces',
        payload: { key: 'lab', name: 'Lab' },
        headers: { cookie },
      })
    expect((await make()).json()).toEqual({ key: 'lab', name: 'Lab', role: 'experience-officer' })
    expect((await make()).json().code).toBe('ACCESS_WORKSPACE_TAKEN')
    expect(await codeFor('/api/v1/workspaces/lab/keys', { cookie })).toBe('admitted')
    expect(await codeFor('/api/v1/workspaces/lab/keys', { cookie: ada })).toBe('ACCESS_WORKSPACE_UNKNOWN')
  })

  it('[ACC-36] the local key of a run has every right on all workspaces, and none after the run', async () => {
    const headers = bearer(localKey)
    expect(await codeFor(inAcme('/keys'), headers)).toBe('admitted')
    expect(await codeFor('/api/v1/workspaces/globex/audit', headers)).toBe('admitted')
    expect(await codeFor('/api/v1/workspaces/none/audit', headers)).toBe('ACCESS_WORKSPACE_UNKNOWN')
    const nextRun = await doorOn(door.ledger, 'tutti_lk_of-the-next-run')
    expect((await nextRun.ask({ url: '/api/v1/me', headers })).json().code).toBe('ACCESS_KEY_REFUSED')
  })

  it('[ACC-50] what concerns a workspace is in its trail', async () => {
    const before = (await audited()).length
    const cookie = await door.signIn('viewer@example.org')
    await door.signIn('viewer@example.org', 'not the password')
    await door.ask({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { cookie } })
    const { key } = await makeKey({ name: 'k', use: 'api' })
    await revoke(key.id)
    const { id } = (await add({ name: 'Di', email: 'di@example.org', role: 'viewer' })).json()
    await door.ask({ method: 'DELETE', url: inAcme(`/members/${id}`), headers: { cookie: ada } })
    const entries = await audited()
    expect(entries.slice(0, entries.length - before).map(({ action }) => action)).toEqual([
      'member.removed',
      'member.put',
      'key.revoked',
      'key.created',
      'sign-out',
      'sign-in.refused',
      'sign-in',
    ])
    expect(entries[0]).toMatchObject({ subject: `person:${id}`, actor: expect.stringMatching(/^person:/) })
    expect((await audited('globex')).map(({ action }) => action)).toContain('workspace.created')
    expect((await audited('globex')).map(({ action }) => action)).not.toContain('key.created')
  })

  it('[ACC-51] the trail is read latest first, page by page', async () => {
    const whole = await audited()
    const page = async (query: string) =>
      (await door.ask({ url: inAcme(`/audit?limit=3${query}`), headers: { cookie: ada } })).json()
    const first = await page('')
    const second = await page(`&before=${first.next}`)
    expect([...first.entries, ...second.entries]).toEqual(whole.slice(0, 6))
  })

  it('[ACC-60] every column of the tables of access exists', async () => {
    const tables = [person, session, account, verification, installationFact, workspace, membership, apiKey]
    expect(await missingColumns(door.ledger, tables)).toEqual([])
  })
})

describe.each(engines.all)('before the first administrator, on $name', ({ place }) => {
  const attempt = (token: string | undefined, email: string) =>
    ({
      method: 'POST',
      url: '/api/v1/welcome',
      payload: { token, name: 'Ada', email, password, workspaceName: 'Acme' },
    }) as const

  it('[ACC-11, ACC-12] only the latest link works, for one of those who hold it', async () => {
    const door = await openTestDoor(await place())
    const first = await door.access.welcomeToken()
    const latest = await door.access.welcomeToken()
    expect((await door.ask(attempt('wrong', 'eve@example.org'))).json().code).toBe('ACCESS_WELCOME_USED')
    expect((await door.ask(attempt(first, 'eve@example.org'))).json().code).toBe('ACCESS_WELCOME_USED')
    const tries = await Promise.all(
      ['ada@example.org', 'bo@example.org'].map((email) => door.ask(attempt(latest, email))),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 403])
    expect(await door.access.welcomeToken()).toBeUndefined()
    expect((await door.ask(attempt(latest, 'eve@example.org'))).status).toBe(403)
    await door.close()
  })

  it('[ACC-34] the use of a key is noted at most once a minute', async () => {
    let now = new Date('2026-03-01T12:00:00Z').getTime()
    const door = await openTestDoor({ ...(await place()), clock: () => new Date(now) })
    await door.welcome()
    const local = { authorization: `Bearer ${localKey}` }
    const url = '/api/v1/workspaces/acme/keys'
    const payload = { name: 'k', use: 'api' }
    const { secret } = (await door.ask({ method: 'POST', url, payload, headers: local })).json()
    const usedAfter = async (seconds: number) => {
      now += seconds * 1000
      await door.ask({ url: '/api/v1/me', headers: { authorization: `Bearer ${secret}` } })
      return (await door.ask({ url, headers: local })).json().keys[0].lastUsedAt
    }
    expect(await usedAfter(0)).toBe('2026-03-01T12:00:00.000Z')
    expect(await usedAfter(59)).toBe('2026-03-01T12:00:00.000Z')
    expect(await usedAfter(1)).toBe('2026-03-01T12:01:00.000Z')
    await door.close()
  })
})
