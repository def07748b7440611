import { documentDrafts } from '../../../foundations/yaml/document-drafts.ts'
import type { Bilingual, FindingDraft } from '../../../foundations/yaml/finding-draft.ts'
import { locatedFindings } from '../../../foundations/yaml/located-finding.ts'
import { fieldOf } from '../../../foundations/yaml/path-pattern.ts'
import { readYamlText } from '../../../foundations/yaml/yaml-text.ts'
import type { ExperienceFinding, ExperienceOutline } from '../contract.ts'
import { experienceSchema } from './experience-schema.ts'
import { experienceViolations, type SectionValues } from './experience-violation.ts'
import { violationDraft } from './violation-finding.ts'

export type Language = keyof Bilingual

export interface ExperienceCheck {
  readonly text: string
  readonly outlines: readonly ExperienceOutline[]
  /** What the workspace holds; the sections absent from the file are taken from here. Empty away from a workspace. */
  readonly held: SectionValues
  readonly language: Language
}

export interface CheckedExperience {
  readonly findings: ExperienceFinding[]
  /** Sections that stand in the file and fit their schema. */
  readonly stated: SectionValues
}

/** Reads `experience.yaml` and tells everything that is wrong with it, from top to bottom. */
export function checkExperience({ text, outlines, held, language }: ExperienceCheck): CheckedExperience {
  const yaml = readYamlText(text)
  const told = (drafts: readonly FindingDraft[]) => locatedFindings(yaml, drafts, language)
  if (!yaml.readable) return { findings: told(yaml.drafts), stated: {} }
  const schema = experienceSchema(outlines)
  const shape = documentDrafts({ schema, value: yaml.value, documentName: 'experience.yaml' })
  const stated = sectionsThatFit(outlines, yaml.value)
  const written = (section: string) => fieldOf(yaml.value, section) !== undefined
  const unstated = Object.entries(held).filter(([section]) => !written(section))
  const values = { ...Object.fromEntries(unstated), ...stated }
  const broken = experienceViolations(outlines, values).map((violation) =>
    violationDraft(violation, { outlines, stated: written }),
  )
  return { findings: told([...yaml.drafts, ...shape, ...broken]), stated }
}

function sectionsThatFit(outlines: readonly ExperienceOutline[], value: unknown): SectionValues {
  const fitting = outlines.flatMap(({ name, schema }) => {
    const section = fieldOf(value, name)
    const parsed = section === undefined ? undefined : schema.safeParse(section)
    return parsed?.success ? [[name, parsed.data] as const] : []
  })
  return Object.fromEntries(fitting)
}
