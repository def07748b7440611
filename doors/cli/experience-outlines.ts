import { journeyOutline } from '../../rooms/design/journey/journey-outline.ts'
import { touchpointOutline } from '../../rooms/design/touchpoint/touchpoint-outline.ts'
import { annotationOutline } from '../../rooms/measurement/annotations/annotation-outline.ts'
import { measureOutline } from '../../rooms/measurement/measures/measure-outline.ts'
import { experienceOutlines } from '../../rooms/strategy/experience-file/experience-outlines.ts'

/** Every section of `experience.yaml`, in the order of the file. */
export const allExperienceOutlines = experienceOutlines([
  measureOutline,
  touchpointOutline,
  journeyOutline,
  annotationOutline,
])
