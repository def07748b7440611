import { Command } from 'commander'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import { findingLines } from '../../../foundations/yaml/located-finding.ts'
import type { SignatureKind, TriedEvent, WebhookRecord, webhookContract } from './webhook.contract.ts'

type Session = CommandSession<{ readonly understanding: ClientOf<typeof webhookContract> }>
type Locale = Session['locale']

interface AddOptions {
  readonly signature?: SignatureKind
}

/** `tutti webhooks`: addresses that other systems deliver to, and what a delivery would become. */
export function webhooksCommand(session: Session): Command {
  const command = new Command('webhooks').description(words.webhooks[session.locale])
  for (const inner of [listCommand, tryCommand, addCommand, rotateCommand, removeCommand])
    command.addCommand(inner(session))
  return command
}

function listCommand(session: Session): Command {
  const { locale } = session
  return new Command('list').description(words.list[locale]).action(async () => {
    const { client, workspace } = await session.reach()
    const { webhooks } = await client.understanding.webhooks.list({ workspace })
    session.tell({
      json: { webhooks },
      text: webhooks.length > 0 ? webhooks.map(webhookLine) : [words.none[locale]],
    })
  })
}

const webhookLine = ({ id, name, path, signature }: WebhookRecord) => [id, name, signature, path].join(' · ')

function tryCommand(session: Session): Command {
  const { locale } = session
  return new Command('try')
    .description(words.try[locale])
    .argument('<mapping>', words.mapping[locale])
    .argument('[delivery]', words.delivery[locale])
    .action(async (file: string, deliveryFile: string | undefined) => {
      const { client, workspace } = await session.reach()
      const mapping = await session.readText(file)
      const delivery = deliveryFile === undefined ? undefined : await session.readText(deliveryFile)
      const tried = await client.understanding.webhooks.try({ workspace, mapping, delivery })
      const { findings, events } = tried
      const found = findingLines(file, findings)
      const fits = delivery === undefined ? [words.sound[locale]] : eventsText(events, locale)
      const failed = found.length > 0 || events.some(({ becomes }) => becomes === 'invalid')
      session.tell({ json: tried, text: found.length > 0 ? found : fits, failed })
    })
}

function eventsText(events: readonly TriedEvent[], locale: Locale): string[] {
  if (events.length === 0) return [words.noEvents[locale]]
  return events.flatMap((event) => [
    eventLine(event, locale),
    ...saidOf(event, locale).map((said) => `  ${said}`),
  ])
}

const eventLine = ({ name, becomes, person, occurredAt }: TriedEvent, locale: Locale) =>
  [name, words[becomes][locale], person, occurredAt].filter((part) => part !== '').join(' · ')

function saidOf({ facts, held, fault }: TriedEvent, locale: Locale): string[] {
  if (fault) return [`${fault.code}: ${fault.reason}`]
  if (held) return [`${held.reason}: ${held.key}`]
  return facts.map(({ said }) => said[locale])
}

function addCommand(session: Session): Command {
  const { locale } = session
  return new Command('add')
    .description(words.add[locale])
    .argument('<name>', words.name[locale])
    .argument('<mapping>', words.mapping[locale])
    .option('--signature <kind>', words.signature[locale])
    .action(async (name: string, file: string, { signature }: AddOptions) => {
      const { client, workspace } = await session.reach()
      const mapping = await session.readText(file)
      const opened = await client.understanding.webhooks.add({ workspace, name, mapping, signature })
      tellSecret(session, opened)
    })
}

function rotateCommand(session: Session): Command {
  const { locale } = session
  return new Command('rotate')
    .description(words.rotate[locale])
    .argument('<id>', words.id[locale])
    .action(async (id: string) => {
      const { client, workspace } = await session.reach()
      tellSecret(session, await client.understanding.webhooks.rotate({ workspace, id }))
    })
}

interface Opened {
  readonly webhook: WebhookRecord
  readonly secret: string
}

function tellSecret({ locale, tell }: Session, opened: Opened): void {
  tell({ json: opened, text: [webhookLine(opened.webhook), `${words.secret[locale]} ${opened.secret}`] })
}

function removeCommand(session: Session): Command {
  const { locale } = session
  return new Command('remove')
    .description(words.remove[locale])
    .argument('<id>', words.id[locale])
    .action(async (id: string) => {
      const { client, workspace } = await session.reach()
      const done = await client.understanding.webhooks.remove({ workspace, id })
      session.tell({ json: done, text: [words.removed[locale]] })
    })
}

const words = {
  webhooks: {
    en: 'Addresses that other systems deliver to, and what a delivery would become.',
    fr: 'Les adresses où d’autres systèmes livrent, et ce qu’une livraison deviendrait.',
  },
  list: { en: 'List the webhooks.', fr: 'Lister les webhooks.' },
  none: { en: 'No other system delivers here yet.', fr: 'Aucun autre système ne livre encore ici.' },
  try: {
    en: 'Check a mapping, and tell what a delivery would become; nothing is kept.',
    fr: 'Vérifier une correspondance, et dire ce qu’une livraison deviendrait ; rien n’est gardé.',
  },
  add: {
    en: 'Open an address; its secret is shown once.',
    fr: 'Ouvrir une adresse ; son secret est montré une fois.',
  },
  rotate: {
    en: 'Make a new secret; the one before counts a day longer.',
    fr: 'Créer un nouveau secret ; le précédent vaut encore un jour.',
  },
  remove: { en: 'Close the address of a webhook.', fr: 'Fermer l’adresse d’un webhook.' },
  removed: { en: 'The address is closed.', fr: 'L’adresse est fermée.' },
  id: { en: 'id of the webhook', fr: 'identifiant du webhook' },
  name: { en: 'what its events are said to come from', fr: 'ce d’où ses événements sont dits venir' },
  mapping: { en: 'file of the mapping, as YAML', fr: 'fichier de la correspondance, en YAML' },
  delivery: { en: 'file of a delivery, as JSON', fr: 'fichier d’une livraison, en JSON' },
  signature: { en: 'standard or github', fr: 'standard ou github' },
  secret: { en: 'Secret, shown once:', fr: 'Secret, montré une fois :' },
  sound: { en: 'The mapping is sound.', fr: 'La correspondance est juste.' },
  noEvents: {
    en: 'No event: there is no list where the mapping looks for one.',
    fr: 'Aucun événement : là où la correspondance cherche une liste, il n’y en a pas.',
  },
  facts: { en: 'kept', fr: 'gardé' },
  held: { en: 'waits to be mapped', fr: 'attend d’être rattaché' },
  ignored: { en: 'left out by a rule', fr: 'écarté par une règle' },
  invalid: { en: 'unreadable', fr: 'illisible' },
} satisfies Record<string, Record<Locale, string>>
