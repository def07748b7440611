import type { FastifyRequest } from 'fastify'
import { problem } from './problem.contract.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Browsers say from which site a request comes. One from elsewhere that would change something is refused, whatever
 * cookies it brings; programs that are not browsers say nothing and hold keys, not cookies. Where no cookie counts,
 * pages of other sites may ask.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const { origin, host = '', 'sec-fetch-site': site } = request.headers
  if (harmless.has(request.method) || request.routeOptions.config.openToPages) return
  const known = publicUrl !== undefined && origin === new URL(publicUrl).origin
  const own = origin === undefined ? !elsewhere.has(String(site)) : known || isOwn(origin, host)
  if (!own) throw problem('HTTP_ORIGIN_REFUSED', { origin: origin ?? String(site) })
}

/** What browsers say of requests that pages of other sites make. */
const elsewhere = new Set(['cross-site', 'same-site'])

/** The port that goes without saying may be said on one side only. */
function isOwn(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host: originHost } = new URL(origin)
  const own = `${protocol}//${host}`
  return URL.canParse(own) && new URL(own).host === originHost
}
