import type { ExperienceFinding, ExperienceOutline } from '../contract.ts'
import { experienceSchema } from './experience-schema.ts'
import { experienceViolations, type SectionValues } from './experience-violation.ts'
import type { Bilingual, FindingDraft } from './finding-draft.ts'
import { fieldOf, pathText } from './path-pattern.ts'
import { shapeDrafts } from './shape-finding.ts'
import { unreadableTexts } from './text-finding.ts'
import { violationDraft } from './violation-finding.ts'
import { readYamlText, type YamlText } from './yaml-text.ts'

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
  const told = (drafts: readonly FindingDraft[]) => findingsOf(yaml, drafts, language)
  if (!yaml.readable) return { findings: told(yaml.drafts), stated: {} }
  const schema = experienceSchema(outlines)
  const shape = [...shapeDrafts({ schema, value: yaml.value }), ...unreadableTexts(yaml.value)]
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

function findingsOf(
  yaml: YamlText,
  drafts: readonly FindingDraft[],
  language: Language,
): ExperienceFinding[] {
  const findings = drafts.map((draft) => ({
    ...yaml.placeOf(draft),
    path: pathText(draft.path),
    message: draft.message[language],
    hint: draft.hint[language],
  }))
  return findings.sort((one, other) => one.line - other.line || one.column - other.column)
}
