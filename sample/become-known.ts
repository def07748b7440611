import { acquired, wayShares, ways } from './acquired.ts'
import { answered, type CustomerScene, happened } from './customer-scene.ts'
import { opaqueId } from './opaque-id.ts'
import { imageQuestion } from './sample-questions.ts'

/** The first message of a customer: under which other identifiers they are known, and how they came. */
export function becomeKnown(scene: CustomerScene): void {
  const { block, at, month, stream } = scene
  const wasThere = month.index === 0
  const wasHeardOf = block.heardOf[at]! < month.index
  const aliases = [
    ...(block.isAccountKnown[at] === 1 ? [scene.account] : []),
    ...(wasHeardOf ? [prospectId(scene)] : []),
  ]
  const atMs = wasThere ? month.startMs : month.startMs + stream.index(12) * 3_600_000
  const way = ways[stream.among(wayShares)]!
  const interactions = [
    ...(wasThere ? [] : [acquired(scene, way)]),
    ...(scene.isMember ? [happened(membershipStarted)] : []),
  ]
  scene.send({
    source: 'customer-records',
    atMs,
    channel: 'store',
    aliases,
    profile: {
      group: '',
      traits: { 'came-through': way, since: wasThere ? 'before' : month.name },
    },
    ...(interactions.length > 0 && { interactions }),
  })
}

const membershipStarted = { name: 'membership-started', direction: 'in', touchpoint: 'loyalty-club' } as const

/** A month of somebody who looks but has not bought: visits to the web shop, and what they think from afar. */
export function lookAround(scene: CustomerScene): void {
  const { stream, world } = scene
  const visits = stream.poisson(0.8)
  for (let visit = 0; visit < visits; visit++) {
    const interactions = [happened({ name: 'search', direction: 'in', touchpoint: 'product-search' })]
    sendAsProspect(scene, { source: 'web-shop', channel: 'web', interactions })
  }
  if (!stream.chance(0.06)) return
  const mark = Math.min(5, Math.max(1, Math.round(3.4 + 0.9 * stream.normal())))
  const text = stream.chance(0.3)
    ? world.verbatims.write(stream, { topic: 'retailer', mark, language: scene.language })
    : ''
  sendAsProspect(scene, {
    source: 'brand-panel',
    channel: 'web',
    answers: [answered(imageQuestion, mark, text)],
  })
}

type ProspectPart = Pick<
  Parameters<CustomerScene['send']>[0],
  'source' | 'channel' | 'interactions' | 'answers'
>

function sendAsProspect(scene: CustomerScene, part: ProspectPart): void {
  scene.send({
    ...part,
    atMs: scene.moment(),
    unit: 'web-shop',
    population: 'prospects',
    person: prospectId(scene),
  })
}

function prospectId(scene: CustomerScene): string {
  return opaqueId('prospect', scene.block.first + scene.at, scene.world.seed)
}
