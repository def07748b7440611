import { expect, it } from 'vitest'
import { isWebFresh } from './is-web-fresh.ts'

const built = { 'doors/web/dist/index.html': 100 }

function fresh(changed: Readonly<Record<string, number>>): boolean {
  return isWebFresh(Object.keys(changed), (path) => changed[path] ?? 0)
}

it('[CHK-80] the web is built where it was never built, or where a source or a package is newer', () => {
  expect(fresh({ 'doors/web/main.tsx': 1 })).toBe(false)
  expect(fresh({ ...built, 'rooms/design/score.page.tsx': 101 })).toBe(false)
  expect(fresh({ ...built, 'package-lock.json': 101 })).toBe(false)
})

it('[CHK-80] the web is not built again for older sources, tests or documents', () => {
  const changed = { 'doors/web/main.tsx': 99, 'rooms/design/a.test.ts': 101, 'rooms/design/README.md': 101 }
  expect(fresh({ ...built, ...changed })).toBe(true)
})
