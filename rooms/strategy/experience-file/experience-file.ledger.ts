import { sql } from 'drizzle-orm'
import type { Binding, Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ExperienceChange, ExperienceFinding, ExperienceGuard, ExperienceSection } from '../contract.ts'
import { canonicalYaml } from './canonical-yaml.ts'
import { checkExperience, type Language } from './check-experience.ts'
import { refusalOfEdit } from './experience-guard.ts'
import type { SectionValues } from './experience-violation.ts'

/** Sections in the order of the file. */
export type Sections = readonly ExperienceSection<WorkspaceTransaction>[]

export interface ExperienceText {
  readonly text: string
  readonly language: Language
}

/** What applying a text would do, or did; with findings it does nothing. */
export interface ExperienceOutcome {
  readonly findings: ExperienceFinding[]
  readonly changes: ExperienceChange[]
}

export interface ExperienceFileRecordsNeeds {
  readonly ledger: Ledger
  readonly sections: Sections
}

/** The records of a workspace as one file. */
export function experienceFileRecords({ ledger, sections }: ExperienceFileRecordsNeeds) {
  return {
    export: (binding: Binding): Promise<string> =>
      ledger.inWorkspace(binding, async (tx) => canonicalYaml(sections, await heldBy(tx, sections))),
    apply: (binding: Binding, file: ExperienceText): Promise<ExperienceOutcome> =>
      ledger.inWorkspace(binding, (tx) => apply(tx, sections, file)),
    check: (binding: Binding, file: ExperienceText): Promise<ExperienceOutcome> =>
      tried(ledger, binding, (tx) => apply(tx, sections, file)),
  }
}
export type ExperienceFileRecords = ReturnType<typeof experienceFileRecords>

/** Refuses changes that would leave a section naming what no section defines. */
export function experienceGuard(sections: Sections): ExperienceGuard<WorkspaceTransaction> {
  return async (tx, edit) => {
    await holdOthersBack(tx)
    return refusalOfEdit({ outlines: sections, held: await heldBy(tx, sections), edit })
  }
}

/** Two changes that are sound one by one may break the experience together, so a workspace makes one at a time. */
async function holdOthersBack(tx: WorkspaceTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('experience/' || ${tx.workspace}, 0))`)
}

async function heldBy(tx: WorkspaceTransaction, sections: Sections): Promise<SectionValues> {
  const held: Record<string, unknown> = {}
  for (const { name, read } of sections) held[name] = await read(tx)
  return held
}

async function apply(
  tx: WorkspaceTransaction,
  sections: Sections,
  { text, language }: ExperienceText,
): Promise<ExperienceOutcome> {
  await holdOthersBack(tx)
  const held = await heldBy(tx, sections)
  const { findings, stated } = checkExperience({ text, outlines: sections, held, language })
  if (findings.length > 0) return { findings, changes: [] }
  const changes: ExperienceChange[] = []
  for (const section of sections) {
    const value = stated[section.name]
    if (value === undefined) continue
    const written = await section.write(tx, value)
    changes.push(...written.map((change) => ({ section: section.name, ...change })))
  }
  return { findings, changes }
}

/** Does the work in a transaction that is then undone, so that what would happen is what is told. */
async function tried(
  ledger: Ledger,
  binding: Binding,
  work: (tx: WorkspaceTransaction) => Promise<ExperienceOutcome>,
): Promise<ExperienceOutcome> {
  const undone = Symbol('undone')
  let outcome: ExperienceOutcome = { findings: [], changes: [] }
  try {
    await ledger.inWorkspace(binding, async (tx) => {
      outcome = await work(tx)
      throw undone
    })
  } catch (thrown) {
    if (thrown !== undone) throw thrown
  }
  return outcome
}
