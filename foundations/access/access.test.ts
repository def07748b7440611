import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingColumns } from '../ledger/missing-columns.ts'
import { startTestEngines } from '../ledger/test-engines.ts'
import { admit } from './admission.ts'
import type { Caller } from './caller.contract.ts'
import { permissions, permissionsOfRole, roles } from './permission.contract.ts'
import { account, installationFact, person, session, verification } from './sign-in.tables.ts'
import { type Acme, doorOn, localKey, openAcme, openTestDoor, password } from './test-door.ts'
import { apiKey, membership, workspace } from './workspace.tables.ts'
import { workspaceKeyOf } from './workspace-key.ts'

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
      memberships: [{ workspace: 'acme', name: 'Acme', role, team: null, unit: null }],
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
  let acme: Acme
  beforeAll(async () => {
    acme = await openAcme(await place())
  })
  afterAll(() => acme.close())

  it('[ACC-10] the one-time link makes the first administrator', async () => {
    const { json } = await acme.ask({ url: '/api/v1/me', headers: { cookie: acme.ada } })
    expect(json()).toEqual({
      person: { id: expect.any(String), name: 'Ada', email: 'ada@example.org' },
      workspaces: [
        { key: 'acme', name: 'Acme', role: 'experience-officer', team: null, unit: null },
        { key: 'globex', name: 'Globex', role: 'experience-officer', team: null, unit: null },
      ],
      needsWelcome: false,
    })
  })

  it('[ACC-2] a workspace of others is answered exactly like one that does not exist', async () => {
    const viewer = await acme.signIn('viewer@example.org')
    const answers = await Promise.all(
      ['globex', 'never-made'].map(async (key) => {
        const { json } = await acme.ask({
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
    const viewer = await acme.signIn('viewer@example.org')
    const { status, json } = await acme.ask({ url: acme.inAcme('/keys'), headers: { cookie: viewer } })
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
      const { status, json } = await acme.ask({
        url: '/api/v1/me',
        headers: { authorization, cookie: acme.ada },
      })
      expect([authorization, status, json().code]).toEqual([authorization, 401, 'ACCESS_KEY_REFUSED'])
    }
  })

  it('[ACC-20] the session is in a cookie that scripts cannot read and other sites cannot send', async () => {
    const payload = { email: 'ADA@example.org', password }
    const { headers, body } = await acme.ask({ method: 'POST', url: '/api/auth/sign-in/email', payload })
    const [cookie = ''] = [headers['set-cookie']].flat()
    expect(cookie).toMatch(
      /^tutti\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(body).toBe('{"done":true}')
  })

  it('[ACC-21] signing out ends the session on the server', async () => {
    const cookie = await acme.signIn('viewer@example.org')
    expect((await acme.ask({ url: '/api/v1/me', headers: { cookie } })).json().person.name).toBe('viewer')
    await acme.ask({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { cookie } })
    expect((await acme.ask({ url: '/api/v1/me', headers: { cookie } })).json().person).toBeNull()
  })

  it('[ACC-22, ACC-23] wrong password and unknown address sound alike, and nobody signs up', async () => {
    const post = async (path: string, payload: object | string) => {
      const { status, json } = await acme.ask({
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
    const { secret } = await acme.makeKey({ name: 'reports', use: 'api' })
    const token = await doorOn(acme.ledger).then(({ access }) => access.welcomeToken())
    expect(token).toBeUndefined()
    const tables = [person, session, account, verification, installationFact, workspace, membership, apiKey]
    const rows = await acme.ledger.asSystem(async (tx) => {
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
        await acme.ask({
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
    const other = await doorOn(acme.ledger)
    const { json } = await other.ask({ url: '/api/v1/me', headers: { cookie: acme.ada } })
    expect(json().person.name).toBe('Ada')
  })

  it('[ACC-27] whoever knows their password can change it', async () => {
    await acme.add({ name: 'Em', email: 'em@example.org', role: 'viewer', password })
    const cookie = await acme.signIn('em@example.org')
    const change = (currentPassword: string) =>
      acme.ask({
        method: 'POST',
        url: '/api/auth/change-password',
        payload: { currentPassword, newPassword: 'quite another one' },
        headers: { cookie, origin: 'http://localhost:80' },
        remoteAddress: '10.7.7.7',
      })
    expect((await change('a guess')).json().code).toBe('ACCESS_SIGN_IN_REFUSED')
    expect((await change(password)).status).toBe(200)
    expect(await acme.signIn('em@example.org')).toBe('')
    expect(await acme.signIn('em@example.org', 'quite another one')).not.toBe('')
    expect((await acme.audited()).map(({ action }) => action)).toContain('password.changed')
  })

  it('[ACC-28] a session whose time is over opens nothing, and is removed', async () => {
    const cookie = await acme.signIn('viewer@example.org')
    const isSignedIn = async () =>
      (await acme.ask({ url: '/api/v1/me', headers: { cookie } })).json().person !== null
    const sessions = () => acme.ledger.asSystem((tx) => tx.select().from(session))
    const before = await sessions()
    const viewer = before.find(({ userId }) => userId !== before[0]?.userId)!
    await acme.ledger.asSystem((tx) =>
      tx
        .update(session)
        .set({ expiresAt: new Date(0) })
        .where(eq(session.userId, viewer.userId)),
    )
    expect(await isSignedIn()).toBe(false)
    for (const { run } of acme.access.schedules) await run()
    expect((await sessions()).some(({ userId }) => userId === viewer.userId)).toBe(false)
    expect(
      (await acme.ask({ url: '/api/v1/me', headers: { cookie: acme.ada } })).json().person,
    ).not.toBeNull()
  })

  it('[ACC-50] what concerns a workspace is in its trail', async () => {
    const before = (await acme.audited()).length
    const cookie = await acme.signIn('viewer@example.org')
    await acme.signIn('viewer@example.org', 'not the password')
    await acme.ask({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { cookie } })
    const { key } = await acme.makeKey({ name: 'k', use: 'api' })
    await acme.revoke(key.id)
    const { id } = (await acme.add({ name: 'Di', email: 'di@example.org', role: 'viewer' })).json()
    await acme.ask({ method: 'DELETE', url: acme.inAcme(`/members/${id}`), headers: { cookie: acme.ada } })
    const entries = await acme.audited()
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
    expect((await acme.audited('globex')).map(({ action }) => action)).toContain('workspace.created')
    expect((await acme.audited('globex')).map(({ action }) => action)).not.toContain('key.created')
  })

  it('[ACC-51] the trail is read latest first, page by page', async () => {
    const whole = await acme.audited()
    const page = async (query: string) =>
      (await acme.ask({ url: acme.inAcme(`/audit?limit=3${query}`), headers: { cookie: acme.ada } })).json()
    const first = await page('')
    const second = await page(`&before=${first.next}`)
    expect([...first.entries, ...second.entries]).toEqual(whole.slice(0, 6))
  })

  it('[ACC-60] every column of the tables of access exists', async () => {
    const tables = [person, session, account, verification, installationFact, workspace, membership, apiKey]
    expect(await missingColumns(acme.ledger, tables)).toEqual([])
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
