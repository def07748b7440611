import { commitmentOutline } from '../charter/commitment-outline.ts'
import type { ExperienceOutline } from '../contract.ts'
import { teamOutline } from '../organisation/team-outline.ts'
import { unitOutline } from '../organisation/unit-outline.ts'
import { platformOutline } from '../platform/platform-outline.ts'
import { standardOutline } from '../standards/standard-outline.ts'

/** All sections of the file in its order, with those that the later rooms contribute. */
export function experienceOutlines(later: readonly ExperienceOutline[]): ExperienceOutline[] {
  return [platformOutline, teamOutline, unitOutline, ...later, standardOutline, commitmentOutline]
}
