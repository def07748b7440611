import { ano } from './adapters/ano.ts'
import { csat } from './adapters/csat.ts'
import { cxi } from './adapters/cxi.ts'
import { fdr } from './adapters/fdr.ts'
import { nps } from './adapters/nps.ts'
import { prop } from './adapters/prop.ts'
import { spf } from './adapters/spf.ts'
import type { Adapter } from './oracle-case.ts'

/** Adapter of each family of cases, by the letters of its ids. */
export const adapters: Readonly<Record<string, Adapter>> = {
  ANO: ano,
  CSAT: csat,
  CXI: cxi,
  FDR: fdr,
  NPS: nps,
  PROP: prop,
  SPF: spf,
}
