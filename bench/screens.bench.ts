import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readConfiguration } from '../doors/server/configuration.ts'
import { startServer } from '../doors/server/start.ts'
import { openBrowser } from '../doors/web/fixtures/open-browser.ts'
import { signIn } from '../doors/web/fixtures/sign-in.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import {
  type BenchWarehouse,
  fillThreeYears,
  type MadeShape,
  withDirectory,
  withWarehouseIn,
  workspace,
} from './bench-warehouse.ts'
import { type Durations, durationMs, percentilesOf } from './measured.ts'

const answers = 20_000_000
const visits = 12

/** A second workspace, with as many cells on its heat map as anybody would look at. */
const wide = { workspace: 'wide', touchpoints: 50, units: 100 }
const wideAnswers = 2_000_000

interface Screen {
  readonly what: string
  readonly path: string
  readonly ready: string
  /** Its workspace, where it is not the one of all answers. */
  readonly of?: string
}

/** Screens, and what stands on them once a reader can use them. */
const screens: readonly Screen[] = [
  { what: 'an empty page', path: 'settings/about', ready: 'h1' },
  { what: 'the cockpit', path: 'cockpit?period=2025-q4', ready: 'section li h3' },
  {
    what: 'the heat map, 20 touchpoints × 40 units',
    path: 'measurement/heat-map?period=2025-q4&measure=mark',
    ready: 'td[data-row][data-column="unit-39"]',
  },
  {
    what: 'the heat map, 50 touchpoints × 100 units',
    path: 'measurement/heat-map?period=2025-q4&measure=mark',
    ready: 'td[data-row][data-column="unit-99"]',
    of: wide.workspace,
  },
]

/** What a browser saw of one visit, in milliseconds from the start of the navigation. */
interface Visit {
  readonly painted: number
  readonly usable: number
  readonly shift: number
  /** The longest that the page was held while cells were moved through and sorted. */
  readonly held: number
}

export const bench: Bench = {
  question: `How soon is something painted, and how soon can it be used, over ${answers / 1e6} million answers?`,
  beside: 'an empty page of the same server',
  run: () =>
    withDirectory(async (data) => {
      const fill = () =>
        withWarehouseIn(join(data, 'warehouse'), async (store) => {
          await fillThreeYears(store, answers)
          await fillThreeYears(store, wideAnswers, wide)
          await untilMerged(store)
        })
      const fillSeconds = (await durationMs(fill)) / 1000
      const server = await startServer(
        readConfiguration({ TUTTI_DATA: data, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }),
      )
      const browser = await openBrowser()
      try {
        const place = { address: server.address, key: server.localKey }
        await describeWorkspace(place, { workspace, touchpoints: 20, units: 40 })
        await describeWorkspace(place, wide)
        const context = await browser.newContext()
        await signIn(context, server)
        const seen = await visitsInTurns(browser, context, server.address)
        return {
          rows: rowsOf(seen),
          notes: [
            `${answers / 1e6} million answers made and merged by the engine in ${Math.round(fillSeconds)} s; ${visits} visits of each screen in turns, each in a fresh browser context without cache. Painted: first contentful paint. Usable: the figures stand on the screen and no task of more than 50 ms holds the page.`,
            ...screens.map(
              ({ what }, at) =>
                `Layout shift of ${what}: ${Math.max(...seen[at]!.map(({ shift }) => shift)).toFixed(3)} at most.`,
            ),
            `Longest task while 30 cells are moved through by keyboard, the map is scrolled and sorted: ${[2, 3].map((at) => `${Math.round(Math.max(...seen[at]!.map(({ held }) => held)))} ms at most on ${screens[at]!.what} (0: none over 50 ms)`).join('; ')}.`,
          ],
        }
      } finally {
        await browser.close()
        await server.stop()
      }
    }),
}

/** Waits until the engine is at rest, as it is when nobody imports. */
async function untilMerged({ byHand }: BenchWarehouse): Promise<void> {
  for (let asked = 0; asked < 120; asked++) {
    const [running] = await byHand<{ merges: number }>({ sql: 'SELECT count() AS merges FROM system.merges' })
    if (Number(running!.merges) === 0) return
    await setTimeout(1_000)
  }
}

function rowsOf(seen: readonly (readonly Visit[])[]): BenchRow[] {
  const of = (at: number, part: 'painted' | 'usable'): Durations => ({
    runs: visits,
    ...percentilesOf(seen[at]!.map((visit) => visit[part])),
  })
  return [1, 2, 3].flatMap((at): BenchRow[] => {
    const [painted, usable] = [of(at, 'painted'), of(at, 'usable')]
    const { what } = screens[at]!
    return [
      {
        ...{ what: `${what}: painted`, ours: painted, byHand: of(0, 'painted') },
        ...{ bar: 'p50 < 1 s', kept: painted.p50Ms < 1000 },
      },
      {
        ...{ what: `${what}: usable`, ours: usable, byHand: of(0, 'usable') },
        ...{ bar: 'p50 < 2 s', kept: usable.p50Ms < 2000 },
      },
    ]
  })
}

interface Place {
  readonly address: string
  readonly key: string
}

async function describeWorkspace({ address, key }: Place, shape: MadeShape): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const post = async (path: string, body: object) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  }
  await post('/workspaces', { key: shape.workspace, name: 'Bench' })
  await post(`/workspaces/${shape.workspace}/experience/apply`, { yaml: experience(shape) })
}

function experience({ units, touchpoints }: MadeShape): string {
  const list = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')
  return `tutti: 1
platform: { name: Bench, ambition: To be measured }
units:
${list(units, (index) => `  - { key: unit-${index}, name: Unit ${index} }`)}
measures:
  - { key: nps, name: NPS, method: nps, kind: nps, scale: { low: 0, high: 10 } }
  - { key: mark, name: Mean mark, method: mean, kind: nps, scale: { low: 0, high: 10 } }
  - { key: top, name: Very satisfied, method: box, kind: nps, scale: { low: 0, high: 10 }, box: { from: 9, to: 10 } }
  - { key: gap, name: Distance to the promise, method: promise-gap, kind: nps, scale: { low: 0, high: 10 }, of: mark }
  - { key: count, name: Marks given, method: count, kind: nps, scale: { low: 0, high: 10 } }
touchpoints:
${list(touchpoints, (index) => `  - { key: touchpoint-${index}, name: Touchpoint ${index}, promise: { statement: Well, measure: mark, target: ${(4.9 + (index % 4) / 10).toFixed(1)} } }`)}
`
}

async function visitsInTurns(browser: Browser, context: BrowserContext, address: string): Promise<Visit[][]> {
  const storageState = await context.storageState()
  const seen: Visit[][] = screens.map(() => [])
  for (let turn = 0; turn <= visits; turn++)
    for (const [at, { path, ready, of }] of screens.entries()) {
      const fresh = await browser.newContext({
        storageState,
        locale: 'en',
        viewport: { width: 1440, height: 1000 },
      })
      const visit = await visitOf(fresh, `${address}/w/${of ?? workspace}/${path}`, ready)
      await fresh.close()
      if (turn > 0) seen[at]!.push(visit)
    }
  return seen
}

const watch = `window.seen = { shift: 0, busyUntil: 0, longest: 0 };
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.seen.shift += one.value }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const one of list.getEntries()) { window.seen.busyUntil = one.startTime + one.duration; window.seen.longest = Math.max(window.seen.longest, one.duration) } }).observe({ type: 'longtask', buffered: true });`

async function visitOf(context: BrowserContext, address: string, ready: string): Promise<Visit> {
  const page = await context.newPage()
  await page.addInitScript(watch)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector(ready, { timeout: 60_000 })
  const shown = (await page.evaluate('performance.now()')) as number
  await page.waitForTimeout(800)
  const { painted, shift, busyUntil } = (await page.evaluate(
    `({ ...window.seen, painted: performance.getEntriesByName('first-contentful-paint')[0].startTime })`,
  )) as { painted: number; shift: number; busyUntil: number }
  return { painted, usable: Math.max(shown, busyUntil), shift, held: await heldWhileMoving(page) }
}

/** Moves through the map by keyboard and wheel and sorts it; the longest task in milliseconds, 0 without one over 50. */
async function heldWhileMoving(page: Page): Promise<number> {
  const cells = page.locator('td[data-row]')
  if ((await cells.count()) === 0) return 0
  await page.evaluate('window.seen.longest = 0')
  await cells.first().focus()
  for (let step = 0; step < 30; step++) await page.keyboard.press(step % 2 ? 'ArrowRight' : 'ArrowDown')
  for (let step = 0; step < 10; step++) await page.mouse.wheel(120, 120)
  await page.locator('thead button').nth(3).click()
  await page.waitForTimeout(500)
  return (await page.evaluate('window.seen.longest')) as number
}
