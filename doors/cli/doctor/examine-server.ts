import { z } from 'zod'
import type { ServerPlace } from '../server-place.ts'
import { type Examination, inBoth, reasonOf } from './examination.ts'

const Readiness = z.object({ ready: z.boolean(), failing: z.array(z.string()) })
const timeoutMs = 5_000

/** Whether the server answers, and its stores behind it. */
export async function examineServer(place: ServerPlace | null): Promise<Examination> {
  if (!place) return silent
  try {
    const response = await fetch(`${place.url}/readyz`, { signal: AbortSignal.timeout(timeoutMs) })
    const { ready, failing } = Readiness.parse(await response.json())
    if (ready)
      return {
        name: 'server',
        state: 'well',
        message: { en: `ready at ${place.url}`, fr: `prêt à ${place.url}` },
      }
    return ill({ en: `not ready: ${failing.join(', ')}`, fr: `pas prêt : ${failing.join(', ')}` })
  } catch (error) {
    return ill(inBoth(`${place.url}: ${reasonOf(error)}`))
  }
}

const silent: Examination = {
  name: 'server',
  state: 'note',
  message: { en: 'no server runs here', fr: 'aucun serveur ne tourne ici' },
  remedy: { en: 'Start it with "npm start".', fr: 'Démarrez-le par « npm start ».' },
}

function ill(message: Examination['message']): Examination {
  const remedy = {
    en: 'Start it again with "npm start" and read what it prints.',
    fr: 'Redémarrez-le par « npm start » et lisez ce qu’il affiche.',
  }
  return { name: 'server', state: 'ill', message, remedy }
}
