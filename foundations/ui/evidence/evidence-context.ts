import { createContext, useContext } from 'react'

/** The figure whose evidence is asked for: its measure, and what differs from the filters of the page. */
export interface EvidenceSubject {
  readonly measure: string
  readonly touchpoint?: string
  readonly unit?: string
  readonly segment?: string
  readonly period?: string
  readonly population?: 'customers' | 'prospects' | 'employees'
}

export type OpenEvidence = (subject: EvidenceSubject) => void

export const EvidenceContext = createContext<OpenEvidence>(() => undefined)

/** Opens the evidence of a figure beside the page. */
export function useEvidence(): OpenEvidence {
  return useContext(EvidenceContext)
}
