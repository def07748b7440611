import { Command } from 'commander'
import { textIn } from '../../../foundations/format/text-in.ts'
import type { ClientOf, CommandSession } from '../../../foundations/http/command-session.contract.ts'
import type { ListedMeasure, libraryContract } from './library.contract.ts'

type Session = CommandSession<{ readonly measurement: ClientOf<typeof libraryContract> }>

interface Names {
  readonly kind?: string
  readonly followedBy?: string
}

/** `tutti measures library` and `tutti measures take KEY`: the measures of the field, and taking one. */
export function libraryCommands(session: Session): Command[] {
  const { locale } = session
  return [
    new Command('library').description(words.library[locale]).action(() => tellLibrary(session)),
    new Command('take')
      .description(words.take[locale])
      .argument('<key>', words.key[locale])
      .option('--kind <name>', words.kind[locale])
      .option('--followed-by <name>', words.followedBy[locale])
      .action((key: string, names: Names) => take(session, key, names)),
  ]
}

async function tellLibrary({ reach, tell, locale }: Session): Promise<void> {
  const { client, workspace } = await reach()
  const library = await client.measurement.measureLibrary.list({ workspace })
  tell({ json: library, text: library.measures.map((one) => lineOf(one, locale)) })
}

function lineOf(
  { family, measure, definition, isAdded, found }: ListedMeasure,
  locale: Session['locale'],
): string {
  const count = found === null ? '' : `  n ${found}`
  return `${isAdded ? '✓' : ' '} ${measure.key.padEnd(26)}${words[family][locale].padEnd(14)}${textIn(definition, locale)}${count}`
}

async function take({ reach, tell, locale }: Session, key: string, names: Names): Promise<void> {
  const { client, workspace } = await reach()
  const { added } = await client.measurement.measureLibrary.add({ workspace, key, ...names })
  const text = added.length > 0 ? `${words.added[locale]} ${added.join(', ')}` : words.there[locale]
  tell({ json: { added }, text: [text] })
}

const words = {
  library: {
    en: 'List the measures of the field that can be taken into the workspace (✓ it has it).',
    fr: 'Lister les mesures du métier que l’espace peut prendre (✓ il l’a).',
  },
  take: {
    en: 'Take a measure of the library into the workspace, with those its formula rests on.',
    fr: 'Prendre une mesure de la bibliothèque dans l’espace, avec celles de sa formule.',
  },
  key: { en: 'its key in the library', fr: 'sa clé dans la bibliothèque' },
  kind: {
    en: 'kind of answers or outcomes, or name of interactions, that it reads here',
    fr: 'sorte de réponses ou de résultats, ou nom d’interactions, qu’elle lit ici',
  },
  followedBy: {
    en: 'name of the interaction that follows here',
    fr: 'nom de l’interaction qui suit ici',
  },
  added: { en: 'Taken:', fr: 'Prises :' },
  there: { en: 'The workspace has it already.', fr: 'L’espace l’a déjà.' },
  perception: { en: 'perception', fr: 'perception' },
  descriptive: { en: 'descriptive', fr: 'descriptive' },
  predictive: { en: 'predictive', fr: 'prédictive' },
} as const
