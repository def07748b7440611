import { abandonment } from './descriptive/abandonment.ts'
import { absence } from './descriptive/absence.ts'
import { attendance } from './descriptive/attendance.ts'
import { checkoutCompletion } from './descriptive/checkout-completion.ts'
import { churn } from './descriptive/churn.ts'
import { conversion } from './descriptive/conversion.ts'
import { delayKept } from './descriptive/delay-kept.ts'
import { firstContactResolution } from './descriptive/first-contact-resolution.ts'
import { repeatContact } from './descriptive/repeat-contact.ts'
import { repurchase } from './descriptive/repurchase.ts'
import { resolution } from './descriptive/resolution.ts'
import { turnover } from './descriptive/turnover.ts'
import type { LibraryMeasure } from './library.contract.ts'
import { beyondExpected } from './perception/beyond-expected.ts'
import { brandExperience } from './perception/brand-experience.ts'
import { ces } from './perception/ces.ts'
import { csat } from './perception/csat.ts'
import { emotionBalance } from './perception/emotion-balance.ts'
import { engagement } from './perception/engagement.ts'
import { enps } from './perception/enps.ts'
import { expectationMet } from './perception/expectation-met.ts'
import { nps } from './perception/nps.ts'
import { serviceQuality } from './perception/service-quality.ts'
import { intentionToBuy } from './predictive/intention-to-buy.ts'
import { intentionToRecommend } from './predictive/intention-to-recommend.ts'
import { intentionToStay } from './predictive/intention-to-stay.ts'

/** Measures of the field, family by family, each in a file of its own. */
export const measureLibrary: readonly LibraryMeasure[] = [
  nps,
  csat,
  ces,
  emotionBalance,
  expectationMet,
  beyondExpected,
  brandExperience,
  serviceQuality,
  enps,
  engagement,
  resolution,
  repeatContact,
  firstContactResolution,
  delayKept,
  conversion,
  checkoutCompletion,
  abandonment,
  repurchase,
  churn,
  absence,
  attendance,
  turnover,
  intentionToRecommend,
  intentionToBuy,
  intentionToStay,
]
