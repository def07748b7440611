import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { allExperienceOutlines } from '../doors/cli/experience-outlines.ts'
import { canonicalYaml } from '../rooms/strategy/experience-file/canonical-yaml.ts'
import { checkExperience } from '../rooms/strategy/experience-file/check-experience.ts'
import { experienceJsonSchema } from '../rooms/strategy/experience-file/experience-schema.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = globSync('**/experience.yaml', { cwd: here })
const fits = new Ajv({ strict: false }).compile(experienceJsonSchema(allExperienceOutlines))

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(here, name), 'utf8')
  const { findings, stated } = checkExperience({
    text,
    outlines: allExperienceOutlines,
    held: {},
    language: 'en',
  })

  it('[STR-50] is sound', () => {
    expect(findings).toEqual([])
  })

  it('[STR-43] is written in the canonical form', () => {
    expect(canonicalYaml(allExperienceOutlines, stated)).toBe(text)
  })

  it('[STR-62] fits its JSON Schema, and would not with a field nobody knows', () => {
    const value = parse(text)
    fits(value)
    expect(fits.errors ?? []).toEqual([])
    expect(fits({ ...value, promises: [] })).toBe(false)
    expect(fits({ ...value, teams: [{ key: 'it', name: { en: 'IT' } }] })).toBe(false)
  })

  it('[CLI-14] has beside it the JSON Schema that the code makes today', () => {
    const schema = readFileSync(join(here, dirname(name), 'experience.schema.json'), 'utf8')
    expect(JSON.parse(schema)).toEqual(experienceJsonSchema(allExperienceOutlines))
  })
})
