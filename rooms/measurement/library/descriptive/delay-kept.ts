import type { LibraryMeasure } from '../library.contract.ts'

export const delayKept: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'delay-kept',
    name: { en: 'Promised delay kept', fr: 'Délai promis tenu' },
    method: 'box',
    facts: 'interactions',
    kind: 'delivered',
    scale: { low: -365, high: 365 },
    box: { from: -365, to: 0 },
    better: 'higher',
  },
  definition: {
    en: 'Share of deliveries on the day promised or before; the value of a delivery is its days after that day.',
    fr: 'Part des livraisons au jour promis ou avant ; la valeur d’une livraison est ses jours après ce jour.',
  },
  source: 'SCOR 12.0, RL.2.2: delivery performance to customer commit date',
}
