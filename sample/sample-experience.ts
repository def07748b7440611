import { readFileSync } from 'node:fs'

/** Platform, teams, units, measures, touchpoints and standards of the sample organisation. */
export const sampleExperienceFile = new URL('../examples/retailer/experience.yaml', import.meta.url)

export function readSampleExperience(): string {
  return readFileSync(sampleExperienceFile, 'utf8')
}
