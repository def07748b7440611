const built = 'doors/web/dist/index.html'

/** True where nothing that the web application is made of changed after it was built. */
export function isWebFresh(paths: readonly string[], changedAtMs: (path: string) => number): boolean {
  const builtAtMs = changedAtMs(built)
  return builtAtMs > 0 && paths.filter(isSource).every((path) => changedAtMs(path) <= builtAtMs)
}

function isSource(path: string): boolean {
  if (path === 'package-lock.json') return true
  return /^(foundations|rooms|doors)\//.test(path) && !/\.(test\.tsx?|md|sql)$/.test(path)
}
