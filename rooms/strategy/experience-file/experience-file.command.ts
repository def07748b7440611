import { Command } from 'commander'
import type {
  ClientOf,
  CommandOutcome,
  CommandSession,
} from '../../../foundations/http/command-session.contract.ts'
import { findingLines } from '../../../foundations/yaml/located-finding.ts'
import type { ExperienceChange, ExperienceFinding, ExperienceOutline, strategyContract } from '../contract.ts'
import { checkExperience } from './check-experience.ts'
import { experienceJsonSchema } from './experience-schema.ts'

export interface ExperienceCommandNeeds {
  readonly session: CommandSession<{ readonly strategy: ClientOf<typeof strategyContract> }>
  readonly outlines: readonly ExperienceOutline[]
}

/** `tutti check`, `apply` and `export`. */
export function experienceFileCommands(needs: ExperienceCommandNeeds): Command[] {
  return [checkCommand(needs), applyCommand(needs), exportCommand(needs)]
}

function checkCommand({ session, outlines }: ExperienceCommandNeeds): Command {
  const { locale } = session
  return new Command('check')
    .description(words.check[locale])
    .argument('<file>', words.file[locale])
    .option('--offline', words.offline[locale])
    .action(async (file: string, { offline }: { offline?: boolean }) => {
      const text = await session.readText(file)
      const server = offline ? null : await session.reachIfRunning()
      const outcome = server
        ? await server.client.strategy.experience.check({ workspace: server.workspace, yaml: text })
        : checkAlone({ text, outlines, locale })
      const against = server ? ('workspace' as const) : ('file' as const)
      const sound = server ? words.sound[locale] : words.soundAlone[locale]
      const told = outcomeOf({ file, outcome, nothing: sound, title: words.wouldChange[locale] })
      session.tell({ ...told, json: { against, ...outcome } })
    })
}

interface AloneCheck {
  readonly text: string
  readonly outlines: readonly ExperienceOutline[]
  readonly locale: 'en' | 'fr'
}

function checkAlone({ text, outlines, locale }: AloneCheck): Outcome {
  const { findings } = checkExperience({ text, outlines, held: {}, language: locale })
  return { findings, changes: [] }
}

function applyCommand({ session }: ExperienceCommandNeeds): Command {
  const { locale } = session
  return new Command('apply')
    .description(words.apply[locale])
    .argument('<file>', words.file[locale])
    .option('--dry-run', words.dryRun[locale])
    .action(async (file: string, { dryRun }: { dryRun?: boolean }) => {
      const yaml = await session.readText(file)
      const { client, workspace } = await session.reach()
      const { experience } = client.strategy
      const planned = await experience.check({ workspace, yaml })
      if (dryRun || planned.findings.length > 0)
        session.tell(outcomeOf({ file, outcome: planned, ...plannedWords(locale) }))
      else {
        const { changes } = await experience.apply({ workspace, yaml })
        session.tell(outcomeOf({ file, outcome: { findings: [], changes }, ...doneWords(locale) }))
      }
    })
}

function exportCommand({ session, outlines }: ExperienceCommandNeeds): Command {
  const { locale } = session
  return new Command('export')
    .description(words.export[locale])
    .option('-o, --out <file>', words.out[locale])
    .action(async ({ out }: { out?: string }) => {
      const { client, workspace } = await session.reach()
      const { yaml } = await client.strategy.experience.export({ workspace })
      if (out === undefined) return session.tell({ json: { yaml }, text: [yaml.trimEnd()] })
      const schema = out.replace(/[^/\\]*$/, 'experience.schema.json')
      await session.writeText(out, yaml)
      await session.writeText(schema, `${JSON.stringify(experienceJsonSchema(outlines), null, 2)}\n`)
      session.tell({
        json: { yaml, written: [out, schema] },
        text: [`${words.written[locale]} ${out}`, `${words.written[locale]} ${schema}`],
      })
    })
}

interface Outcome {
  readonly findings: readonly ExperienceFinding[]
  readonly changes: readonly ExperienceChange[]
}

type Locale = ExperienceCommandNeeds['session']['locale']

const plannedWords = (locale: Locale) => ({
  title: words.wouldChange[locale],
  nothing: words.wouldChangeNothing[locale],
})

const doneWords = (locale: Locale) => ({
  title: words.changed[locale],
  nothing: words.changedNothing[locale],
})

interface ToldOutcome {
  readonly file: string
  readonly outcome: Outcome
  /** What stands above the changes. */
  readonly title: string
  /** What is said where there are none. */
  readonly nothing: string
}

function outcomeOf({ file, outcome, title, nothing }: ToldOutcome): CommandOutcome {
  const { findings, changes } = outcome
  const found = findingLines(file, findings)
  if (findings.length > 0) return { json: outcome, text: found, failed: true }
  if (changes.length === 0) return { json: outcome, text: [nothing] }
  return { json: outcome, text: [title, { head: [], rows: changes.map(rowOf) }] }
}

const signs = { created: '+', changed: '~', removed: '-' }

function rowOf({ section, key, change }: ExperienceChange): string[] {
  return [signs[change], section, key, change]
}

const words = {
  check: {
    en: 'Check experience.yaml: every mistake with its line and column.',
    fr: 'Vérifier experience.yaml : chaque erreur avec sa ligne et sa colonne.',
  },
  apply: {
    en: 'Make the workspace hold what experience.yaml states.',
    fr: 'Donner à l’espace le contenu d’experience.yaml.',
  },
  export: {
    en: 'Write what the workspace holds as experience.yaml.',
    fr: 'Écrire le contenu de l’espace en experience.yaml.',
  },
  file: { en: 'an experience.yaml', fr: 'un fichier experience.yaml' },
  offline: { en: 'check the file alone, without a workspace', fr: 'vérifier le fichier seul, sans espace' },
  dryRun: {
    en: 'tell what would change, and change nothing',
    fr: 'dire ce qui changerait, sans rien changer',
  },
  out: {
    en: 'write to this file, with its JSON Schema beside it',
    fr: 'écrire dans ce fichier, avec son schéma JSON à côté',
  },
  sound: {
    en: 'The file is sound, and the workspace holds it already.',
    fr: 'Le fichier est juste, et l’espace le contient déjà.',
  },
  soundAlone: {
    en: 'The file is sound by itself. No workspace was asked for the sections it leaves out.',
    fr: 'Le fichier est juste en lui-même. Aucun espace n’a été interrogé pour les sections absentes.',
  },
  wouldChange: {
    en: 'The file is sound. Applying it would make these changes:',
    fr: 'Le fichier est juste. L’appliquer ferait ces changements :',
  },
  changed: { en: 'Changes made:', fr: 'Changements faits :' },
  changedNothing: {
    en: 'Nothing changed: the workspace holds this already.',
    fr: 'Rien n’a changé : l’espace contient déjà cela.',
  },
  wouldChangeNothing: {
    en: 'Nothing would change: the workspace holds this already.',
    fr: 'Rien ne changerait : l’espace contient déjà cela.',
  },
  written: { en: 'Written:', fr: 'Écrit :' },
}
